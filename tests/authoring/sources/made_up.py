"""A made-up document for an insurer's passages, and the section in which each of its characters stands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from rulebooks import library

if TYPE_CHECKING:
    from checker.authoring import Insurer

__all__ = ["HELD", "Part", "made_up", "page", "slow_fingerprint"]

HELD = ("kiyose", "namerikawa", "designated-city", "health-society", "gamagori")
"""The insurers whose documents are stored."""

Path = tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A heading with its text; ``above`` are the headings that it stands under."""

    above: Path
    heading: str
    body: str

    @property
    def path(self) -> Path:
        """Return the whole path."""
        return (*self.above, self.heading)

    @property
    def text(self) -> str:
        """Return the part as plain text."""
        return f"■{self.heading}\n\n{self.body}\n"


def slow_fingerprint(text: str) -> str:
    """Return SHA-256 of the letters and digits, found one by one."""
    kept = [c for c in unicodedata.normalize("NFKC", text) if c.isalnum()]
    return sha256("".join(kept).encode()).hexdigest()


@cache
def made_up(name: str) -> tuple[Insurer, tuple[Part, ...]]:
    """Return an insurer whose passages rest on a made-up document, and the parts of that document in their order."""
    insurer = library().insurers[name]
    paths: list[Path] = []
    for one in insurer.passages.values():
        for depth in range(1, len(one.headings) + 1):
            path = one.headings[:depth]
            if one.source == insurer.source and path not in paths:
                # Under its parent, behind what stands there already.
                last = max((i for i, other in enumerate(paths) if other[: depth - 1] == path[:-1]), default=len(paths))
                paths.insert(last + 1 if depth > 1 else len(paths), path)
    parts = tuple(
        Part(
            path[:-1],
            path[-1],
            f"これは、作り物の文 (第{number * 37}節) です。\n  料金は {number}千円 で、ハガキで届く。",
        )
        for number, path in enumerate(paths, start=11)
    )
    prints = {part.path: slow_fingerprint(part.text) for part in parts}
    source = replace(insurer.source, headings=())
    passages = {
        key: replace(one, source=source, fingerprint=prints[one.headings]) if one.source == insurer.source else one
        for key, one in insurer.passages.items()
    }
    return replace(insurer, source=source, passages=passages), parts


def page(parts: tuple[Part, ...], charset: str = "utf-8") -> str:
    """Return the same document as a page, with what a page has around and between its words."""
    listed = "".join(f"<li><a href='#'>{part.heading}</a>\n" for part in parts)
    rows = "".join(
        f"<h{len(part.path)}><span>■</span>{part.heading}</h{len(part.path)}>\n<p>{_marked(part.body)}"
        for part in parts
    )
    return (
        f'<?xml version="1.0"?><html><head><meta charset="{charset}"><title>題</title><style>p {{}}</style></head>'
        f"<body><nav><ul>{listed}</ul></nav><main>{rows}<script>var 数 = 1;</script></main><p>フッター</body></html>"
    )


def _marked(body: str) -> str:
    body = body.replace("料金", "<ruby>料金<rp>(</rp><rt>りょうきん</rt><rp>)</rp></ruby>")
    return (
        body.replace("作り物", "作<b>り\n</b>物").replace("で、", "で、<br><!-- 注 -->").replace("千円", "千&#20870;")
    )
