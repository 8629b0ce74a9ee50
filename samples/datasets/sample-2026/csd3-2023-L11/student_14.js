var night = false;
background("midnightblue");
rect(0, 300, 400, 100);
ellipse(60, 60, 50, 50);

var owl = createSprite(200, 180);
owl.setAnimation("owl");
var mouse = createSprite(300, 320);
if (night) {
  mouse.setAnimation("mouse");
  mouse.scale = 0.2;
}
owl.scale = 0.8;
drawSprites();

if (night) {
  text("The owls are out", 120, 40);
  text("hoot hoot", 230, 150);
}
