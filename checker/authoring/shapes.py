"""The forms that values have in the files: a mapping, a list, a text, a day, yes or no.

What has another form is told in its place, with what to write instead, and read as if it were empty; so whoever reads a
file goes on, and finds its other mistakes too. Nothing here knows what the values mean.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypeGuard

from checker.authoring.days import no_day
from checker.authoring.errors import hint
from checker.authoring.source import Block, Items

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checker.authoring.errors import Report

__all__ = [
    "found",
    "is_day",
    "read_day",
    "read_flag",
    "read_list",
    "read_mapping",
    "read_rows",
    "read_text",
    "read_texts",
    "refuse_unknown",
]

_WIDE_BRACKETS = "［］【】〔〕「」"
"""What stands where `[ ]` is meant, when somebody writes Japanese."""


def found(value: object) -> str:
    """What stands there, as a person would say it."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if value is None:
        return "empty"
    if isinstance(value, (dict, list)):
        return f"{'a' if value else 'an empty'} {'mapping' if isinstance(value, dict) else 'list'}"
    return f"{value!r}" if isinstance(value, str) else f"{value}"


def is_day(value: object) -> TypeGuard[date]:
    """Whether this is a day, without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)


def read_mapping(block: Block, key: str, report: Report) -> Block:
    """The mapping under a key, an empty one where there is none."""
    value = block.get(key)
    if isinstance(value, Block):
        return value
    _refuse(block, key, "a mapping (`name: value`)", report)
    return Block(block.file, block.at(key))


def read_rows(
    block: Block, key: str, report: Report, required: Collection[str] = (), optional: Collection[str] | None = None
) -> Iterator[tuple[str, Block]]:
    """The mappings in the mapping under a key, each with all that is required.

    Other keys than those required and optional are refused; ``optional=None`` allows any.
    """
    rows = read_mapping(block, key, report)
    for name, row in rows.items():
        need = ", ".join(required) or "a mapping"
        if not isinstance(row, Block):
            report.wrong(rows, name, f"{key}: {name!r} is {found(row)}; it needs {need}")
            continue
        if optional is not None:
            refuse_unknown(row, [*required, *optional], f"{key}: {name!r}", report)
        missing = [word for word in required if word not in row]
        if missing:
            report.wrong(rows, name, f"{key}: {name!r} needs {', '.join(missing)}")
        else:
            yield name, row


def read_list(block: Block, key: str, report: Report, of: str = "values") -> Items:
    """The list under a key, an empty one where there is none."""
    value = block.get(key)
    if isinstance(value, Items):
        return value
    way_out = f"; write it as [{value.strip(_WIDE_BRACKETS)}]" if isinstance(value, str) and value else ""
    _refuse(block, key, f"a list of {of}", report, way_out)
    return Items()


def read_texts(block: Block, key: str, report: Report) -> tuple[str, ...]:
    """The list of texts under a key."""
    texts = []
    items = read_list(block, key, report, "texts")
    for item, place in zip(items, items.places, strict=True):
        if isinstance(item, str) and item:
            texts.append(item)
        else:
            report.at(place, f"`{key}` has {found(item)} in it; a text is meant, in quotes if need be")
    return tuple(texts)


def read_text(block: Block, key: str, report: Report, otherwise: str = "") -> str:
    """The text under a key. A number is refused: YAML would take the zero from the front of it."""
    value = block.get(key, otherwise)
    if isinstance(value, str):
        return value
    _refuse(block, key, "a text", report, "; put it in quotes" if isinstance(value, (int, float, date)) else "")
    return otherwise


def read_flag(block: Block, key: str, report: Report) -> bool:
    """Yes or no; no where the key is not there."""
    value = block.get(key, False)
    if isinstance(value, bool):
        return value
    _refuse(block, key, "`true` or `false`", report)
    return False


def read_day(block: Block, key: str, report: Report, called: str = "") -> date | None:
    """The day under a key; ``called`` is how the message names the key."""
    value = block.get(key)
    if is_day(value):
        return value
    if key in block:
        report.wrong(block, key, f"{called or key}: {found(value)} {no_day(value)}")
    return None


def refuse_unknown(block: Block, allowed: Collection[str], where: str, report: Report) -> None:
    """Tell of each key that is not among those allowed."""
    for key in block:
        if key not in allowed:
            cut = "; if it belongs to the text in front of it, put that text in quotes" if block[key] is None else ""
            report.wrong(block, key, f"{where} has no key {key!r}; {hint(key, allowed)}{cut}")


def _refuse(block: Block, key: str, meant: str, report: Report, way_out: str = "") -> None:
    """Tell that a key has another form than is meant; a key that is not there has no form."""
    if key in block:
        otherwise = way_out or "; write one, or take the key out"
        report.wrong(block, key, f"`{key}` is {found(block[key])}; {meant} is meant{otherwise}")
