// Thank you card, press 1 2 or 3
var flower = createSprite(80, 200);
var star = createSprite(200, 200);
var smile = createSprite(320, 200);
flower.setAnimation("flower_grey");
star.setAnimation("star_grey");
smile.setAnimation("smile_grey");

function draw() {
  background("honeydew");
  if (keyDown("1")) {
    flower.setAnimation("flower");
  } else if (keyDown("2")) {
    star.setAnimation("star");
  } else if (keyDown("3")) {
    smile.setAnimation("smile");
  } else {
    flower.visible = true;
  }
  // all three when the mouse is at the bottom
  if (World.mouseY > 350) {
    flower.setAnimation("flower");
    star.setAnimation("star");
    smile.setAnimation("smile");
  }
  drawSprites();
  text("THANK YOU coach Dana", 130, 60);
}
