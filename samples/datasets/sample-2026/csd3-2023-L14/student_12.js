var robot = createSprite(120, 260);
robot.setAnimation("robot");
var radio = createSprite(300, 300);
radio.setAnimation("radio");

function draw() {
  background("plum");
  // dance floor tiles
  fill("indigo");
  rect(0, 320, 200, 80);
  fill("violet");
  rect(200, 320, 200, 80);
  robot.rotation = randomNumber(-10, 10);
  // slowly slides across the floor
  robot.x = robot.x + randomNumber(0, 2);
  drawSprites();
  text("robot dance party", 140, 40);
  text("beep boop", 80, 180);
}
