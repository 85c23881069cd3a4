"""The pages on one situation each. A new one is a plan here, and its words under `situations` in docs/text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.pages.guides.expiry import EXPIRED, GRACE
from checker.pages.guides.plan import NO_CARD, NOT_REGISTERED, REGISTERED, Case, FromToday, Plan, Said, Section, says
from checker.pages.rows import CARE_NEEDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.pages.decisions import Facts

__all__ = ["DELIVERY", "SITUATIONS"]

_KIND = "situations"
_ASK = Said("actions.call_insurer")
_STOP = Said("actions.suspend_card", hotline=True)


def _plan(
    name: str,
    said: Sequence[Said],
    cases: Sequence[Case],
    columns: Sequence[str] = ("document", "procedures"),
    errand: str = "which_document",
) -> Plan:
    answers = Section("guides.answers", (), tuple(cases), tuple(columns))
    return Plan(_KIND, name, _page(name), (Section("", tuple(said)), answers), errand)


def _more(plan: Plan, *added: Section, heard: Sequence[str] = (), above: Sequence[Said] = ()) -> Plan:
    """Return a page with more on it: sections at its end, what `Section` has, and sentences right above the answers."""
    first, answers = plan.sections
    first = replace(first, heard=tuple(heard))
    return replace(plan, sections=(first, replace(answers, said=tuple(above)), *added))


def _page(name: str) -> str:
    return f"situations/{name.replace('_', '-')}/index.html"


def _of(name: str, sentence: str, *passages: str) -> Said:
    return says(f"{_KIND}.{name}.{sentence}", *passages)


def _each(facts: Facts, *people: Facts) -> tuple[Case, ...]:
    return tuple(Case({**person, **facts}) for person in people)


_APPLYING = Section(
    f"{_KIND}.care.applying",
    cases=tuple(
        Case({**REGISTERED, "care_needs": [need], "applicant": who})
        for who in ("self", "same_household", "other_household")
        for need in ("facility_resident", "companion")
    ),
    columns=("papers",),
)
"""Who may go for somebody, where to and with which papers."""

SITUATIONS = (
    _more(
        _plan(
            "lost",
            (_STOP, _of("lost", "card", "N7"), _of("lost", "certificate", "N3", "N10")),
            (
                Case({"my_number_card": "lost"}),
                *_each({"event": ["lost_certificate"]}, NO_CARD, NOT_REGISTERED),
                *_each({"event": ["lost_notice"]}, REGISTERED),
                *_each({"event": ["lost_old_card"]}, REGISTERED, NOT_REGISTERED, NO_CARD, {"my_number_card": "lost"}),
            ),
            errand="lost",
        ),
        heard=("stopping",),
    ),
    _plan("expired", GRACE, (Case({**REGISTERED, "e_certificate": "expired"}), *EXPIRED), ("document", "care")),
    _plan(
        "returned",
        (_of("returned", "not_said"), _of("returned", "ask", "N3"), _ASK),
        (Case({"my_number_card": "returned"}), Case({"my_number_card": "return_pending"})),
    ),
    _more(
        _plan(
            "turning_70",
            (_of("turning_70", "notice", "N37"), says("documents_pages.eligibility_notice.validity", "N35")),
            _each({"age": 70}, REGISTERED, NOT_REGISTERED, NO_CARD),
            ("document",),
        ),
        heard=("elderly_recipient",),
    ),
    _plan(
        "turning_75",
        (_of("turning_75", "certificate", "N12"), _of("turning_75", "afterwards", "N13")),
        (*_each({"age": 74}, REGISTERED), *_each({"age": 75}, REGISTERED, NO_CARD)),
        ("document",),
    ),
    _plan(
        "moving",
        (_of("moving", "joining", "N37"), says("warnings.pay_in_full_if_left", "N21")),
        (
            *_each({"event": ["data_changed"]}, REGISTERED, NO_CARD),
            *_each({"event": ["moved_insurer"]}, REGISTERED, NO_CARD),
            *_each({"event": ["joined_insurer"]}, REGISTERED, NO_CARD),
            Case({**REGISTERED, "registration": "cancellation_pending", "event": ["moved_insurer"]}),
        ),
        errand="changed",
    ),
    _more(
        _plan(
            "care",
            (_of("care", "certificate", "N7"),),
            (
                *(Case({**REGISTERED, "care_needs": [need]}) for need in CARE_NEEDS),
                Case({**REGISTERED, "care_needs": ["companion"], "applied_before": True}),
            ),
            ("document",),
        ),
        _APPLYING,
    ),
    _more(
        _plan(
            "children",
            (_of("children", "card", "N26"), _of("children", "not_said"), _ASK),
            _each({"age": 10}, REGISTERED, NO_CARD),
            ("document", "care"),
        ),
        heard=("minors",),
    ),
    _more(
        _plan(
            "overseas",
            (_of("overseas", "not_said"), _ASK),
            _each({"lives_overseas": True}, REGISTERED, NO_CARD),
            ("document",),
        ),
        above=(_of("overseas", "others_not_said"), _of("overseas", "ask_before")),
        heard=("overseas",),
    ),
    _more(
        _plan(
            "not_card",
            (
                says("documents_pages.eligibility_certificate.not_for_a_wish", "N8"),
                says("documents_pages.my_number_card.cancelling", "N18"),
                _of("not_card", "after_cancelling", "N5"),
            ),
            (
                *_each({"wants": "not_to_use_card"}, REGISTERED, NOT_REGISTERED, NO_CARD),
                *_each({"wants": "just_in_case"}, REGISTERED),
                *_each({"event": ["cancel_registration"]}, REGISTERED),
            ),
            errand="not_card",
        ),
        heard=("checking",),
    ),
    _plan(
        "foreign_residents",
        (_of("foreign_residents", "not_said"), _ASK),
        (*_each({}, REGISTERED, NO_CARD), *_each({"stay_until": FromToday(3)}, NO_CARD)),
        ("document",),
    ),
)

DELIVERY = _page("delivery")
"""The page that shows the panel and nothing else."""
