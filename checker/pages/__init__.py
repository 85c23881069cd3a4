"""Rulebook to pages: plain functions that return text, and a thin hook that hands them to MkDocs."""
