"""What a visitor is asked next, and what the answers mean."""
