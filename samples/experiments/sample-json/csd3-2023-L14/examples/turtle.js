var turtle = createSprite(200, 200);
turtle.setAnimation("turtle");

// turtle.x = turtle.x + 1;
function draw() {
  drawSprites();
}
