"""What only some insurers have stands in words on their pages, made ahead or written by the script."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from made_up import made_up_book, made_up_library
from rulebooks import library
from written_cases import read_cases

from checker.engine import decide
from checker.pages.assets import Assets
from checker.pages.insurer.tables_page import tables_page
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making
from checker.pages.open_data.files import data_of, index_files
from checker.pages.packs import common_words, own_words
from checker.pages.pictures.figures import drawn
from checker.pages.sourcing.source_page import source_page
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

DAY = date(2026, 11, 22)
NO_FILES = Assets({}, "", "", "", "", None, "", "", ())
CASES = Path(__file__).parents[1] / "features" / "cases"
SCRIPT, VALIDATE = (Path(__file__).with_name(name) for name in ("own_words.mjs", "validate_data.mjs"))
DATA = ("tables", "passages")

FEES = ("FD01", "FD02", "FD03", "FD05")
"""A fee, none, something to return, and something to tell."""


@cache
def _page(feature: str) -> str:
    """Return the insurer's page and its tables, as they are made ahead."""
    made_up = made_up_library().insurers[feature]
    making = Making(
        replace(library(), insurers={feature: made_up, "other": library().insurers["other"]}), NO_FILES, DAY
    )
    return "".join(str(page(made_up, making).body) for page in (insurer_page, tables_page))


@pytest.mark.parametrize(
    ("feature", "said"),
    [
        ("timings", ["申し込まないとき", "期限の3か月後の月のはじめ", "使える期間", "2か月"]),
        ("roles-and-media", ["できる人", "世帯主", "できないやり方", "ファクス"]),
        ("fees-and-duties", ["手数料", "300円", "いつまでに", "しなければならない手続きです。", "14日以内"]),
        ("applicant", ["成年後見人", "登記事項証明書", "世帯主の委任状"]),
        ("self-service", ["お知らせを自分で印刷する", "加入者専用サイト"]),
    ],
)
def test_a_page_that_is_made_ahead_says_what_is_new(feature: str, said: list[str]) -> None:
    assert [text for text in said if text not in _page(feature)] == []


@pytest.mark.parametrize("feature", ["everyone", "together"])
def test_where_all_have_one_answer_nothing_is_drawn(feature: str) -> None:
    """Everybody gets the certificate, or everybody of an age is another insurer's: no question leads to it."""
    pictures = drawn(Wording(made_up_library().insurers[feature], library().words), DAY)
    assert [picture.flow.title for picture in pictures if not picture.flow.steps] == []
    assert {picture.flow.topic for picture in pictures} == {"desk"} | ({"document"} if feature == "together" else set())


