"""What would change an answer: other facts, and later days."""
