"""What a change of the rules changes for whom: two rulebooks, or two states of all files, held against each other."""
