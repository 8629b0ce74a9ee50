rect(1, 2, 3, 4);
// ```
// Above was the program. Below are my own wishes.
