"""How Chromium is started for tests."""

from __future__ import annotations

__all__ = ["FLAGS", "PHONE"]

FLAGS = (
    "--no-sandbox",  # containers, CI's among them, forbid the sandbox that Chromium would make
    "--disable-gpu",
    # Chromium's own errands would count as requests to other origins.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 360, "height": 740}
