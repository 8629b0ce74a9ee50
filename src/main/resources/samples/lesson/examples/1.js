var fish = createSprite(100, 200);
fish.setAnimation("fish");

function draw() {
  background("blue");
  fish.x = fish.x + 2;
  if (fish.x > 400) {
    fish.x = 0;
  }
  drawSprites();
}
