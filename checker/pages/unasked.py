"""What an insurer's answers turn on and nobody is asked, since it is private: a sensitive fact of its own.

Everybody reads the same on it, beside the standing line and in the panel. Whether it is so of the reader is never said
to a page: neither asked, nor put into an address, nor printed with an answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from checker.authoring import Insurer, Words

__all__ = ["unasked_facts", "unasked_line", "unasked_section"]


def unasked_facts(insurer: Insurer) -> list[str]:
    """Return the ids of the sensitive facts that the insurer declares itself; of others the panel tells anyway."""
    return [fact.id for fact in insurer.rulebook.facts if fact.sensitive and fact.id in insurer.words]


def unasked_line(insurer: Insurer, words: Words) -> Html | None:
    """Return the sentence that stands where an answer may be another; None where nothing is left unasked."""
    names = [insurer.words[fact] for fact in unasked_facts(insurer)]
    if not names:
        return None
    return el("span", " ", words["panel.unasked_line"].format(facts=words["pages.list_comma"].join(names)))


def unasked_section(insurer: Insurer, words: Words) -> Html | None:
    """Return the panel's part on it."""
    names = [insurer.words[fact] for fact in unasked_facts(insurer)]
    if not names:
        return None
    listed = el("ul", *(el("li", name) for name in names))
    return el("section", el("h3", words["panel.unasked"]), join(el("p", words["panel.unasked_note"]), listed))
