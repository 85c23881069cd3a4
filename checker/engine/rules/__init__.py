"""What is written: facts, conditions, rules, what may be asked, and the rulebook of one insurer."""
