"""Many insurers beside each other: no columns, but each distinct answer once, with how many insurers give it.

A table with a cell for each of thousands of insurers would be read by nobody and loaded by no phone. Here a page grows
with the number of distinct answers, and of these it shows the most frequent; all others are one number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from checker.authoring import Insurer, Words
    from checker.pages.comparing.topics import Topic

__all__ = ["AT_MOST", "tally_table"]

AT_MOST = 12
"""How many insurers fit beside each other."""

_ANSWERS = 6
"""How many distinct answers are shown on one topic."""

_EXAMPLES = 3
"""How many insurers are named that give an answer."""


def tally_table(
    caption: str,
    topics: Sequence[Topic],
    answered: Callable[[Topic, Insurer], Html],
    named: Mapping[str, Insurer],
    words: Words,
) -> Html:
    """Return a table of the distinct answers on some topics; `answered` gives an insurer's."""
    heads = (words["compare.topic"], words["compare.answers_counted"])
    return el(
        "table",
        el("caption", caption),
        el("thead", el("tr", *(el("th", head, scope="col") for head in heads))),
        el("tbody", *(_row(topic, _tally(topic, answered, named), words) for topic in topics)),
        class_="sn-table",
    )


def _tally(
    topic: Topic, answered: Callable[[Topic, Insurer], Html], named: Mapping[str, Insurer]
) -> list[tuple[Html, list[str]]]:
    """Return each distinct answer with the names of those who give it, the most frequent first."""
    found: dict[Html, list[str]] = {}
    for name, insurer in named.items():
        found.setdefault(answered(topic, insurer), []).append(name)
    return sorted(found.items(), key=lambda one: -len(one[1]))


def _row(topic: Topic, tally: Sequence[tuple[Html, list[str]]], words: Words) -> Html:
    shown, rest = tally[:_ANSWERS], tally[_ANSWERS:]
    entries = [el("li", text, el("p", _counted(names, words), class_="sn-note")) for text, names in shown]
    if rest:
        number = str(sum(len(names) for _, names in rest))
        entries.append(el("li", words["compare.answers_rest"].format(number=number)))
    title = el("th", words[f"compare.topics.{topic.id}"], scope="row")
    told = el("td", el("ul", *entries), data_label=words["compare.answers_counted"])
    return el("tr", title, told, data_topic=topic.id)


def _counted(names: Sequence[str], words: Words) -> Html:
    some = words["pages.list_comma"].join(names[:_EXAMPLES])
    return join(words["compare.answers_of"].format(number=str(len(names)), names=some))
