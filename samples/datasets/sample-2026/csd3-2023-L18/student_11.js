var score = 0;
var best = 0;
var hamster = createSprite(200, 300);
hamster.setAnimation("hamster");
var wheel = createSprite(200, 290);
wheel.setAnimation("wheel");

function addPoint() {
  score = score + 1;
  if (score > best) {
    best = score;
  }
  text("score " + score + " best " + best, 20, 20);
}

function draw() {
  background("wheat");
  wheel.rotation = wheel.rotation + 5;
  if (keyDown("space")) {
    hamster.y = 290 + randomNumber(-3, 3);
  }
  drawSprites();
  text("Congrats on your new hamster!", 110, 50);
}
