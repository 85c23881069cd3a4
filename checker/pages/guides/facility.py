"""The page on what happens at the desk of a hospital or pharmacy, by what works and what does not."""

from __future__ import annotations

from checker.pages.guides.plan import NO_CARD, NOT_REGISTERED, REGISTERED, Case, Plan, Section, says

__all__ = ["FACILITY"]

_KIND, _NAME = "facility_page", "at_the_desk"
_HERE = f"{_KIND}.{_NAME}"
_HOLDER = {**NO_CARD, "has": ["eligibility_certificate"]}

FACILITY = Plan(
    _KIND,
    _NAME,
    "facility/index.html",
    (
        Section(
            f"{_HERE}.works",
            (says("documents_pages.my_number_card.use", "N22"),),
            (Case(REGISTERED), Case(NOT_REGISTERED), Case(NO_CARD), Case(_HOLDER)),
            ("care",),
        ),
        Section(
            f"{_HERE}.fails",
            (
                says(f"{_HERE}.fails_show", "N20"),
                says(f"{_HERE}.fails_else", "N20"),
                says("warnings.reader_failure_is_not_full_charge", "N21"),
            ),
            (
                *(Case({**REGISTERED, "reader": reader}) for reader in ("none", "fault", "card_unreadable")),
                Case({**_HOLDER, "reader": "none"}),
            ),
            ("care",),
        ),
        Section(
            f"{_HERE}.away",
            cases=(Case({**REGISTERED, "my_number_card": "not_at_hand"}),),
            columns=("care",),
        ),
        Section(f"{_HERE}.phone", (says(f"{_HERE}.phone_where", "N19"),)),
        Section(
            f"{_HERE}.screen",
            (says(f"{_HERE}.fails_show", "N20"),),
            tuple(Case({**REGISTERED, "reader": "card_unreadable", "smartphone": has}) for has in (True, False)),
            ("care",),
        ),
        Section(f"{_HERE}.pin", (says("actions.unlock_pin", "N22"), says(f"{_HERE}.pin_other", "N22", "N23"))),
        Section(f"{_HERE}.disaster", (says("warnings.name_suffices_in_disaster", "N27"),)),
        Section(f"{_HERE}.home", (says(f"{_HERE}.home_check", "N28"),)),
    ),
    "at_desk",
)
