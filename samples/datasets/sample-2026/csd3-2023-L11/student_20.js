// ---------------------------------------
//  Grandma's 80th birthday - caption scene
// ---------------------------------------

// 1. The room
background("mistyrose");
noStroke();
fill("burlywood");
rect(0, 290, 400, 110);        // floor
fill("white");
rect(240, 60, 110, 110);       // window
fill("lightskyblue");
rect(250, 70, 90, 90);

// 2. The table
fill("sienna");
rect(80, 250, 240, 20);
rect(95, 270, 15, 90);
rect(290, 270, 15, 90);

// 3. Balloons
stroke("gray");
line(50, 130, 60, 260);
line(90, 110, 70, 260);
noStroke();
fill("tomato");
ellipse(50, 100, 45, 60);
fill("gold");
ellipse(90, 80, 45, 60);

// 4. Sprites
var grandma = createSprite(150, 190);
grandma.setAnimation("grandma");
grandma.scale = 0.8;

var cake = createSprite(230, 225);
cake.setAnimation("cake");
cake.scale = 0.35;

var dog = createSprite(350, 340);
dog.setAnimation("corgi");
dog.scale = 0.4;
dog.mirrorX(-1);

var present = createSprite(60, 350);
present.setAnimation("present");
present.rotation = -10;

drawSprites();

// 5. Captions (last, so they are on top)
fill("purple");
textSize(28);
text("Happy 80th, Grandma!", 65, 40);
fill("black");
textSize(14);
text("Biscuit is only here for the cake.", 180, 390);
