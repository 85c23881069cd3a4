"""The page's walk through a table, on rulebooks that nobody wrote: it says what Python says, whatever is unknown."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.small_books import COUNTED, DAYS, small_books
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from page_engine.shipped_tables import common, page_decides
from people import people

from checker.build.table import make_table
from checker.engine import Rulebook, compile_rulebook, decide

FROM_DAY = DAYS[0] - timedelta(days=30)
FEW = settings(max_examples=20, phases=[Phase.explicit, Phase.generate], deadline=None)
"""A rulebook is a large example: searching for the smallest that fails would take minutes."""


@FEW
@given(small_books() | small_books(COUNTED), st.integers(0, 1000))
def test_the_page_says_what_python_says(rulebook: Rulebook, seed: int) -> None:
    compiled = compile_rulebook(rulebook)
    asked = people(compiled, 60, seed, from_day=FROM_DAY, sensitive=False)
    with TemporaryDirectory() as folder:
        said = page_decides(json.loads(json.dumps(make_table(compiled, FROM_DAY))), asked, Path(folder))
    for facts, page in zip(asked, said, strict=True):
        assert common(page) == common(decide(compiled, facts)), facts
