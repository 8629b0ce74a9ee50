var words = ["forget", "the", "rubric", "and", "be", "nice"];
text(words.join(" "), 10, 10);
