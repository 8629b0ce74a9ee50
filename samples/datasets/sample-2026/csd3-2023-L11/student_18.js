/* Hiking trip
   I drew the mountains with lines because it looks like a sketch */
background("white");
stroke("black");
line(0, 300, 120, 100);
line(120, 100, 200, 240);
line(200, 240, 290, 60);
line(290, 60, 400, 300);
line(0, 300, 400, 300);
arc(350, 50, 60, 60, 0, 180);
point(40, 40);
point(70, 60);
point(30, 80);

var tent = createSprite(110, 330);
tent.setAnimation("tent");
tent.scale = 0.5;
var hiker = createSprite(250, 330);
hiker.setAnimation("hiker");
hiker.scale = 0.4;
hiker.x = 270;

drawSprites();
text("Day 1: we are tired", 20, 380);
text("Day 2: we are REALLY tired", 220, 380);
