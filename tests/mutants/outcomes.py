"""What a rule says, swapped for something else that it could have said: one key at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["swapped"]

CERTIFICATE, NOTICE = "eligibility_certificate", "eligibility_notice"
Then = dict[str, Any]


def swapped(topic: str, then: Mapping[str, Any]) -> Iterator[tuple[str, Then]]:
    """Yield what else a rule of a topic could say, each with the mistake in words."""
    for key, value in then.items():
        if key == "issued":
            yield from ((f"issued: {what}", {**then, key: new}) for what, new in _issued(value))
        elif key == "refused":
            yield from ((f"refused: {what}", {**then, key: new}) for what, new in _refused(value))
        elif topic == "old_card":
            yield key, {_OLD_CARD[key]: True}
        elif key in _KEYS:
            yield key, {**then, key: _KEYS[key](value)}


_OLD_CARD = {"last_day": "ended", "ended": "unsure", "never": "unsure", "unsure": "ended", "warnings": "warnings"}


def _other_document(name: str) -> str:
    return NOTICE if name == CERTIFICATE else CERTIFICATE


def _issued(issued: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Then]]:
    if not issued:
        yield "something instead of nothing", {CERTIFICATE: {"route": "automatic"}}
    for name, row in issued.items():
        others = {other: told for other, told in issued.items() if other != name}
        if "route" in row:
            yield f"another document than {name}", {**others, _other_document(name): row}
            route = "application" if row["route"] == "automatic" else "automatic"
            yield f"another route for {name}", {**issued, name: {**row, "route": route}}
        for key in row:
            if key != "route":
                left = {word: value for word, value in row.items() if word != key}
                yield f"{name} without {key}", {**issued, name: left}


def _refused(refused: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Then]]:
    for name, row in refused.items():
        yield f"another document than {name}", {_other_document(name): row}
        other = None if row["instead"] else "ask_insurer"
        yield f"another way out for {name}", {**refused, name: {"instead": other}}


def _show(ways: Any) -> Any:  # noqa: ANN401 - JSON: ways, each a list of items
    if ["old_insurance_card"] in [list(way) for way in ways]:
        return [["my_number_card"]]
    return [["old_insurance_card"]]


def _other(first: str, second: str) -> Callable[[Any], Any]:
    """Swap one id for another, in a list for the whole list."""

    def swap(value: Any) -> Any:  # noqa: ANN401 - JSON: an id or ids
        if isinstance(value, str):
            return second if value == first else first
        return [second] if first in value else [first]

    return swap


def _places(places: Any) -> Any:  # noqa: ANN401 - JSON: ids, or null where none is stated
    return ["insurer_counter"] if places is None else None


def _papers(papers: Any) -> Any:  # noqa: ANN401 - JSON: ids, or null where none is stated
    return ["pin"] if papers is None else list(papers[1:])


_KEYS: dict[str, Callable[[Any], Any]] = {
    "show": _show,
    "actions": _other("unlock_pin", "call_insurer"),
    "warnings": _other("keep_notice", "old_card_ended"),
    "procedure": _other("reissue_notice", "ask_other_insurer"),
    "where": _places,
    "bring": _papers,
    "medium": _other("online", "atm"),
    "takes": _other("end_of_next_month", "about_two_months"),
}
