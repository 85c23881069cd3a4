"""The rules engine: the only part that ships to browsers. Standard library only; no files, no network, no clock."""

from checker.engine.compiling.compiled import Compiled
from checker.engine.compiling.topics import compile_rulebook
from checker.engine.deciding.decision import decide
from checker.engine.rules.facts import Fact
from checker.engine.rules.rulebook import Rule, Rulebook

__all__ = ["Compiled", "Fact", "Rule", "Rulebook", "compile_rulebook", "decide"]
