// BUBBLES
var score = 0;
function draw() {
  background("aqua");
  // makes a new bubble every time
  var bubble = createSprite(randomNumber(0, 400), 400);
  bubble.setAnimation("bubble");
  bubble.velocityY = -3;
  drawSprites();
  text("so many bubbles", 20, 30);
  text("my computer is slow", 20, 50);
}
