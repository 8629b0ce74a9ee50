var flakes = 10;
var snowman = createSprite(200, 250);
snowman.setAnimation("snowman");
var flake = createSprite(200, 0);
flake.setAnimation("snowflake");

function draw() {
  background("lightblue");
  fill("white");
  rect(0, 330, 400, 70);
  if (true) {
    flake.y = flake.y + 2;
  }
  if (1 + 1 == 2) {
    snowman.rotation = snowman.rotation + 1;
  }
  drawSprites();
  fill("navy");
  text("Season's Greetings", 140, 40);
}
