//basketball
var hoop = createSprite(200, 80);
hoop.setAnimation("hoop");
var ball = createSprite(200, 300);
ball.setAnimation("basketball");
drawSprites();
text("swish", 220, 120);
text("3 pts!!", 220, 140);
