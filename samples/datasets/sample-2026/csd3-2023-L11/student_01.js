// Captioned scene: a day at the beach

// sky and water
background("lightblue");
noStroke();
fill("blue");
rect(0, 250, 400, 60);
// sand
fill("khaki");
rect(0, 310, 400, 90);
// the sun
fill("yellow");
ellipse(340, 60, 80, 80);

// sprites
var crab = createSprite(120, 350);
crab.setAnimation("crab");
crab.scale = 0.4;

var umbrella = createSprite(280, 300);
umbrella.setAnimation("umbrella");
umbrella.scale = 0.8;
umbrella.rotation = 15;

var gull = createSprite(90, 90);
gull.setAnimation("seagull");

drawSprites();

// caption
fill("black");
textSize(24);
text("Crabby Beach", 120, 30);
textSize(14);
text("where the sand is always warm", 105, 390);
