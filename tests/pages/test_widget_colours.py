"""Whatever colours a host asks for, everything in the widget can be read, and what cannot be taken is named."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("widget_colours.mjs")
READABLE = 4.5
WRITTEN = ("--text", "--text-quiet", "--link")
BELOW = ("--paper", "--paper-soft", "--action-soft", "--care")
OTHERS = (("--problem", "--paper"), ("--action-deep", "--paper"), ("--link", "--focus-in"))


def taken(queries: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Return for each query what the widget makes of it."""
    lines = "".join(f"{json.dumps(one)}\n" for one in queries)
    done = subprocess.run(["node", str(SCRIPT)], input=lines, capture_output=True, encoding="utf-8", check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def luminance(colour: str) -> float:
    parts = [int(colour.removeprefix("#")[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the ratio as WCAG defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_whatever_is_taken_can_be_read() -> None:
    chance = random.Random(6)  # noqa: S311 - colours, no secrets
    queries = [
        {name: f"{chance.randrange(1 << 24):06x}" for name in chance.sample(("accent", "paper", "text"), number)}
        for number in (1, 2, 3)
        for _ in range(1500)
    ]
    kept = 0
    for query, told in zip(queries, taken(queries), strict=True):
        properties = told["properties"]
        assert bool(properties) == (len([name for name in query if is_said(name, told["refused"])]) < len(query))
        if not properties:
            continue
        kept += 1
        pairs = [*((one, below) for one in WRITTEN for below in BELOW), *OTHERS]
        faults = [(one, below) for one, below in pairs if contrast(properties[one], properties[below]) < READABLE]
        assert faults == [], query
        for name, place in (("accent", "--link"), ("paper", "--paper"), ("text", "--text")):
            if name in query and not is_said(name, told["refused"]):
                assert properties[place] == f"#{query[name]}"
    assert kept > 500


def is_said(name: str, refused: list[str]) -> bool:
    """Say whether a line of what is left out names the colour."""
    return any(name in line.partition(":")[0].split(" and ") for line in refused)


def test_what_is_left_out_is_named_with_its_reason() -> None:
    same, script, short, dim, good, none = taken(
        [
            {"paper": "ffffff", "text": "ffffff"},
            {"accent": "javascript:1", "paper": "fffdf5"},
            {"accent": "fff"},
            {"accent": "777777", "lang": "en"},
            {"accent": "7A0038"},
            {},
        ]
    )
    assert same["properties"] == {}
    assert "paper and text" in same["refused"][0]
    assert "1.0:1" in same["refused"][0]
    assert script["properties"]["--paper"] == "#fffdf5"
    assert script["properties"]["--link"] == "#0017c1"
    assert "javascript:1" in script["refused"][0]
    assert "accent=fff" in short["refused"][0]
    assert dim == {
        "properties": {},
        "refused": ["accent: #777777 on #ffffff cannot be read (4.4:1, at least 4.5:1), and is left out"],
    }
    assert good["properties"]["--action"] == "#7a0038"
    assert none == {"properties": {}, "refused": []}
