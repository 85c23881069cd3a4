"""A new insurer's files, as they are first written: what is asked about it, and the texts with their TODO marks."""
