var snail = createSprite(20, 350);
snail.setAnimation("snail");
snail.scale = 0.3;
var leaf = createSprite(200, 20);
leaf.setAnimation("leaf");

function draw() {
  ellipse(360, 40, 50, 50);
  snail.x = snail.x + 0.5;
  leaf.y = leaf.y + 1;
  leaf.rotation = leaf.rotation + 4;
  drawSprites();
  // the snail leaves a trail because nothing is erased!
  text("slow n steady", 150, 100);
}
