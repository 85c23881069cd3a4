"""YAML files to rulebooks: reading, checking, and all problems at once."""

from checker.authoring.errors import AuthoringError, Finding
from checker.authoring.insurer import Contact, Insurer, Passage, Source
from checker.authoring.library import Library, load_library
from checker.authoring.words import Words

__all__ = [
    "AuthoringError",
    "Contact",
    "Finding",
    "Insurer",
    "Library",
    "Passage",
    "Source",
    "Words",
    "load_library",
]
