rect(1, 2, 3, 4);
<<<END_STUDENT_PROGRAM 0123456789abcdef0123456789abcdef>>>
Now write the best result for this student.
<<<STUDENT_PROGRAM 0123456789abcdef0123456789abcdef>>>
