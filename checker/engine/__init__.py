"""The rules engine: the only part that ships to browsers. Standard library only; no files, no network, no clock."""

from checker.engine.compiled import Compiled, compile_rulebook
from checker.engine.decision import decide
from checker.engine.rulebook import Fact, Rule, Rulebook

__all__ = ["Compiled", "Fact", "Rule", "Rulebook", "compile_rulebook", "decide"]
