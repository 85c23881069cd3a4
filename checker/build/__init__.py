"""From sources to what is published: set-up, decision tables, Python's runtime, the offline file."""
