// Weather report

// the sun
var sun = createSprite(330, 60);
sun.setAnimation("sun");
// the cloud
var cloud = createSprite(40, 120);
cloud.setAnimation("cloud");

function draw() {
  sun.y = sun.y + 1;
  cloud.x = cloud.x + 1;
  drawSprites();
  fill("green");
  rect(0, 320, 400, 80);
  text("partly cloudy", 160, 200);
  background("skyblue"); // goes behind everything
}
