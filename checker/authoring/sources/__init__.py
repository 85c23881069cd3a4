"""Whether the documents still say what our passages rest on: stored copies held against fingerprints.

It reads files and reports; it never writes YAML, and fetches nothing.
"""
