background("navy");
fill("lightyellow");
ellipse(320, 80, 90, 90);

// lots and lots of stars
for (var i = 0; i < 25; i++) {
  var star = createSprite(randomNumber(0, 400), randomNumber(0, 250));
  star.setAnimation("star");
  star.scale = 0.1;
}

drawSprites();
fill("white");
textSize(20);
text("goodnight moon", 130, 370);
