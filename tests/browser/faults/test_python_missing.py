"""Python that cannot start, says nothing or dies: the table's answer stands, and one quiet line says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.faults.altered import alter, hang, portal, refuse, send_header
from browser.visitor import ORDINARY

if TYPE_CHECKING:
    from browser.faults.seen import Guest

pytestmark = pytest.mark.faults_expected
"""A file that is refused or broken is an error in the console."""

WORKER = "**/engine-worker.*.js"
PAGE = "**/check/kiyose/index.html"


def test_a_python_that_hangs_is_given_up(guest: Guest) -> None:
    guest.page.clock.install()
    alter(guest.page, WORKER, lambda _: b"")
    guest.arrive()
    guest.get_answer()
    guest.waits_in_vain()
    guest.is_told_that_python_is_missing()


def test_a_policy_without_wasm(guest: Guest) -> None:
    policy = "default-src 'self'; script-src 'self'"
    send_header(guest.page, PAGE, content_security_policy=policy)
    send_header(guest.page, WORKER, content_security_policy=policy)
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()


def test_a_device_without_wasm_loads_no_megabytes_for_nothing(guest: Guest) -> None:
    alter(guest.page, WORKER, lambda script: b"delete globalThis.WebAssembly;" + script)
    asked: list[str] = []
    guest.page.context.on("request", lambda request: asked.append(request.url))
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()
    assert [address for address in asked if address.endswith((".wasm", ".zip"))] == []


def test_a_policy_without_workers(guest: Guest) -> None:
    send_header(guest.page, PAGE, content_security_policy="worker-src 'none'")
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()


@pytest.mark.parametrize(
    "absent",
    ["delete globalThis.Worker", "globalThis.Worker = class { constructor() { throw new Error('no'); } }"],
)
def test_a_device_without_workers(guest: Guest, absent: str) -> None:
    guest.page.add_init_script(absent)
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()


def test_a_worker_that_the_device_ends_between_two_answers(guest: Guest) -> None:
    """Whoever comes next is answered by the table, told so, and Python is there again for the one after."""
    guest.arrive()
    guest.get_answer()
    guest.wait_for_python()
    guest.page.clock.install()
    guest.page.workers[0].evaluate("close()")
    guest.page.click("[data-restart]")
    guest.get_answer()
    guest.waits_in_vain()
    guest.is_told_that_python_is_missing()
    guest.page.click("[data-restart]")
    guest.get_answer()
    guest.page.clock.run_for(3_000)
    guest.wait_for_python()
    guest.sees_answer()


@pytest.mark.parametrize(
    ("part", "happens"),
    [
        ("engine-worker.*.js", "missing"),
        ("engine-worker.*.js", "cut off"),
        ("engine-worker.*.js", "a network's sign-in page"),
        ("pyodide.asm.*.js", "missing"),
        ("pyodide.asm.*.js", "another file"),
        ("pyodide.asm.*.js", "a line more"),
        ("pyodide.*.js", "a line more"),
        ("pyodide.asm.*.wasm", "cut off"),
        ("pyodide.asm.*.wasm", "another file"),
        ("stdlib.*.zip", "cut off"),
        ("app.*.zip", "a network's sign-in page"),
    ],
)
def test_a_file_of_python_that_is_not_what_was_built(guest: Guest, part: str, happens: str) -> None:
    """Told at once, long before the page would give a silent Python up."""
    pattern = f"**/runtime/{part}"
    match happens:
        case "missing":
            refuse(guest.page, pattern)
        case "cut off":
            alter(guest.page, pattern, lambda whole: whole[: len(whole) // 2])
        case "a line more":
            alter(guest.page, pattern, lambda whole: whole + b"\nglobalThis.changed = true;\n")
        case "another file":
            alter(guest.page, pattern, lambda whole: bytes(255 - byte for byte in whole))
        case _:
            portal(guest.page, pattern)
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()


def test_a_stall_in_the_middle_of_pythons_files(guest: Guest) -> None:
    guest.page.clock.install()
    hang(guest.page, "**/runtime/stdlib.*.zip")
    guest.arrive()
    guest.get_answer()
    guest.waits_in_vain()
    guest.is_told_that_python_is_missing()


def test_somebody_whose_python_is_missing_can_still_change_an_answer(guest: Guest) -> None:
    refuse(guest.page, "**/runtime/*")
    guest.arrive()
    guest.get_answer()
    guest.is_told_that_python_is_missing()
    guest.page.click('[data-change="my_number_card"]')
    guest.walk({**ORDINARY, "my_number_card": "none"})
    assert guest.documents == "eligibility_certificate"
