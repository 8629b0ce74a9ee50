// rocket by Zoe
var rocket = createSprite(200, 380);
rocket.setAnimation("rocket");

function draw() {
  background("black");
  fill("gray");
  ellipse(200, 420, 300, 100);
  rocket.y = rocket.y - 3;
  drawSprites();
  fill("white");
  text("3 2 1 BLAST OFF", 140, 30);
}
