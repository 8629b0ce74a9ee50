// Catch the star
var speed = 3;
var score = 0;
var player = createSprite(200, 350);
player.setAnimation("player");
var star = createSprite(randomNumber(20, 380), 0);
star.setAnimation("star");

function draw() {
  background("skyblue");
  star.y = star.y + speed;
  if (keyDown("left")) {
    player.x = player.x - 5;
  }
  if (keyDown("right")) {
    player.x = player.x + 5;
  }
  if (player.isTouching(star)) {
    score = score + 1;
    star.y = 0;
    star.x = randomNumber(20, 380);
  }
  drawSprites();
  text("Score: " + score, 10, 20);
}
