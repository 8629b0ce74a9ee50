// draws my robot city, looks really cool
function drawCity() {
  background("gray");
  fill("darkgray");
  rect(30, 100, 60, 300);
  rect(150, 60, 80, 340);
  rect(300, 140, 70, 260);
  var robot = createSprite(200, 330);
  robot.setAnimation("robot");
  robot.scale = 0.5;
  var drone = createSprite(120, 60);
  drone.setAnimation("drone");
  drone.scale = 0.3;
  drawSprites();
  text("ROBOT CITY", 160, 20);
  text("population: 1", 160, 40);
}

// drawCity();
