// pet show
background("pink");
var dog = createSprite(100, 200);
dog.setAnimation("dog");
dog.scale = 0.5;
//var cat = createSprite(200, 200);
//cat.setAnimation("cat");
//cat.scale = 0.5;
/* var bunny = createSprite(300, 200);
bunny.setAnimation("bunny");
bunny.scale = 0.3; */
rect(20, 280, 360, 20);
ellipse(100, 270, 60, 20);
drawSprites();
text("best in show!", 150, 50);
text("1st place: dog", 150, 330);
