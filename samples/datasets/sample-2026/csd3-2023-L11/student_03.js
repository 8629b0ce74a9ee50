background("green");
var player = createSprite(100,200);
player.setAnimation("soccer_player");
var ball = createSprite(200,250);
ball.setAnimation("ball");
text("GOOOOAL", 180, 40);
