"""What can be chosen on the comparison; a script makes it work, and without one it does not show.

Few insurers stand in lists and boxes. Of many, two are looked for by name: the insurance now, and the one after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.comparing.pairs import ANY
from checker.pages.comparing.topics import GROUPS
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.authoring import Insurer, Words
    from checker.pages.assets import SharedFile
    from checker.pages.here import Here

__all__ = ["choices", "choices_of_many"]


def choices(compared: Mapping[str, Insurer], here: Here, words: Words) -> Html:
    """Return what is chosen of few insurers: a move, and what of the table shows."""
    insurers = [(insurer.id, name) for name, insurer in compared.items()]
    boxes = el("div", _boxes("insurer", words["compare.insurers"], insurers), data_standing_still=True)
    return _choices(
        words,
        el("div", _select("from", insurers, words), _select("to", insurers, words), class_="sn-moving"),
        join(*(_towards(name, value, here, words) for value, name in insurers)),
        boxes,
    )


def choices_of_many(pairs: SharedFile, here: Here, words: Words) -> Html:
    """Return what is chosen of many insurers, whose names and answers are in the script `pairs`."""
    way, says = here.to_checker(ANY), words["compare.move_on"]
    onward = el("p", class_="sn-after-list", data_towards=ANY, data_way=way, data_says=says, hidden=True)
    failed = el("p", words["compare.failed"], class_="sn-alert", data_failed=True, hidden=True)
    ends = el("div", _end("from", words), _end("to", words), class_="sn-moving")
    return _choices(words, ends, join(failed, onward), None, here.up + pairs.address)


def _choices(words: Words, ends: Html, onward: Html, boxes: Html | None, pairs: str | None = None) -> Html:
    topics = [(topic.id, words[f"compare.topics.{topic.id}"]) for topics in GROUPS.values() for topic in topics]
    differing = el("input", type="checkbox", data_differing=True)
    return el(
        "div",
        el("h2", words["compare.move_heading"]),
        el("p", words["compare.move_intro"]),
        ends,
        onward,
        el("h2", words["compare.filter_heading"]),
        boxes,
        el(
            "details",
            el("summary", words["compare.choose_topics"]),
            el("p", _button("all", words), " ", _button("none", words)),
            _boxes("topic", words["compare.topics_legend"], topics),
            class_="sn-topics",
        ),
        None
        if boxes is None
        else el(
            "p", el("label", differing, " ", words["compare.differing"], class_="sn-box"), data_standing_still=True
        ),
        _status(words),
        class_="sn-choices",
        data_choices=True,
        data_pairs=pairs,
        hidden=True,
    )


def _towards(name: str, insurer: str, here: Here, words: Words) -> Html:
    """Return the way on for who moves to an insurer, told once it is chosen."""
    link = el("a", words["compare.move_on"].format(insurer=name), href=here.to_checker(insurer))
    return el("p", link, class_="sn-after-list", data_towards=insurer, hidden=True)


def _select(name: str, options: Iterable[tuple[str, str]], words: Words) -> Html:
    return el("label", el("span", words[f"compare.move_{name}"]), _list(name, options, words))


def _list(name: str, options: Iterable[tuple[str, str]], words: Words) -> Html:
    nobody = el("option", words["compare.choose"], value="")
    listed = (el("option", text, value=value) for value, text in options)
    return el("select", nobody, *listed, data_move=name)


def _end(name: str, words: Words) -> Html:
    """Return one end of a move: a field for a name, and the list of those that fit."""
    field = el("input", type="search", autocomplete="off", spellcheck="false", enterkeyhint="search")
    found = _list(name, [(OTHER, words["pages.other_insurer"])], words)
    return el(
        "fieldset",
        el("legend", words[f"compare.move_{name}"]),
        el("label", el("span", words["choose.field"]), field),
        el("p", role="status", class_="sn-note", data_says=words["search.found"], data_none=words["search.none"]),
        el("label", el("span", words["compare.matches"]), found),
        data_end=name,
    )


def _boxes(name: str, legend: str, values: Iterable[tuple[str, str]]) -> Html:
    boxes = (
        el("label", el("input", type="checkbox", name=name, value=value, checked=True), " ", text, class_="sn-box")
        for value, text in values
    )
    return el("fieldset", el("legend", legend), *boxes, class_="sn-boxes")


def _button(name: str, words: Words) -> Html:
    return el("button", words[f"compare.topics_{name}"], type="button", class_="sn-quiet", data_topics=name)


def _status(words: Words) -> Html:
    """Return what is said after a choice, by what there is to say; the number comes from the script."""
    said = {
        "differing": join(words["compare.move_found"], " ", el("b", "", data_found=True)),
        "alike": words["compare.move_alike"],
        "twice": words["compare.move_twice"],
        "nothing": words["compare.nothing_left"],
    }
    lines = (el("p", text, data_said=name, hidden=True) for name, text in said.items())
    return el("div", *lines, role="status", class_="sn-told")
