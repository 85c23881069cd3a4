"""The day of a build: the only clock of the pages, so that a build can be repeated for any day."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone

__all__ = ["build_day"]

_TOKYO = timezone(timedelta(hours=9))


def build_day() -> date:
    """Return the day in Tokyo: that of SOURCE_DATE_EPOCH (seconds) where it is set, else today."""
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(stated), UTC) if stated else datetime.now(UTC)
    return moment.astimezone(_TOKYO).date()
