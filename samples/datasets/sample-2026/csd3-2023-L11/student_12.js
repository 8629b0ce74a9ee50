var panda = createSprite(130, 260);
panda.setAnimation("panda");
panda.scale = 0.9;
var bamboo = createSprite(310, 200);
bamboo.setAnimation("bamboo");
bamboo.height = 300;

function draw() {
  background("palegreen");
  noStroke();
  fill("olivedrab");
  rect(0, 330, 400, 70);
  drawSprites();
  fill("black");
  textSize(22);
  text("Pandas eat 14 hours a day", 60, 50);
}
