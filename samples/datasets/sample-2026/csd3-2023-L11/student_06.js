drawSprites();
var bird = createSprite(200, 100);
var tree = createSprite(200, 300);
tree.setAnimation("tree");
tree.scale = 2;

text("bird and tree", 10, 20);
fill("brown");
rect(180, 320, 40, 80);
// why cant I see my sprites???
