var rocket = createSprite(200, 350);
rocket.setAnimation("rocket");
var planet = createSprite(100, 60);
planet.setAnimation("planet");

function draw() {
  background("black");
  planet.rotation = planet.rotation + 1;
  if (keyDown("up") && rocket.y > 0) {
    rocket.y = rocket.y - 4;
  }
  if (keyDown("left") && rocket.x > 0) {
    rocket.x = rocket.x - 4;
  }
  if (keyDown("right") && rocket.x < 400) {
    rocket.x = rocket.x + 4;
  }
  drawSprites();
  fill("white");
  text("good luck at space camp", 140, 380);
}
