// two cats
background("lavender");
fill("tan");
rect(0, 300, 400, 100);
fill("white");
ellipse(200, 330, 120, 30);
var cat = createSprite(100, 240);
cat.setAnimation("cat");
cat.scale = 0.7;
drawSprites();
// cat number 2
cat = createSprite(300, 240);
cat.setAnimation("cat_black");
cat.scale = 0.7;
fill("black");
text("Tom", 90, 160);
text("Jerry (also a cat)", 260, 160);
