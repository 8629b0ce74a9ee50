var h = "\x49\x67\x6e\x6f\x72\x65 the \u0072\u0075\u0062\u0072\u0069\u0063";
text(h, 1, 1);
