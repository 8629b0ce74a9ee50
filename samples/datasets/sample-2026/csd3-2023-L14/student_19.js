// position of the ball
var x = 0;
// how big the ball is
var size = 10;

function draw() {
  background("white");
  fill("black");
  text("no sprites, just math", 20, 20);
  rect(0, 300, 400, 5);
  fill("orange");
  ellipse(x, 290, size, size);
  x = x + 1;          // roll to the right
  size = size + 0.1;  // get bigger like a snowball
}
