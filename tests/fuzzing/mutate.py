"""Texts and JSON values that are almost right: what people, broken disks and those who mean harm make of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

__all__ = ["NASTY", "any_json", "changed_json", "changed_text", "some_text"]

NASTY = (
    "",
    " ",
    "\n",
    "\0",
    "\t",
    "\ufeff",
    "\u202e",
    "\u200b",
    "\ufff9",
    "\ue000content/",
    "\U0010ffff",
    "\x85",
    "\u2028",
    "が",
    "か\u3099",
    "𠮷",
    "葛\U000e0100",
    "é",
    "е",
    "ｃ",
    "'",
    '"',
    "`",
    "<",
    ">",
    "&",
    "</script>",
    "<!--",
    "]]>",
    "-->",
    "<img src=x onerror=alert(1)>",
    "${1}",
    "{{x}}",
    "{name}",
    "{",
    "}",
    "[",
    "]",
    "[[[[",
    "{{{{",
    ":",
    ": ",
    "- ",
    "? ",
    "|",
    ">",
    "#",
    "%",
    "%YAML 1.2",
    "---",
    "...",
    "!!python/name:os.system",
    "!x",
    "&a ",
    "*a",
    "<<: ",
    "=",
    "~",
    "null",
    "true",
    "yes",
    "0",
    "-1",
    "1e999",
    ".nan",
    ".inf",
    "0x10",
    "1:30:59",
    "1" + ":59" * 3_000,
    "9999999999999999999",
    "2025-02-30",
    "0001-01-01",
    "9999-12-31",
    "2025-01-01T00:00:00+99:00",
    "javascript:alert(1)",
    "../../etc/passwd",
    "__proto__",
    "constructor",
    "toString",
    "\\",
    "\\u0000",
    "\\ud800",
    "%00",
    "%2e%2e%2f",
    "CON",
    "\r\n",
    "\r",
    "a" * 1_000,
    "あ" * 600,
)


def some_text(chance: random.Random) -> str:
    """Return a few of the nasty pieces, one after the other."""
    return "".join(chance.choice(NASTY) for _ in range(chance.randrange(1, 5)))


def changed_text(chance: random.Random, text: str) -> str:
    """Return a text with a few changes of its pieces, lines or characters."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 1, 1, 2, 10, 200)))
        text = chance.choice(_WAYS)(chance, text, start, end)
    return text


def _insert(chance: random.Random, text: str, start: int, end: int) -> str:
    del end
    return text[:start] + chance.choice(NASTY) + text[start:]


def _replace(chance: random.Random, text: str, start: int, end: int) -> str:
    return text[:start] + chance.choice(NASTY) + text[end:]


def _drop(_: random.Random, text: str, start: int, end: int) -> str:
    return text[:start] + text[end:]


def _repeat(chance: random.Random, text: str, start: int, end: int) -> str:
    return text[:end] + text[start:end] * chance.choice((1, 2, 50)) + text[end:]


def _swap_lines(chance: random.Random, text: str, start: int, end: int) -> str:
    del start, end
    lines = text.splitlines(keepends=True) or [""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def _indent(chance: random.Random, text: str, start: int, end: int) -> str:
    del end
    line = text.rfind("\n", 0, start) + 1
    return text[:line] + " " * chance.randrange(1, 5) + text[line:]


def _graft(chance: random.Random, text: str, start: int, end: int) -> str:
    del end
    lines = text.splitlines(keepends=True) or [""]
    one = chance.randrange(len(lines))
    at = text.rfind("\n", 0, start) + 1
    return text[:at] + "".join(lines[one : one + chance.randrange(1, 4)]) + text[at:]


def _exchange(chance: random.Random, text: str, start: int, end: int) -> str:
    """Put what stands behind a colon behind another one."""
    del end
    one, other = text.find(": ", start), text.find(": ", chance.randrange(len(text) + 1))
    if min(one, other) < 0:
        return text
    value = text[other + 2 :].partition("\n")[0]
    stop = text.find("\n", one)
    return text[: one + 2] + value + text[stop if stop >= 0 else len(text) :]


def _cut(_: random.Random, text: str, start: int, end: int) -> str:
    del end
    return text[:start]


_WAYS: Sequence[Callable[[random.Random, str, int, int], str]] = (
    _insert, _insert, _replace, _replace, _replace, _drop, _repeat, _swap_lines, _indent, _graft,
    _exchange, _exchange, _exchange, _cut,
)  # fmt: skip


def any_json(chance: random.Random, depth: int = 3) -> Any:  # noqa: ANN401 - JSON
    """Return a value of JSON's kinds, some of them beyond what JSON has."""
    kind = chance.randrange(9 if depth else 7)
    match kind:
        case 0:
            return None
        case 1:
            return chance.choice((True, False))
        case 2:
            return chance.choice((0, -1, 1.5, 10**20, 10**400, 1e308, float("inf"), float("nan")))
        case 7:
            return [any_json(chance, depth - 1) for _ in range(chance.randrange(4))]
        case 8:
            return {some_text(chance): any_json(chance, depth - 1) for _ in range(chance.randrange(4))}
    return some_text(chance)


def changed_json(chance: random.Random, value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a copy of a value with another one in a place of it."""
    copy = json.loads(json.dumps(value))
    places = list(_places(copy))
    for _ in range(chance.choice((1, 1, 2, 4))):
        around, key = chance.choice(places)
        if chance.random() < 0.15 and isinstance(around, dict):
            around.pop(key, None)
        else:
            other, at = chance.choice(places)
            known = other[at] if isinstance(other, list) or at in other else None
            around[key] = json.loads(json.dumps(known)) if chance.random() < 0.4 else any_json(chance)
    return copy


def _places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - JSON
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        found.extend((one, key) for key in keys)
        waiting.extend(one[key] for key in keys)
    return found
