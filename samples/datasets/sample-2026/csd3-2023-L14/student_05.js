var redCar = createSprite(0, 200);
redCar.setAnimation("car_red");
var blueCar = createSprite(0, 300);
blueCar.setAnimation("car_blue");

function draw() {
background("darkgray");
fill("yellow");
rect(0, 245, 400, 10);
redCar.x += 4;
blueCar.x += 3;
if (redCar.x > 400) {
redCar.x = 0;
if (blueCar.x > 400) {
blueCar.x = 0;
}
drawSprites();
text("race day", 170, 50);
}
