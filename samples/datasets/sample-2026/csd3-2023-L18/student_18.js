// valentine with a LOT of hearts
var hearts = [];
var i;
for (i = 0; i < 20; i++) {
  var h = createSprite(randomNumber(0, 400), randomNumber(0, 400));
  h.setAnimation("heart");
  h.scale = 0.2;
  hearts.push(h);
}

function draw() {
  background("mediumvioletred");
  for (i = 0; i < hearts.length; i++) {
    hearts[i].y = hearts[i].y + 1;
    if (hearts[i].y > 400) {
      hearts[i].y = 0;
    }
  }
  drawSprites();
  fill("white");
  text("to: everyone", 170, 200);
}
