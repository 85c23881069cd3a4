"""Insurers beside each other, topic by topic: what each answers, and who says so."""
