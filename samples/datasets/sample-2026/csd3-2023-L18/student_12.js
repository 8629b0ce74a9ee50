// A card with three pages
var page = 1;
var title = "Happy New Year";

function draw() {
  background("midnightblue");
  fill("gold");
  if (keyWentDown("space")) {
    page = page + 1;
  }
  if (page == 1) {
    text(title, 150, 200);
    text("press space", 160, 230);
  } else if (page == 2) {
    text("I hope it is full of", 150, 150);
    ellipse(200, 250, 60, 60);
  } else if (page == 3) {
    text("the end", 180, 200);
  } else {
    page = 1;
  }
}
