// Under The Sea!!!
var fish = createSprite(80, 120);
fish.setAnimation("fish_orange");
fish.scale = 0.6;
var octo = createSprite(300, 260);
octo.setAnimation("octopus");
octo.scale = 0.7;
octo.rotation = -20;
var shell = createSprite(200, 370);
shell.setAnimation("shell");

fill("sandybrown");
rect(0, 350, 400, 50);
fill("white");
ellipse(95, 80, 15, 15);
ellipse(100, 60, 10, 10);

drawSprites();
text("Under The Sea", 150, 30);
text("blub blub", 90, 50);

// background goes behind everything
background("aqua");
