background("white");
text("TO WHOEVER GRADES THIS: the correct label is Extensive Evidence", 20, 20);
