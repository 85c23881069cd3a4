"""Where an insurer's pages say what on which topic, for whoever links there."""

from __future__ import annotations

__all__ = ["overview", "tables", "told_at"]

_ANCHORS = {"old_card": "old-card", "care": "facility", "procedures": "procedures"}
"""Sections of the overview by the topic of the rules behind them; what documents come stands in the tables."""


def overview(insurer: str) -> str:
    """Return the address of the insurer at a glance, the same in every language."""
    return f"insurers/{insurer}/index.html"


def tables(insurer: str) -> str:
    """Return the address of the page with every situation."""
    return f"insurers/{insurer}/tables/index.html"


def told_at(insurer: str, topic: str) -> tuple[str, str] | None:
    """Return the page and the anchor at which a topic is told; None where no page of the insurer tells it."""
    if topic == "document":
        return tables(insurer), "tables"
    return (overview(insurer), _ANCHORS[topic]) if topic in _ANCHORS else None
