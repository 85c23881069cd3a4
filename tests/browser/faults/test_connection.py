"""A connection that goes in the middle of an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.visitor import ORDINARY

if TYPE_CHECKING:
    from browser.faults.seen import Guest

pytestmark = pytest.mark.faults_expected


def test_offline_from_the_first_question_on(guest: Guest) -> None:
    guest.arrive()
    guest.page.context.set_offline(True)
    guest.get_answer()
    guest.is_told_that_python_is_missing()


def test_offline_just_before_pythons_files(guest: Guest) -> None:
    """Python's first file has come, and the others do not."""
    guest.page.context.route("**/runtime/stdlib.*.zip", lambda route: route.abort("internetdisconnected"))
    guest.page.context.route("**/runtime/*.wasm", lambda route: route.abort("internetdisconnected"))
    guest.arrive()
    guest.walk({"errand": "which_document", **ORDINARY}, "registration")
    guest.page.context.set_offline(True)
    guest.get_answer()
    guest.is_told_that_python_is_missing()


def test_offline_once_everything_has_come_python_still_answers(guest: Guest) -> None:
    guest.arrive()
    guest.get_answer()
    guest.wait_for_python()
    guest.page.context.set_offline(True)
    guest.page.click("[data-restart]")
    guest.get_answer()
    guest.wait_for_python()
    guest.sees_answer()
