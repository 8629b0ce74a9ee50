var cat = createSprite(200, 200);
cat.setAnimation("cat");
drawSprites();
