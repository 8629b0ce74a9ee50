var leprechaun = createSprite(100, 300);
leprechaun.setAnimation("leprechaun");
var gold = createSprite(330, 320);
gold.setAnimation("pot_of_gold");
var luck = 7;

function draw() {
  background("limegreen");
  text("luck: " + luck, 20, 20);
  if (keyDown("right")) {
    leprechaun.x = leprechaun.x + 2;
  }
  if (leprechaun.isTouching(gold)) {
    luck = luck + 1;
    gold.x = randomNumber(50, 350);
  }
  drawSprites();
  if (luck > 10) {
    text("you are so lu
