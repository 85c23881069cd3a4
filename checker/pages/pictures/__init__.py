"""Flow pictures: a topic's diagram of one insurer drawn as questions and answers, and the same told as text."""
