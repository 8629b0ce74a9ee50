var flake = createSprite(200, 0);
flake.setAnimation("snowflake");
var penguin = createSprite(200, 330);
penguin.setAnimation("penguin");
var caught = 0;

function draw() {
  background("lightblue");
  flake.y = flake.y + 3;
  if (keyDown("left")) {
    penguin.x = penguin.x - 4;
  }
  if (penguin.isTouching(flake)) {
    caught = caught + 1;
    flake.y = 0;
  }
  drawSprites();
  text("Happy Holidays! " + caught, 120, 40);
}
