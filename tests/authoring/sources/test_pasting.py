"""Fingerprints put into a file: those that are lacking and sure, and none that somebody has to look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from authoring.trees import small_tree

from checker.authoring import load_library
from checker.authoring.sources.pasting import with_fingerprints

if TYPE_CHECKING:
    from pathlib import Path

TOWN = f"""\
id: town
name: 町
short: 町
kana: まち
status: draft
source: {{title: お知らせ, date: 2026年4月, year: "2026", document: town}}
passages:
  lacking:
    locator: 届くもの
    says: 届きます。
  other-than-read:
    locator: 持ち物
    fingerprint: {"a" * 64}
    says: 持って行きます。
  on-one-line: {{locator: 窓口, says: 窓口です。}}
  nowhere:
    locator: 書かれていない見出し
    says: ありません。
  at-two-places:
    locator: 注意
    says: 注意です。
"""
NOTICE = "届くもの\n資格確認書\n持ち物\n本人確認書類\n窓口\n一階\n注意\n一つめ\n注意\n二つめ\n"


def test_only_what_is_lacking_and_sure_is_put_in(tmp_path: Path) -> None:
    tree = small_tree(tmp_path / "project")
    tree.write("docs/insurers/town.yaml", TOWN)
    stored = tmp_path / "stored"
    stored.mkdir()
    (stored / "town.txt").write_text(NOTICE, encoding="utf-8")
    library = load_library(tree.root, drafts=True)
    rows = library.files.insurers["town"]["passages"]
    text, count = with_fingerprints(TOWN, rows, library.insurers["town"], stored)
    put_in = [line for line in text.splitlines() if line not in TOWN.splitlines()]
    assert (count, len(put_in)) == (2, 2)
    assert re.fullmatch("  on-one-line: {fingerprint: [0-9a-f]{64}, locator: 窓口, says: 窓口です。}", put_in[1])
    assert re.sub("fingerprint: [0-9a-f]{64}, ", "", text.replace(f"{put_in[0]}\n", "")) == TOWN
    assert f"    locator: 届くもの\n{put_in[0]}\n    says: 届きます。\n" in text
    tree.write("docs/insurers/town.yaml", text)
    again = load_library(tree.root, drafts=True)
    for name in ("lacking", "on-one-line"):
        assert len(again.insurers["town"].passages[f"town/{name}"].fingerprint) == 64
    assert with_fingerprints(text, again.files.insurers["town"]["passages"], again.insurers["town"], stored) == (
        text,
        0,
    )
