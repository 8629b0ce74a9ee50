var ufo = createSprite(200, 100);
ufo.setAnimation("ufo");
var cow = createSprite(200, 350);
cow.setAnimation("cow");
background("purple");
rect(0, 360, 400, 40);

//draw loop
function Draw() {
  cow.y = cow.y - 1;
  ufo.x = ufo.x + randomNumber(-5, 5);
  drawSprites();
}

drawSprites();
text("moo?", 230, 330);
