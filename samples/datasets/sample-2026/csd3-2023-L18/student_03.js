var friend = "Amira";
var heart = createSprite(200, 200);
heart.setAnimation("heart");
background("pink");
if (keyDown("space")) {
  heart.scale = 2;
}
if (heart.scale > 1) {
  heart.rotation = 45;
}
drawSprites();
text("Happy Valentines Day " + friend, 100, 50);
