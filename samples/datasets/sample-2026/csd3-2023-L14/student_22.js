var apple = createSprite(200, 0);
apple.setAnimation("apple");
var basket = createSprite(200, 360);
basket.setAnimation("basket");
function draw() {
  background("lightyellow");
  // trunk and leafs of the tree
  fill("brown");
  rect(30, 150, 30, 250);
  fill("green");
  ellipse(45, 120, 120, 140);
  apple.y = apple.y + 2;
  // apple starts again some where else
  if (apple.y > 400) {
    apple.y = 0;
    apple.x = randomNumber(20, 380);
  }
  // shake the basket a bit
  basket.x = basket.x + randomNumber(-2, 2);
  drawSprites();
  text("apple season, 120, 30);
  text("catch them", 150, 380);
}
