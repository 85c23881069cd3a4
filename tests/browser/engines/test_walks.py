"""From the errand to the answer in engines that are no Chromium: the same answer as Python's on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser.visitor import ORDINARY

from checker.authoring import load_library
from checker.engine import compile_rulebook, decide

if TYPE_CHECKING:
    from browser.engines.reader import Reader

ROOT = Path(__file__).resolve().parents[3]
LIBRARY = load_library(ROOT)
TOLD = {"errand": "which_document", **ORDINARY, "enrolled_on": "youngest"}
PARTS = ("status", "document", "care", "procedures", "warnings")


def expected(insurer: str, asked: list[str], on_date: str) -> Any:  # noqa: ANN401 - JSON
    """Return what the engine decides for the ordinary person."""
    facts = {
        "insurer": insurer,
        "on_date": on_date,
        "my_number_card": "held",
        "registration": "registered",
        "has": [],
        "birth_date": "1990-01-01",
    }
    if "enrolled_on" in asked:
        facts["enrolled_on"] = "2025-04-01"
    return decide(compile_rulebook(LIBRARY.insurers[insurer].rulebook), facts)


def walk_and_compare(reader: Reader, insurer: str) -> Any:  # noqa: ANN401 - JSON
    """Walk to the answer, hold it against the engine's, and return that."""
    asked = reader.walk(TOLD)
    today = reader.look("new Date(Date.now() + 9 * 3600000).toISOString().slice(0, 10)")
    should = expected(insurer, asked, today)
    assert reader.state == "result"
    assert {part: reader.decision[part] for part in PARTS} == {part: should[part] for part in PARTS}
    return should


def wait_and_compare(reader: Reader, should: Any) -> None:  # noqa: ANN401 - JSON
    """Hold against it what Python says in the browser, with its reasons."""
    reader.wait_for_python()
    assert {part: reader.decision[part] for part in PARTS} == {part: should[part] for part in PARTS}
    assert [one["rule"] for one in reader.decision["why"]] == [one["rule"] for one in should["why"]]


@pytest.mark.parametrize("insurer", LIBRARY.insurers)
def test_an_ordinary_person_gets_the_engine_s_answer(reader: Reader, http_site: str, insurer: str) -> None:
    reader.open(f"{http_site}/check/{insurer}/index.html")
    walk_and_compare(reader, insurer)


def test_python_in_the_browser_says_the_same(reader: Reader, http_site: str) -> None:
    reader.open(f"{http_site}/check/kiyose/index.html")
    wait_and_compare(reader, walk_and_compare(reader, "kiyose"))


def test_a_mouse_answers_the_first_question(reader: Reader, http_site: str) -> None:
    reader.open(f"{http_site}/check/kiyose/index.html")
    reader.click('[name="answer"][value="lost"]')
    reader.click("[data-next]")
    assert reader.question == "lost_item"


def test_the_built_site_answers_from_a_folder(reader: Reader, site_dir: Path) -> None:
    """Whether Python starts there is the browser's to say; the page tells which it was."""
    reader.open((site_dir / "check" / "kiyose" / "index.html").as_uri())
    walk_and_compare(reader, "kiyose")
    assert reader.wait("document.querySelector('[data-opinion]').textContent")
    assert reader.state == "result"


def test_the_unpacked_zip_answers_with_python_from_a_folder(reader: Reader, odd_place: Path) -> None:
    """Under a path with Japanese, blanks and signs that mean something in addresses."""
    reader.open((odd_place / "shikaku-navi" / "check" / "kiyose" / "index.html").as_uri())
    wait_and_compare(reader, walk_and_compare(reader, "kiyose"))


def test_the_offline_file_answers_with_python(reader: Reader, offline_file: Path) -> None:
    reader.open(offline_file.as_uri())
    reader.wait("document.querySelector('[data-question]')?.dataset.question === 'insurer'")
    reader.answer("kiyose")
    wait_and_compare(reader, walk_and_compare(reader, "kiyose"))
