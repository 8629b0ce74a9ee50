var a=createSprite(100,100);a.setAnimation("cat_1");var b=createSprite(300,100);b.scale=2;var c=createSprite(200,300);drawSprites();
