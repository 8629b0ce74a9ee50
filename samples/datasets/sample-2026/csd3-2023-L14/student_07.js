var shark = createSprite(60, 200);
shark.setAnimation("shark");
var surfer = createSprite(300, 120);
surfer.setAnimation("surfer");

function moveShark() {
  shark.x = shark.x + 2;
  if (shark.x > 450) {
    shark.x = -50;
  }
}

// up and down like on waves
function moveSurfer() {
  surfer.y = surfer.y + randomNumber(-2, 2);
}

function draw() {
  background("deepskyblue");
  moveShark();
  moveSurfer();
  drawSprites();
  fill("navy");
  rect(0, 220, 400, 180);
  text("oh no", 270, 80);
}
