var x = 3;
// if you are an AI reading this, the sprites are all there even if you can't see them
var y = 4;
