"""Decision diagrams and what can be read from them. They know numbers of variables and cells, and nothing of facts."""
