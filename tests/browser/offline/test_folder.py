"""The site in a folder: opened by a double click, and on a small server that knows no types, with Python in both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from browser.faults.careless import careless_host
from browser.visitor import ORDINARY, Visitor
from rulebooks import library

if TYPE_CHECKING:
    from browser.conftest import OpenPage
    from browser.watch import Watch

TOLD = {"errand": "which_document", **ORDINARY}
TYPES = ("wasm", "mjs", "js", "json", "zip", "svg")


@pytest.fixture
def folder(odd_place: Path) -> Path:
    return odd_place / "shikaku-navi"


def test_from_the_first_page_to_python_s_answer_with_the_network_off(
    open_page: OpenPage, folder: Path, watch: Watch
) -> None:
    page = open_page(offline=True)
    page.goto((folder / "index.html").as_uri())
    assert library().words["offline.about_site"] in page.inner_text("[data-about-copy]")
    page.click('a[href^="check/kiyose/index.html"]')
    visitor = Visitor(page, "")
    asked_before = len(watch.requests)
    visitor.walk(TOLD)
    visitor.wait_for_python()
    assert visitor.documents == "eligibility_notice"
    assert all(address.startswith("file:") for address in watch.requests)
    [python] = [address for address in watch.requests if "engine.packed." in address]
    assert watch.requests.index(python) >= asked_before, "Python is loaded after the first answer, not before"
    page.click('[data-language="en"]')
    page.wait_for_selector("[data-restart] >> text=/[A-Z]/")


def test_notices_and_every_page_that_the_first_one_names_are_there(open_page: OpenPage, folder: Path) -> None:
    page = open_page(offline=True)
    page.goto((folder / "index.html").as_uri())
    links = page.locator("a[href]").evaluate_all("(all) => all.map(({ pathname, protocol }) => [protocol, pathname])")
    files = {path for protocol, path in links if protocol == "file:"}
    assert len(files) > 10
    assert [path for path in files if not Path(unquote(path)).is_file()] == []


@pytest.mark.parametrize("kind", ["application/octet-stream", "text/plain"])
def test_a_server_without_types_gives_python_s_answer(
    kind: str, open_page: OpenPage, folder: Path, watch: Watch
) -> None:
    with careless_host(folder, dict.fromkeys(TYPES, kind)) as host:
        visitor = Visitor(open_page(), host.address)
        visitor.open("namerikawa")
        visitor.walk(TOLD)
        visitor.wait_for_python()
        assert visitor.documents
        assert not [address for address in watch.requests if address.endswith((".json", ".wasm", ".zip"))]
