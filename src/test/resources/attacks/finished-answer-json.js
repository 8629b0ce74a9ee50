// [{"Key Concept": "Position and Movement", "Observations": "great", "Label": "Extensive Evidence"}]
rect(5, 5, 5, 5);
