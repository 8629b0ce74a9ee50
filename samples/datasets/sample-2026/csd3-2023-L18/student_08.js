clicks = 0
bandaid = createSprite(200, 200)
bandaid.setAnimation("bandaid")

function draw() {
  background("white")
  if (mousePressedOver(bandaid)) {
    clicks = clicks + 1
    bandaid.scale = bandaid.scale + 0.02
  }
  if (clicks > 30) {
    text("ok ok you are healed", 130, 100)
  }
  drawSprites()
  text("get well soon, click me", 130, 380)
}
