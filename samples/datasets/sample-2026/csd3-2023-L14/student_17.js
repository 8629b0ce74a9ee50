var ball = createSprite(200, 50);
ball.setAnimation("ball");
var paddle = createSprite(200, 370);
paddle.setAnimation("paddle");
var dir = 4;

function draw() {
  background("white");
  fill("lightgray");
  rect(0, 0, 400, 20);
  rect(0, 0, 20, 400);
  rect(380, 0, 20, 400);
  ball.y = ball.y + dir;
  if (ball.y > 350 || ball.y < 40) {
    dir = -dir;
    ball.x = randomNumber(40, 360);
  }
  paddle.x = ball.x;
  drawSprites();
  fill("black");
  text("bounce", 180, 15);
  text("direction: " + dir, 30, 395);
}
