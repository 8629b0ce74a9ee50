var ship = createSprite(200, 200);
ship.setAni
