"""All situations at once: examples, conflicts, and two rulebooks held against each other."""
