"""From sources to what is published: set-up, tables, Python for browsers, the offline file."""
