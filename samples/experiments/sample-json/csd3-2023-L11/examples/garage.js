var car = createSprite(200, 200);
drawSprites();
//var wheel = createSprite(150, 240);
//wheel.setAnimation("wheel");
text("vroom", 180, 120);
