background("black")
fill("white")
ellipse(50,50,4,4)
ellipse(120,90,3,3)
ellipse(300,40,4,4
ellipse(350,150,5,5)
var rocket = createSprite(200,220)
rocket.setAnimation("rocket")
rocket.scale = 1.5
var alien = createSprite(320,320)
alien.setAnimation("alien")
drawSprites()
textSize(30)
text("We come in peace", 80, 380)
