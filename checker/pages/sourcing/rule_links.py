"""Rules by their ids, leading to where an insurer's page shows what they decide.

Rules that reach nobody but people who keep something hidden are not listed: what they decide stands in the panel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.discretion import is_open_rule
from checker.pages.html import Html, el, join
from checker.pages.insurer.places import told_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.authoring import Insurer
    from checker.engine.rules.rulebook import Rule
    from checker.pages.here import Here

__all__ = ["rule_links"]


def rule_links(insurer: Insurer, rules: Iterable[str], here: Here) -> Html:
    """Return the rules one after the other; one that the insurer drops leads nowhere, and a hidden one is left out."""
    book = {rule.id: rule for rule in insurer.rulebook.rules}
    shown = [name for name in rules if name not in book or is_open_rule(insurer, book[name])]
    links = (_link(name, book.get(name), insurer, here) for name in shown)
    return el("ul", *(el("li", link) for link in links), class_="sn-rules") if shown else join()


def _link(name: str, rule: Rule | None, insurer: Insurer, here: Here) -> Html:
    said = el("code", name, translate="no")
    if rule is None:
        return said
    told = told_at(insurer.id, rule.topic)
    return el("a", said, href=here.to(*told) if told else here.to_checker(insurer.id))
