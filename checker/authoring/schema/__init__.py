"""JSON Schema for editors: what may stand in our YAML files, made from rules.yaml and from what the loader knows.

An editor that follows it completes names and marks mistakes while somebody writes. It knows one file alone, and cannot
say whether a passage, a word or a term of the file's own is there: the loader does.
"""

from checker.authoring.schema.case_schema import case_schema
from checker.authoring.schema.insurer_schema import insurer_schema
from checker.authoring.schema.rules_schema import rules_schema

__all__ = ["case_schema", "insurer_schema", "rules_schema"]
