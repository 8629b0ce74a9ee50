var wall = createSprite(200, 380);
wall.width = 400;
wall.height = 40;
wall.shapeColor = "gray";
var box1 = createSprite(100, 340);
box1.shapeColor = "red";
var box2 = createSprite(160, 340);
box2.shapeColor = rgb(0, 0, 255);
// a cloud
fill("white");
ellipse(300, 80, 120, 50);
text("boxes (I didnt find a animation)", 100, 200);
drawSprites();
