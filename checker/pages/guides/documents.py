"""The pages on one document each: what it is, who gets it, how it is used, and how long it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.guides.expiry import EXPIRED, GRACE
from checker.pages.guides.plan import NO_CARD, NOT_REGISTERED, REGISTERED, Case, FromToday, Plan, Said, Section, says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.pages.decisions import Facts

__all__ = ["DOCUMENTS"]

_KIND = "documents_pages"
_CERTIFICATE = f"{_KIND}.eligibility_certificate"
_NOTICE = f"{_KIND}.eligibility_notice"
_CARD = f"{_KIND}.my_number_card"
_OLD_CARD = f"{_KIND}.old_insurance_card"
_DECLARATION = f"{_KIND}.eligibility_declaration"

_HOLDER = {**NO_CARD, "has": ["eligibility_certificate"]}
_NOTIFIED = {**REGISTERED, "has": ["eligibility_notice"]}
_AT_72 = {**_NOTIFIED, "age": 72}


def _plan(name: str, *sections: Section) -> Plan:
    return Plan(_KIND, name, f"documents/{name.replace('_', '-')}/index.html", sections, "which_document")


def _certificate() -> Iterator[Section]:
    yield Section(
        "guides.what",
        (says(f"{_CERTIFICATE}.what", "N3"), says(f"{_CERTIFICATE}.free", "N10")),
    )
    yield Section(
        "guides.who",
        (
            says(f"{_CERTIFICATE}.by_itself", "N5"),
            says(f"{_CERTIFICATE}.on_application", "N7"),
            says(f"{_CERTIFICATE}.not_for_a_wish", "N8"),
        ),
        (
            Case(NO_CARD),
            Case(NOT_REGISTERED),
            Case({**REGISTERED, "registration": "cancellation_pending"}),
            Case({**REGISTERED, "registration": "cancelled"}),
            Case({**REGISTERED, "e_certificate": "expired"}),
            Case({"my_number_card": "lost"}),
            Case({"my_number_card": "renewing"}),
            Case({"my_number_card": "returned"}),
            Case({"my_number_card": "expired"}),
            Case({**REGISTERED, "care_needs": ["companion"]}),
            Case({**REGISTERED, "wants": "just_in_case"}),
        ),
    )
    yield Section("guides.use", cases=(Case(_HOLDER), Case({**_HOLDER, "reader": "none"})), columns=("care",))
    yield Section(
        "guides.validity",
        (says(f"{_CERTIFICATE}.up_to_five_years", "N9"), says(f"{_CERTIFICATE}.from_75", "N12", "N13")),
        (
            Case({**_HOLDER, "certificate_until": FromToday(1)}),
            Case({**_HOLDER, "certificate_until": FromToday(-1)}),
            Case({**NO_CARD, "event": ["lost_certificate"]}),
        ),
    )


def _notice() -> Iterator[Section]:
    yield Section(
        "guides.what",
        (says(f"{_NOTICE}.what", "N37"), says("warnings.notice_alone_not_enough", "N11", "N20")),
    )
    yield Section(
        "guides.who",
        (says(f"{_NOTICE}.who", "N37"),),
        (
            Case(REGISTERED),
            Case(NOT_REGISTERED),
            Case(NO_CARD),
            Case({**REGISTERED, "age": 70}),
        ),
    )
    yield Section(
        "guides.use",
        (says(f"{_NOTICE}.use", "N20"),),
        (Case(_NOTIFIED), Case({**_NOTIFIED, "reader": "none"}), Case({**_NOTIFIED, "reader": "card_unreadable"})),
        ("care",),
    )
    yield Section(
        "guides.validity",
        (says(f"{_NOTICE}.validity", "N35"),),
        (
            Case({**_AT_72, "notice_until": FromToday(1)}),
            Case({**_AT_72, "notice_until": FromToday(-1)}),
            Case({**_NOTIFIED, "event": ["data_changed"]}),
            Case({**REGISTERED, "event": ["lost_notice"]}),
        ),
    )


def _card() -> Iterator[Section]:
    yield Section(
        f"{_CARD}.registering",
        (says(f"{_CARD}.what", "N23"), says(f"{_CARD}.cancelling", "N18")),
        (Case(NOT_REGISTERED), Case({**REGISTERED, "event": ["cancel_registration"]})),
        ("procedures",),
        heard=("checking",),
    )
    yield Section(
        "guides.use",
        (says(f"{_CARD}.use", "N22"), says(f"{_CARD}.phone", "N19")),
        (
            Case(REGISTERED),
            Case({**REGISTERED, "reader": "none"}),
            Case({**REGISTERED, "my_number_card": "not_at_hand"}),
        ),
        ("care",),
    )
    yield Section("guides.validity", (says(f"{_CARD}.until", "N26"), *GRACE), EXPIRED, ("document", "care"))


def _old_card() -> Iterator[Section]:
    has: Facts = {"has": ["old_insurance_card"]}
    yield Section("guides.what", (says(f"{_OLD_CARD}.what", "N1"), says(f"{_OLD_CARD}.earlier", "N2")))
    yield Section("guides.validity", (says("warnings.old_card_ended", "N1"),), (Case(has),), ("old_card",))
    yield Section(
        f"{_OLD_CARD}.instead",
        cases=tuple(Case({**facts, **has}) for facts in (REGISTERED, NOT_REGISTERED, NO_CARD)),
        columns=("document", "care"),
    )


def _declaration() -> Iterator[Section]:
    yield Section("guides.what", (says(f"{_DECLARATION}.what", "N20"), says(f"{_DECLARATION}.record", "N20")))
    yield Section(
        f"{_DECLARATION}.who",
        cases=tuple(
            Case({**facts, "reader": reader})
            for facts, reader in (
                (REGISTERED, "none"),
                (REGISTERED, "fault"),
                (REGISTERED, "card_unreadable"),
                (NOT_REGISTERED, "card_unreadable"),
            )
        ),
        columns=("care",),
    )
    yield Section(
        "guides.use",
        (says(f"{_DECLARATION}.share", "N20"), says("warnings.reader_failure_is_not_full_charge", "N21")),
    )
    yield Section("guides.validity", (Said("guides.not_said"), Said("actions.ask_facility_first")))


DOCUMENTS = (
    _plan("eligibility_certificate", *_certificate()),
    _plan("eligibility_notice", *_notice()),
    _plan("my_number_card", *_card()),
    _plan("old_insurance_card", *_old_card()),
    _plan("eligibility_declaration", *_declaration()),
)
