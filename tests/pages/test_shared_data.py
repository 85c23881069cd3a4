"""What pages of many insurers share stands once: one table for rules that are alike, one file of common words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rulebooks import ROOT, library

from checker.authoring.likeness import shape_of
from checker.pages.alike import forget_all
from checker.pages.assets import collect_assets
from checker.pages.making import Making
from checker.pages.shared_data import shared_data, table_head, table_text

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring import Insurer

MAKING = Making(library(), collect_assets(ROOT), date(2026, 11, 22))


def _twin(insurer: Insurer) -> Insurer:
    """Return another insurer that says the same by passages of its own."""
    text = insurer.rulebook.to_json().replace(f'"{insurer.id}/', '"twin/').replace(f'"{insurer.id}"', '"twin"')
    return replace(insurer, id="twin", name="双子市", rulebook=type(insurer.rulebook).from_json(text))


def _text_in(script: bytes) -> str:
    """Return the text that a script puts into the page."""
    found = re.search(r"'((?:[^'\\]|\\.){100,})'", script.decode())
    assert found is not None
    return re.sub(r"\\(.)", r"\1", found[1])


def test_insurers_whose_rules_are_alike_have_one_table() -> None:
    forget_all()
    kiyose = library().insurers["kiyose"]
    files = [[one.address for one in shared_data(insurer, MAKING)] for insurer in (kiyose, _twin(kiyose))]
    assert files[0] == files[1]
    gamagori = [one.address for one in shared_data(library().insurers["gamagori"], MAKING)]
    assert gamagori[0] != files[0][0], "other rules, another table"
    assert gamagori[1] == files[0][1], "the same words"


def test_with_its_own_id_it_is_the_insurer_s_whole_table() -> None:
    kiyose = library().insurers["kiyose"]
    (table, words) = shared_data(kiyose, MAKING)
    assert isinstance(table.content, bytes)
    assert isinstance(words.content, bytes)
    head = json.dumps(table_head(kiyose), separators=(",", ":"))
    whole = f"{head[:-1]},{_text_in(table.content)}".replace('"@/', '"kiyose/')
    assert json.loads(whole) == {**table_head(kiyose), **json.loads(table_text(kiyose, MAKING))}
    assert json.loads(_text_in(words.content))["questions"]["errand"]


def test_who_answers_nothing_needs_nothing() -> None:
    assert shared_data(replace(library().insurers["kiyose"], status="withdrawn"), MAKING) == ()


def test_a_built_site_has_each_once_and_light_pages(site_dir: Path) -> None:
    published = [one for one in library().insurers.values() if one.status == "published"]
    tables = list(site_dir.glob("assets/table.*.js"))
    assert len(tables) == len({shape_of(one.rulebook) for one in published})
    assert len(list(site_dir.glob(f"assets/words.{'?' * 12}.js"))) == 1
    for insurer in published:
        for folder in ("check", "v1"):
            page = (site_dir / folder / insurer.id / "index.html").read_text(encoding="utf-8")
            assert len(page.encode()) < 90_000
            assert len(re.findall(r'<script src="\.\./\.\./assets/(?:table|words)\.[0-9a-f]{12}\.js"', page)) == 2
