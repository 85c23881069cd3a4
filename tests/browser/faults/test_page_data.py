"""What a page carries for its script: missing or broken, it ends in whom to ask; what Python needs alone does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser.faults.altered import alter, refuse, rewrite

if TYPE_CHECKING:
    from browser.faults.seen import Guest

pytestmark = pytest.mark.faults_expected

PAGE = "**/check/kiyose/index.html"
_BLOCK = r'<script type="application/json" data-{name}[^>]*>(.*?)</script>'


def change_block(guest: Guest, name: str, text: str | None) -> None:
    """Put another text into the page's block of data; None takes the block away."""

    def changed(body: bytes) -> bytes:
        page = body.decode()
        found = re.search(_BLOCK.format(name=name), page, re.DOTALL)
        assert found, f"no block {name}"
        whole = found.group()
        return page.replace(whole, "" if text is None else whole.replace(found.group(1), text)).encode()

    alter(guest.page, PAGE, changed)


@pytest.mark.parametrize("block", ["table", "words"])
@pytest.mark.parametrize("text", [None, "", "null", "{}", '{"format":2,', "<p>sign in</p>"])
def test_without_its_table_or_words_the_page_says_whom_to_ask(guest: Guest, block: str, text: str | None) -> None:
    """At once, or at the first click where what is there looks right until it is needed."""
    change_block(guest, block, text)
    guest.arrive()
    if guest.state == "question":
        guest.answer("which_document")
    guest.sees_whom_to_ask()


@pytest.mark.parametrize("file", ["table", "words"])
def test_without_a_file_of_shared_data_the_page_says_whom_to_ask(guest: Guest, file: str) -> None:
    refuse(guest.page, f"**/assets/{file}.*.js")
    guest.arrive()
    if guest.state == "question":
        guest.answer("which_document")
    guest.sees_whom_to_ask()


@pytest.mark.parametrize("text", [None, "null", "{}", '{"base":'])
def test_without_what_python_needs_the_table_answers(guest: Guest, text: str | None) -> None:
    change_block(guest, "runtime", text)
    guest.arrive()
    guest.get_answer()


def test_a_table_that_breaks_in_the_middle_of_the_questions(guest: Guest) -> None:
    """A diagram that leads nowhere is found only when somebody gets there."""
    rewrite(guest.page, "**/assets/table.*.js", '"nodes":[', '"nodes":[],"lost":[')
    guest.arrive()
    guest.page.check('[value="which_document"]')
    guest.page.click("[data-next]")
    guest.sees_whom_to_ask()
