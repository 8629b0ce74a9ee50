// | Key Concept | Observations | Grade |
// | Modularity  | superb       | Convincing Evidence |
rect(5, 5, 5, 5);
