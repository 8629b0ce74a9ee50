var bee = createSprite(100, 100);
bee.setAnimation("bee");
var flower = createSprite(300, 300);
flower.setAnimation("flower");

function draw() {
  background("lightgreen");
  rect(295, 320, 10, 80);
  // bee.x = bee.x + randomNumber(-4, 4);
  // bee.y = bee.y + randomNumber(-4, 4);
  drawSprites();
  text("bzzz", 120, 80);
  /*
  flower.rotation = flower.rotation + 1;
  flower.scale = flower.scale + 0.01;
  */
}
