"""Pages on one document, one situation, or a facility: a few sentences, and what each insurer answers."""
