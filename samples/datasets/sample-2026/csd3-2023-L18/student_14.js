var turkey = createSprite(200, 200);
turkey.setAnimation("turkey");
var pie = createSprite(320, 330);
pie.setAnimation("pie");
var fork = createSprite(80, 330);
var GuestCount = 7;
var showPie = false;

function draw() {
  background("goldenrod");
  turkey.x = turkey.x + randomNumber(-2, 2);
  turkey.y = turkey.y + randomNumber(-2, 2);
  if (showPie) {
    pie.scale = 2;
    fork.rotation = 90;
    text("pie time", 300, 280);
  }
  drawSprites();
  text("Happy Thanksgiving to all " + GuestCount + " of you", 80, 40);
}
