"""From one person to a decision, with what is still open and why."""
