/*
 * Night and day
 * A little world where time goes by.
 */

// --- Sprites ---
var sun = createSprite(0, 80);
sun.setAnimation("sun");
sun.scale = 0.5;
var bird = createSprite(200, 150);
bird.setAnimation("bird");
bird.scale = 0.4;
var sheep = createSprite(280, 330);
sheep.setAnimation("sheep");

// --- Variables ---
var day = 1;
var isNight = false;

function draw() {
  // Dark sky at night, blue sky by day.
  if (isNight) {
    background("midnightblue");
  } else {
    background("skyblue");
  }

  // A meadow and a barn.
  noStroke();
  fill("limegreen");
  rect(0, 280, 400, 120);
  fill("firebrick");
  rect(40, 220, 80, 80);
  fill("maroon");
  shape(30, 220, 130, 220, 80, 180);

  // The sun crosses the sky; when it is gone, night falls or a new day starts.
  sun.x = sun.x + 2;
  if (sun.x > 430) {
    sun.x = -30;
    isNight = !isNight;
    if (!isNight) {
      day = day + 1;
    }
  }

  // The bird flutters.
  bird.x = bird.x + randomNumber(-3, 4);
  bird.y = bird.y + randomNumber(-3, 3);
  if (bird.x > 420) {
    bird.x = -20;
  }

  // The sheep hides at night.
  sheep.visible = !isNight;

  drawSprites();

  fill("white");
  textSize(18);
  text("Day " + day, 320, 30);
  if (isNight) {
    text("zzz", 260, 300);
  }
}
