// why did the chicken cross the road
function draw() {
  text("to get to the other slide", 100, 200);
}
