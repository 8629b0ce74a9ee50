// spooky card
var scares = 0;
var ghost = createSprite(50, 100);
ghost.setAnimation("ghost");
var pumpkin = createSprite(300, 320);
pumpkin.setAnimation("pumpkin");

function draw() {
  background("black");
  ghost.x = ghost.x + 1;
  if (ghost.x > 420) {
    ghost.x = -20;
    // count how many times
    scares = scares + 1;

  if (mousePressedOver(pumpkin)) {
    pumpkin.setAnimation("pumpkin_glow");
  }
  drawSprites();
  fill("orange");
  text("HAPPY HALLOWEEN", 140, 380);
}
