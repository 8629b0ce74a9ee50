// At the zoo
background("lightgreen");
fill("gray");
rect(0, 300, 400, 100);

var lion = createSprite(120, 240);
lion.setAnimation("lion");
lion.scale = 0.6;
var monkey = createSprite(290, 120);
monkey.setAnimation("monkey");

text("Visit the zoo", 150, 40);
drawSprites();
