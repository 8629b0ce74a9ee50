// Hot air balloon
var balloon = createSprite(100, 300);
balloon.setAnimation("balloon");
var kite = createSprite(320, 90);

function draw() {
  background("skyblue");
  // hills
  fill("green");
  ellipse(200, 420, 500, 120);
  // the balloon goes up
  balloon.y = balloon.y - 1;
  drawSprites();
  text("up up and away", 150, 30);
}
