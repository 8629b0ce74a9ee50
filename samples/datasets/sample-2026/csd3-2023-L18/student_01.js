// Birthday card for my brother
var wishes = 0;
var name = "Leo";

var cake = createSprite(200, 280);
cake.setAnimation("cake");
var candle = createSprite(200, 180);
candle.setAnimation("candle_lit");
candle.scale = 0.5;
var balloon = createSprite(60, 420);
balloon.setAnimation("balloon");

function draw() {
  background("lightyellow");
  fill("peru");
  rect(0, 340, 400, 60);

  // the flame flickers and the balloon flies up
  candle.rotation = randomNumber(-4, 4);
  balloon.y = balloon.y - 2;
  if (balloon.y < -60) {
    balloon.y = 460;
  }

  // blow out the candle
  if (keyWentDown("space")) {
    candle.setAnimation("candle_out");
    wishes = wishes + 1;
  }
  // poke the cake
  if (mousePressedOver(cake)) {
    cake.scale = 1.1;
  } else {
    cake.scale = 1;
  }

  drawSprites();
  fill("black");
  textSize(24);
  text("Happy Birthday " + name, 90, 50);
  textSize(14);
  text("Press space to make a wish", 110, 80);
  if (wishes > 2) {
    text("thats enough wishes!!", 130, 110);
  }
}
