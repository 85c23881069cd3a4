"""An engine that is not on the machine is told with the way to get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.build.bootstrap.engines import ENGINES, Engine

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("engine", ENGINES, ids=[engine.name for engine in ENGINES])
def test_the_reason_names_what_is_missing_and_the_one_command(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "apt-get").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    told = engine.problem()
    assert told is not None
    assert all(" or ".join(names) in told for names in engine.programs)
    assert f"apt-get install -y {' '.join(engine.packages)}" in told
    for names in engine.programs:
        (tmp_path / names[-1]).touch(mode=0o755)
    assert engine.problem() is None
