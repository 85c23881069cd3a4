"""What a test asks of a page as it stands, beside what axe finds; `looks.js` looks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["look"]


@cache
def _source() -> str:
    source = (Path(__file__).parent / "looks.js").read_text(encoding="utf-8")
    return re.sub(r"^export ", "", source, flags=re.MULTILINE)


def look(page: Page, what: str, *given: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return what a function of `looks.js` says of the page; a strict policy lets no script in, so it is evaluated."""
    return page.evaluate(f"(given) => {{ {_source()}\nreturn {what}(...given); }}", list(given))
