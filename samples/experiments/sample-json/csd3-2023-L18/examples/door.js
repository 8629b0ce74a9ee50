var message = "hi";
var open = false;

function showDoor() {
  fill("brown");
  rect(150, 150, 100, 200);
  if (open) {
    text(message, 180, 250);
  }
}

function draw() {
  background("white");
  text("knock knock", 160, 100);
}
