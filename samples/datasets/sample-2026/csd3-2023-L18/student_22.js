function draw() {
  background("yellow");
}
