text("hello", 200, 200);
