// Title: my band
// Date: oct 12
var guitar = createSprite(200, 200);
guitar.setAnimation("guitar");
fill("red");
rect(0, 0, 60, 400);
rect(340, 0, 60, 400);
text("THE LOUD KIDS", 150, 50);
drawSprites();

function draw() {
  // ???
}
