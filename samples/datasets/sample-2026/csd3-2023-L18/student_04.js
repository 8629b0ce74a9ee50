var bunny = createSprite(200, 200);
bunny.setAnimation("bunny");

function draw() {
    background("lightgreen");
    if (keyDown("up")) {
        bunny.y = bunny.y - 3;
    }
    if (keyDown("down")) {
        bunny.y = bunny.y + 3;
    }
    if (keyDown("left")) {
        bunny.x = bunny.x - 3;
    }
    if (keyDown("right")) {
        bunny.x = bunny.x + 3;
    }
    drawSprites();
    text("Happy Easter!! find the eggs", 120, 30);
    text("(eggs coming soon)", 140, 50);
}
