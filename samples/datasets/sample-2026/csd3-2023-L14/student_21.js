var hero = createSprite(80, 300);
hero.setAnimation("hero_stand");
var door = createSprite(340, 290);
door.setAnimation("door_closed");

function draw() {
  background("tan");
  fill("brown");
  rect(0, 340, 400, 60);
  // walk when the right arrow is pressed
  if (keyDown("right")) {
    hero.setAnimation("hero_walk");
    hero.x = hero.x + 3;
  } else {
    hero.setAnimation("hero_stand");
  }
  // open the door when the hero is there
  if (hero.x > 300) {
    door.setAnimation("door_open");
  }
  drawSprites();
  text("press -> to walk", 20, 30);
}
