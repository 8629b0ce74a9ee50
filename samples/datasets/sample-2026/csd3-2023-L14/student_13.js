var ghost = createSprite(200, 200);
ghost.setAnimation("ghost");
var moon = createSprite(340, 60);
moon.setAnimation("moon");

function draw() {
  background(20, 20, 60);
  //ghost follows the mouse
  ghost.x = World.mouseX;
  ghost.y = World.mouseY;
  // dark hill
  fill("black");
  ellipse(200, 420, 500, 150);
  drawSprites();
  fill("white");
  text("boo.", 50, 50);
}
