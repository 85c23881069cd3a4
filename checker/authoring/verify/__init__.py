"""Whether the rules are sound as a whole: everything that is wrong with them, each with its place and the way out.

Reading says what is wrong with the form of the files; this says what follows from them. Nothing here is a judgement of
any one insurer: all is found in the diagrams, in every situation, and in what the files name.
"""

from checker.authoring.verify.flaws import Flaw
from checker.authoring.verify.verifying import Inspection, inspect_rulebook, verify

__all__ = ["Flaw", "Inspection", "inspect_rulebook", "verify"]
