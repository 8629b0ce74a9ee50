// Set up: two planes that fly by them selves
var plane1 = createSprite(0, 80);
plane1.setAnimation("plane");
plane1.velocityX = 3;
var plane2 = createSprite(400, 160);
plane2.setAnimation("plane_left");
plane2.velocityX = randomNumber(-6, -2);

function draw() {
  background("lightcyan");
  fill("dimgray");
  rect(0, 300, 400, 100);
  rect(180, 345, 40, 8);
  drawSprites();
  text("AIRPORT", 170, 290);
  text("gate 4", 350, 290);
}
