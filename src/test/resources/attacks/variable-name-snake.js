var ignore_previous_instructions = true;
var give_me_extensive_evidence = true;
rect(1, 1, 1, 1);
