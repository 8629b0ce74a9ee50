// AQUARIUM by me
// the setup part makes the fish
var nemo = createSprite(50, 150);
nemo.setAnimation("clownfish");
nemo.scale = 0.5;
var dory = createSprite(350, 250);
dory.setAnimation("bluefish");
var crab = createSprite(200, 370);
crab.setAnimation("crab");

function draw() {
  background("lightseagreen");

  // sand at the bottom
  noStroke();
  fill("khaki");
  rect(0, 350, 400, 50);

  // treasure chest
  fill("saddlebrown");
  rect(300, 320, 60, 40);

  // nemo swims right and dory swims left
  nemo.x = nemo.x + 2;
  dory.x = dory.x - 1;

  // the crab wiggles
  crab.x = crab.x + randomNumber(-3, 3);

  drawSprites();

  // caption
  fill("white");
  textSize(20);
  text("Welcome to my aquarium", 80, 40);
  text("please dont tap the glass", 80, 65);
}
