// farewell card for Mr. Ortiz
var bus = createSprite(0, 300);
bus.setAnimation("bus");
var kid = createSprite(350, 310);
kid.setAnimation("kid");

function draw() {
  background("powderblue");
  fill("gray");
  rect(0, 330, 400, 70);
  bus.x = bus.x + 1;
  // wave good bye
  if (mouseIsOver(kid)) {
    kid.setAnimation("kid_wave");
  }
  if (bus.x > 200) {
    text("We will miss you", 150, 100);
  }
  drawSprites();
}
