"""The pages of one insurer: at a glance, and every situation in tables."""
