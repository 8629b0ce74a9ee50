background(rgb(200, 230, 255));

//snow
fill("white");
rect(0, 280, 400, 120);

//snowman body
ellipse(200, 300, 110, 110);
ellipse(200, 220, 80, 80);
ellipse(200, 160, 60, 60);

//captoin
fill("blue");
text("Do you want to build a snowman", 90, 30);
text("by Mia", 350, 390);

var hat = createSprite(200, 120);
hat.setAnimation("tophat");
hat.scale = 0.3;
var carrot = createSprite(215, 162);
carrot.setAnimation("carrot");
drawSprites();
