"""All pages of this kind, and the lists that lead to them."""

from __future__ import annotations

from checker.pages.guides.documents import DOCUMENTS
from checker.pages.guides.facility import FACILITY
from checker.pages.guides.situations import SITUATIONS

__all__ = ["LISTS", "PLANS"]

LISTS = {"documents": DOCUMENTS, "situations": SITUATIONS}
"""The pages of each list; it stands at its name's own address."""

PLANS = (*DOCUMENTS, FACILITY, *SITUATIONS)
