"""The pages on one document each: what it is, who gets it, how it is used, and how long it holds."""

from __future__ import annotations

from checker.pages.decisions import ORDINARY
from checker.pages.guides.plan import Case, FromToday, Plan, Said, Section

__all__ = ["DOCUMENTS"]

_KIND = "documents_pages"
_NO_CARD = {"my_number_card": "none"}
_NOT_REGISTERED = {"my_number_card": "held", "registration": "not_registered"}


def _says(document: str, sentence: str, *passages: str) -> Said:
    return Said(f"{_KIND}.{document}.{sentence}", tuple(f"national/{name}" for name in passages))


def _common(words: str, *passages: str) -> Said:
    """Return a sentence that the checker says too."""
    return Said(words, tuple(f"national/{name}" for name in passages))


def _plan(name: str, *sections: Section) -> Plan:
    return Plan(_KIND, name, f"documents/{name.replace('_', '-')}/index.html", sections, "which_document")


_CERTIFICATE = "eligibility_certificate"
_NOTICE = "eligibility_notice"
_CARD = "my_number_card"
_OLD_CARD = "old_insurance_card"
_DECLARATION = "eligibility_declaration"

_HOLDER = {**_NO_CARD, "has": ["eligibility_certificate"]}
_NOTIFIED = {**ORDINARY, "has": ["eligibility_notice"]}

DOCUMENTS = (
    _plan(
        _CERTIFICATE,
        Section("guides.what", (_says(_CERTIFICATE, "what", "N3"), _says(_CERTIFICATE, "free", "N10"))),
        Section(
            "guides.who",
            (
                _says(_CERTIFICATE, "by_itself", "N5"),
                _says(_CERTIFICATE, "on_application", "N7"),
                _says(_CERTIFICATE, "not_for_a_wish", "N8"),
            ),
            (
                Case(_NO_CARD),
                Case(_NOT_REGISTERED),
                Case({**ORDINARY, "registration": "cancellation_pending"}),
                Case({**ORDINARY, "registration": "cancelled"}),
                Case({**ORDINARY, "e_certificate": "expired"}),
                Case({"my_number_card": "lost"}),
                Case({"my_number_card": "renewing"}),
                Case({"my_number_card": "returned"}),
                Case({"my_number_card": "expired"}),
                Case({**ORDINARY, "care_needs": ["companion"]}),
                Case({**ORDINARY, "wants": "just_in_case"}),
            ),
        ),
        Section("guides.use", (), (Case(_HOLDER), Case({**_HOLDER, "reader": "none"})), ("care",)),
        Section(
            "guides.validity",
            (_says(_CERTIFICATE, "up_to_five_years", "N9"), _says(_CERTIFICATE, "from_75", "N12", "N13")),
            (
                Case({**_HOLDER, "certificate_until": FromToday(1)}),
                Case({**_HOLDER, "certificate_until": FromToday(-1)}),
                Case({**_NO_CARD, "event": ["lost_certificate"]}),
            ),
        ),
    ),
)
