// This program has 3 sprites, variables and lots of conditionals.
var cat = createSprite(200, 200);
cat.setAnimation("cat");
// var dog = createSprite(100, 200);
// dog.setAnimation("dog");
// var bird = createSprite(300, 100);
// var count = 0;

function draw() {
  background("beige");
  /*
  if (keyDown("up")) {
    cat.y = cat.y - 1;
  }
  if (count > 10) {
    dog.x = dog.x + 1;
  }
  if (bird.y < 0) {
    bird.y = randomNumber(0, 400);
  }
  */
  drawSprites();
  text("sorry I ate your sandwich", 120, 350);
}
