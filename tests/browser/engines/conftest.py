"""One browser of each other engine for the whole run; a missing one skips its tests and says how to get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.engines.engine import firefox, webkit
from browser.engines.reader import Reader

from checker.build.bootstrap.engines import ENGINES, FIREFOX, Engine

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", params=ENGINES, ids=[engine.name for engine in ENGINES])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return an engine that is here."""
    wanted: Engine = request.param
    if problem := wanted.problem():
        pytest.skip(problem)
    return wanted


@pytest.fixture(scope="session")
def reader(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Return somebody with this engine's browser."""
    programs = [path for path in engine.found() if path is not None]
    if engine is FIREFOX:
        started = firefox(programs[0], tmp_path_factory.mktemp("firefox") / "profile")
    else:
        started = webkit(programs[0], programs[1])
    with started as wire:
        yield Reader(wire)
