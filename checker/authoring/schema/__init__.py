"""JSON Schema for editors: what may stand in an insurer's file, made from rules.yaml and from what the loader knows.

An editor that follows it completes names and marks mistakes while somebody writes. It knows one file alone, and cannot
say whether a passage, a word or a term of the file's own is there: the loader does.
"""

from checker.authoring.schema.insurer_schema import insurer_schema

__all__ = ["insurer_schema"]
