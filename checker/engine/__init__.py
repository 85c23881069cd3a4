"""The rules engine: the only part that ships to browsers. Standard library only; no files, no network, no clock."""

from checker.engine.compiled import Compiled
from checker.engine.decision import decide
from checker.engine.rulebook import Fact, Rule, Rulebook
from checker.engine.topics import compile_rulebook

__all__ = ["Compiled", "Fact", "Rule", "Rulebook", "compile_rulebook", "decide"]
