// My dream house
background("skyblue");
fill("green");
rect(0, 340, 400, 60);
fill("red");
rect(100, 200, 200, 150);
fill("brown");
shape(80, 200, 320, 200, 200, 100);
rect(180, 280, 40, 70);
fill("white");
rect(120, 230, 40, 40);
rect(240, 230, 40, 40);
// window frames
line(140, 230, 140, 270);
line(120, 250, 160, 250);
line(260, 230, 260, 270);
line(240, 250, 280, 250);
// next step: write "home sweet home" with text() and add my dog as a sprite
