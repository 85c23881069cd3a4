"""What the server itself says in the browser: the mistakes of the files, and the script that waits for a change.

Nothing of it is in the built site. Pages keep their own content security policy, which allows scripts of the site and
nothing else: so the script asks the server by another script, which is answered once something has changed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.authoring import Finding

__all__ = ["SCRIPT", "STYLE", "WAIT", "changed_to", "findings_page", "with_script"]

FOLDER = ".live/"
SCRIPT, STYLE, WAIT = f"{FOLDER}live.js", f"{FOLDER}live.css", f"{FOLDER}wait.js"
"""Addresses that only this server has."""

_AROUND = 2
"""Lines of a file that are shown before and after the one with the mistake."""

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"


def with_script(page: bytes, version: str, note: str = "") -> bytes:
    """A page with the script that loads it again when the files change; `note` stands at its lower edge."""
    tag = el("script", src=f"/{SCRIPT}", defer=True, data_version=version, data_note=note or None)
    return page.replace(b"</head>", tag.encode() + b"</head>", 1)


def changed_to(version: str) -> bytes:
    """The script that tells a waiting page which state of the files there is now."""
    return f'document.dispatchEvent(new CustomEvent("live",{{detail:{json.dumps(version)}}}));\n'.encode()


def findings_page(findings: Sequence[Finding], root: Path) -> bytes:
    """The page that is shown in place of any other while the files cannot be used."""
    count = f"{len(findings)} problem{'s' if len(findings) > 1 else ''}"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{count} in the files"),
        el("link", rel="stylesheet", href=f"/{STYLE}"),
    )
    told = el("p", "This page comes back by itself once the files can be used again.")
    body = el("body", el("h1", f"{count} in the files"), told, el("ol", *(_finding(one, root) for one in findings)))
    return f"<!doctype html>\n{el('html', head, body, lang='en')}\n".encode()


def _finding(one: Finding, root: Path) -> Html:
    place = f"{one.file}:{one.line}" if one.line else one.file
    return el("li", el("p", el("code", place)), el("p", one.message), _excerpt(root / one.file, one.line))


def _excerpt(file: Path, line: int) -> Html | None:
    """The lines around the mistake, with their numbers."""
    if not line or not file.is_file():
        return None
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    first = max(1, line - _AROUND)
    shown = [
        el("mark" if number == line else "span", f"{number:5}  {text}\n")
        for number, text in enumerate(lines[first - 1 : line + _AROUND], start=first)
    ]
    return el("pre", join(*shown))
