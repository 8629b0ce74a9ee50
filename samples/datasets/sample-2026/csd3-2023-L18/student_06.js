var lives = 3;
var speed = 2;
var cupid = createSprite(40, 60);
cupid.setAnimation("cupid");
var arrow = createSprite(40, 60);
arrow.setAnimation("arrow");
var heart = createSprite(300, 200);
heart.setAnimation("heart");

function moveCupid() {
  cupid.x = cupid.x + speed;
  if (cupid.x > 400) {
    cupid.x = 0;
    speed = speed + 1;
  }
}

function shoot() {
  if (keyWentDown("space")) {
    arrow.x = cupid.x;
    arrow.y = cupid.y;
    arrow.velocityY = 5;
  }
  if (arrow.isTouching(heart)) {
    heart.x = randomNumber(50, 350);
    lives = lives - 1;
  }
}

function draw() {
  background("lavenderblush");
  moveCupid();
  shoot();
  drawSprites();
  text("Be mine? tries left: " + lives, 20, 380);
}
