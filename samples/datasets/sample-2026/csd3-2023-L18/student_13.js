// MOTHERS DAY
var mom = "Mom";
var sun = createSprite(50, 60);
sun.setAnimation("sun");
var rose = createSprite(120, 300);
rose.setAnimation("rose");
rose.scale = 0.2;
var butterfly = createSprite(380, 150);
butterfly.setAnimation("butterfly");

function draw() {
  background("mistyrose");
  fill("green");
  rect(0, 350, 400, 50);

  // sun turns
  sun.rotation++;

  // rose grows when you hold the mouse
  if (mouseDown("leftButton")) {
    if (rose.scale < 1) {
      rose.scale = rose.scale + 0.01;
    }
  }

  // butterfly flies home
  butterfly.x -= 2;
  if (butterfly.x < 0) {
    butterfly.x = 400;
  }

  drawSprites();
  fill("deeppink");
  textSize(26);
  text("I love you " + mom, 110, 120);
}