def _told(feature: str, *ids: str, asked: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """Return what the script says of written cases, and of facts that it may ask."""
    cases = {case["id"]: case["facts"] for case in read_cases(CASES / f"{feature}.yaml")}
    pack = {"language": "ja", "common": common_words(library().words), **own_words(made_up_library().insurers[feature])}
    given = {"words": pack, "asked": asked, "decisions": [decide(made_up_book(feature), cases[name]) for name in ids]}
    done = subprocess.run(
        ["node", str(SCRIPT)], input=json.dumps(given), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    told: Mapping[str, Any] = json.loads(done.stdout)
    return told


def _terms(rows: list[list[Any]]) -> dict[str, Any]:
    return {name: {term: said for term, said in terms if said is not None} for name, terms in rows}


def test_the_script_says_variants_and_both_times() -> None:
    [behind] = _told("arrears", "AR05")["told"]
    named = _terms(behind["documents"])["資格確認書(特別療養)"]
    assert named["期限"].endswith("1月31日")
    [expired] = _told("timings", "TI01")["told"]
    terms = _terms(expired["documents"])["資格確認書"]
    assert (terms["時期"], terms["申し込まないとき"]) == ("申し込んだその日", "期限の3か月後の月のはじめ")
    assert terms["使える期間"] == "2か月"


def test_the_script_says_who_may_apply_what_is_refused_fees_and_duties() -> None:
    [lost] = _told("roles-and-media", "RM01")["told"]
    [applying] = [terms for terms in _terms(lost["procedures"]).values() if "できる人" in terms]
    assert (applying["できる人"], applying["できないやり方"]) == (["本人", "世帯主"], ["電話", "ファクス"])
    paid, free, back, told = (_terms(one["procedures"]) for one in _told("fees-and-duties", *FEES)["told"])
    assert {terms["手数料"] for terms in paid.values() if "手数料" in terms} == {"300円"}
    assert {terms["手数料"] for terms in free.values() if "手数料" in terms} == {"かかりません"}
    assert back["資格確認書を返す"]["いつまでに"].endswith("12月4日までにしてください。")
    assert told["変わったことを届け出る"]["いつまでに"] == "しなければならない手続きです。"


def test_whom_the_document_is_not_for_is_told_in_its_own_words_whom_to_ask() -> None:
    """Not that another insurance answers, unless that is so as well; and with the passage that says so."""
    inside, outside, elsewhere = _told("own-gate", "OG01", "OG02", "OG05")["told"]
    assert (inside["act"], inside["outside"]) == ("apply", None)
    assert (outside["act"], outside["outside"]) == ("call_first", "西支部の人には、西支部が答えます。")
    assert [name for name, _ in outside["procedures"]] == ["西支部に聞く"]
    assert elsewhere["act"] == "late_elderly"
    insurer = made_up_library().insurers["own-gate"]
    assert own_words(insurer)["passages"]["own-gate/branch"]["says"].startswith("この案内は")
    source = str(source_page(insurer, (), Making(library(), NO_FILES, DAY)).body)
    assert library().words["sources.no_rules"] not in source
    assert "西支部の人には、西支部が答えます。" in source


def test_the_script_asks_in_the_insurers_own_words() -> None:
    """A fact of its own has its question and values; a common one keeps its own, and has the further values too."""
    pages = _told("life-events", asked=("asked_on_joining_form", "event", "reader"))["pages"]
    own = pages["asked_on_joining_form"]
    assert own["question"] == "届出書の「資格確認書を希望する」に、印をつけましたか"
    assert own["values"] == {"true": "印をつけた", "false": "印をつけていない"}
    common = library().words.tree["questions"]["event"]
    further = {"newborn": "子どもが生まれた", "transferred_in": "引っ越してきた"}
    assert pages["event"] == {**common, "values": {**common["values"], **further}}
    assert pages["reader"] == library().words.tree["facts"]["reader"]


def test_the_open_data_of_the_insurer_with_every_feature_have_the_form_of_their_schemas(tmp_path: Path) -> None:
    made_up = {name: made_up_library().insurers[name] for name in ("everything", "timings")}
    every = replace(library(), insurers={**made_up, "other": library().insurers["other"]})
    making = Making(every, NO_FILES, DAY)
    for file in (*index_files(making), *(file for one in made_up.values() for file in data_of(one, making))):
        path = tmp_path / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        assert isinstance(file.content, bytes)
        path.write_bytes(file.content)
    schemas = tmp_path / "data" / "schema"
    pairs = [(schemas / f"{kind}.json", tmp_path / "data" / name / f"{kind}.json") for name in made_up for kind in DATA]
    for name, one in made_up.items():
        path = tmp_path / f"{name}.json"
        path.write_text(one.rulebook.to_json(), encoding="utf-8")
        pairs.append((schemas / "rulebook.json", path))
    told = json.dumps([[str(schema), str(file)] for schema, file in pairs])
    done = subprocess.run(["node", VALIDATE, told], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr, json.loads(done.stdout)) == (0, "", [])
    [expired] = [
        path for path in (tmp_path / "data/timings").iterdir() if "start_of_third_month" in path.read_text("utf-8")
    ]
    assert expired.name == "tables.json"
