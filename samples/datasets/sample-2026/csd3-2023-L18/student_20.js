var pinata = createSprite(200,150);
pinata.setAnimation("pinata");
var stick = createSprite(100,300);
stick.setAnimation("stick");
var hits = 0;
var max = 5;
var color = "red";

function draw() {
  background(color);
  stick.x = World.mouseX;
  stick.y = World.mouseY;
  if (stick.isTouching(pinata)) {
    hits = hits + 1;
  }
  if (hits > max) {
    pinata.setAnimation("candy");
  }
  drawSprites();
}
