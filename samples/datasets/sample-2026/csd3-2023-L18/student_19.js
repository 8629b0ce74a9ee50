/* GRADUATION CARD
   Interactive: arrow keys, space and mouse */

// ---------- variables ----------
var confetti = 0;
var message = "Congratulations!";
var throwing = false;

// ---------- sprites ----------
var grad = createSprite(200, 300);
grad.setAnimation("graduate");
var cap = createSprite(200, 230);
cap.setAnimation("cap");
cap.scale = 0.4;
var diploma = createSprite(60, 340);
diploma.setAnimation("diploma");
diploma.scale = 0.5;
var bird = createSprite(-20, 80);
bird.setAnimation("bird");
bird.scale = 0.3;

function draw() {
  background("lightsteelblue");
  fill("saddlebrown");
  rect(0, 350, 400, 50);

  // the bird flies across
  bird.x = bird.x + 2;
  bird.y = bird.y + randomNumber(-1, 1);
  if (bird.x > 420) {
    bird.x = -20;
  }

  // walk
  if (keyDown("left")) {
    grad.x = grad.x - 3;
    cap.x = grad.x;
  }
  if (keyDown("right")) {
    grad.x = grad.x + 3;
    cap.x = grad.x;
  }

  // throw the cap
  if (keyWentDown("space")) {
    throwing = true;
    cap.velocityY = -6;
    confetti = confetti + 10;
  }
  if (throwing && cap.y < 60) {
    cap.velocityY = 6;
  }
  if (cap.y > 230) {
    cap.velocityY = 0;
    cap.y = 230;
    throwing = false;
  }

  if (grad.isTouching(diploma)) {
    diploma.visible = false;
    message = "You did it!";
  }

  drawSprites();
  fill("white");
  textSize(28);
  text(message, 110, 50);
  textSize(12);
  text("confetti: " + confetti, 300, 390);
}
