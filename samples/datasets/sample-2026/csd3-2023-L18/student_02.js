// Name:
// Period: 3
// TODO: card
