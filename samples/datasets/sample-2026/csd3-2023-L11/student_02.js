
// do later
