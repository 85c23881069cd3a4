"""Two tabs, back and forward, a reload: nobody finds another person's answers."""

from __future__ import annotations

from browser.faults.seen import Guest
from browser.visitor import ORDINARY


def is_empty(guest: Guest) -> bool:
    """Whether the first question stands there with nothing chosen, and no decision is held."""
    return guest.question == "errand" and guest.page.locator(":checked").count() == 0 and guest.decision is None


def test_two_tabs_side_by_side_know_nothing_of_each_other(guest: Guest) -> None:
    guest.without_python()
    other = Guest(guest.page.context.new_page(), guest.address)
    other.without_python()
    guest.arrive()
    other.arrive()
    guest.page.bring_to_front()
    guest.walk({"errand": "which_document", **ORDINARY}, "my_number_card")
    other.page.bring_to_front()
    other.walk({"errand": "lost", "lost_item": "my_number_card"})
    guest.page.bring_to_front()
    assert guest.question == "my_number_card"
    guest.walk({**ORDINARY})
    guest.sees_answer()
    assert other.decision != guest.decision


def test_a_reload_in_the_middle_starts_empty(guest: Guest) -> None:
    guest.arrive()
    guest.walk({"errand": "which_document", **ORDINARY}, "registration")
    guest.page.reload()
    assert is_empty(guest)


def test_back_and_forward_start_empty(guest: Guest) -> None:
    guest.page.goto(f"{guest.address}/index.html")
    guest.arrive()
    guest.get_answer()
    guest.page.go_back()
    guest.page.go_forward()
    assert is_empty(guest)
    guest.get_answer()


def test_a_tab_that_is_duplicated_starts_empty(guest: Guest) -> None:
    """A browser opens the same address again; nothing of the answers is in it."""
    guest.arrive()
    guest.get_answer()
    twin = Guest(guest.page.context.new_page(), guest.address)
    twin.page.goto(guest.page.url)
    assert is_empty(twin)
