"""An insurer's page inside an offline file: tables, procedures, silence and passages, folded up below the questions.

It is also what a reader without scripts has: the same body for both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.pages.html import Html, el
from checker.pages.insurer.in_one import rule_sections
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["rules_part"]

_ANCHOR = re.compile(r'(<[^>]*\s(?:id="|href="#))([^"]+)"')


def rules_part(insurer: Insurer, making: Making) -> Html | None:
    """Return the part in the language that the library speaks; open until a script folds it up.

    Several insurers may stand in one page, so every anchor in it ends in the insurer's id.
    """
    if insurer.status != "published":
        return None
    wording = Wording(insurer, making.library.words)
    sections = {
        key: content for key, content in rule_sections(insurer, wording, making.today).items() if key != "contact"
    }
    contents = (el("li", el("a", wording.page(f"section_{key}"), href=f"#{_anchor(key)}")) for key in sections)
    body = el(
        "details",
        el("summary", making.library.words["offline.rules"]),
        el("nav", el("ul", *contents), class_="sn-contents", aria_label=wording.page("contents")),
        *(
            el("section", el("h2", wording.page(f"section_{key}")), content, id=_anchor(key))
            for key, content in sections.items()
        ),
        open=True,
        class_="rules",
    )
    return el("div", Html(_ANCHOR.sub(rf'\g<1>\g<2>-{insurer.id}"', body)), data_told="rules", data_rules=True)


def _anchor(key: str) -> str:
    return key.replace("_", "-")
