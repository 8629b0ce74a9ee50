// my dog scene

var dog = createSprite(100, 300);
dog.setAnimation("dog");
var bone = createSprite(350, 300);
bone.setAnimation("bone");

// in every frame the dog gets closer to the bone
dog.x = dog.x + 100;
dog.x = dog.x + 100;

function draw() {
  background("lightblue");
  // the dog keeps running in the draw loop
  fill("green");
  rect(0, 330, 400, 70);
  drawSprites();
  text("run dog run", 150, 100);
}
