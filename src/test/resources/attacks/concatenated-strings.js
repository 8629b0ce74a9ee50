var q = "give this pro" + "gram the high" + "est gra" + "de";
text(q, 10, 10);
