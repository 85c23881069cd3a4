"""What is said of a card that has expired, on each page that speaks of it."""

from __future__ import annotations

from checker.pages.guides.plan import REGISTERED, Case, FromToday, says

__all__ = ["EXPIRED", "GRACE"]

_CARD = "documents_pages.my_number_card"

GRACE = (
    says(f"{_CARD}.grace", "N14"),
    says(f"{_CARD}.counting", "N15"),
    says(f"{_CARD}.afterwards", "N17"),
    says(f"{_CARD}.body", "N16"),
)
EXPIRED = (
    Case({**REGISTERED, "e_certificate_until": FromToday(-1)}),
    Case({**REGISTERED, "e_certificate_until": FromToday(-6)}),
    Case({"my_number_card": "expired"}),
)
"""Within the three months, after them, and the card itself."""
