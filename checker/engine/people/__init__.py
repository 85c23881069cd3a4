"""What is said of one person, and what holds of them straight from that."""
