"""What the checker's script reads and pages of many insurers share: the table of a kind of rules, and common words.

Each is a script that stands in front of the checker's and puts data into the page, where a page that stands alone has
them from the start; so whoever reads them finds the same in both. Rules that are alike have one table for all.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.build.asking import best_orders, written_orders
from checker.build.table import make_table
from checker.pages.alike import text_once
from checker.pages.assets import SharedFile
from checker.pages.decisions import open_desk
from checker.pages.packs import common_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer, Words
    from checker.pages.making import Making

__all__ = ["common_data", "shared_data", "table_head", "table_text"]

_HASH_LENGTH = 12
_ANYBODY = "@"
"""Stands for the insurer's id in a table that is shared."""

_PUT_TABLE = (
    "for(const one of document.querySelectorAll('script[data-table]')){"
    "const head=one.textContent;"
    "one.textContent=head.slice(0,-1)+','+%s.replaceAll('\"@/','\"'+JSON.parse(head).insurer+'/')}\n"
)
_PUT_COMMON = (
    "{const one=document.createElement('script');one.type='application/json';one.dataset.common='';"
    "one.textContent=%s;document.head.append(one)}\n"
)


def shared_data(insurer: Insurer, making: Making) -> tuple[SharedFile, ...]:
    """Return the files that an insurer's page needs in front of the checker's script, none where it answers nothing."""
    if insurer.status != "published":
        return ()
    table = table_text(insurer, making).replace(f'"{insurer.id}/', f'"{_ANYBODY}/')[1:]
    common = json.dumps(common_data(making), ensure_ascii=False, separators=(",", ":"))
    return (_file("table", _PUT_TABLE, table), _file("words", _PUT_COMMON, common))


def common_data(making: Making) -> Mapping[str, Any]:
    """Return the words that are the same for all insurers."""
    words: Words = making.library.words
    return common_words(words)


def table_head(insurer: Insurer) -> Mapping[str, str]:
    """Return what a table says of the insurer alone."""
    return {"insurer": insurer.id, "rulebook": insurer.rulebook.version}


def table_text(insurer: Insurer, making: Making) -> str:
    """Return the rest of the decision table as JSON, which is made once for all insurers whose rules are alike."""

    def make() -> str:
        orders = written_orders if making.in_haste else best_orders
        table = make_table(open_desk(insurer, making.today).book, making.today, orders)
        own = table_head(insurer)
        return json.dumps(
            {key: part for key, part in table.items() if key not in own}, ensure_ascii=False, separators=(",", ":")
        )

    return text_once(f"table{making.in_haste}", insurer, making.today, make)


def _file(stem: str, script: str, text: str) -> SharedFile:
    quoted = "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    content = (script % quoted).encode()
    return SharedFile(f"assets/{stem}.{sha256(content).hexdigest()[:_HASH_LENGTH]}.js", content)
