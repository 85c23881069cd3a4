"""The panel on delivery: whatever is decided for each kind of filing, no heading stands there with nothing below."""

from __future__ import annotations

import re
from datetime import date

import pytest
from rulebooks import INSURERS, library

from checker.pages.panel import panel

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en"])
@pytest.mark.parametrize("insurer", INSURERS)
def test_every_kind_is_named_and_says_something(insurer: str, language: str) -> None:
    told = library().told_in(language)
    markup = panel(told.insurers[insurer], told, TODAY)
    words = told.words.tree["panel"]
    kinds = [text for key, text in words.items() if key.startswith("kind_")]
    assert [kind for kind in kinds if kind not in markup] == []
    assert not re.search(r"<(dl|ul|p|section)[^>]*></\1>", markup)
    assert not re.search(r"</h[34]></section>", markup)
