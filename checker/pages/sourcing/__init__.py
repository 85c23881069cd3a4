"""The sources: what each document says, place by place, and which rules rest on it."""
