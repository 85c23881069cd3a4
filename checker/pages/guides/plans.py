"""All pages of this kind, by the list that leads to them."""

from __future__ import annotations

from checker.pages.guides.documents import DOCUMENTS

__all__ = ["LISTS", "PLANS"]

LISTS = {"documents": DOCUMENTS}
"""The pages of each list; it stands at the name's own address."""

PLANS = tuple(plan for plans in LISTS.values() for plan in plans)
