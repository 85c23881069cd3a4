"""A release: its tag, version and notes agree, and the wheel alone decides, wherever it is."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checker.build.release.notes import ReleaseError, notes_of
from checker.build.release.wheel import build_wheel

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of version 1.2.3 whose change log tells of it."""
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n')
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## [1.2.3] - 2026-12-01\n\n- A\n\n## [1.2.2]\n\n- B\n")
    return tmp_path


def test_the_notes_are_what_the_change_log_says_of_the_version(project: Path) -> None:
    assert notes_of(project, "v1.2.3") == "- A\n"


def test_whatever_does_not_agree_is_said_at_once(project: Path) -> None:
    (project / "CHANGELOG.md").write_text("# Changelog\n\n## [1.2.2]\n\n- B\n")
    with pytest.raises(ReleaseError) as caught:
        notes_of(project, "v1.3.0")
    assert str(caught.value).splitlines() == [
        "the tag is v1.3.0, but pyproject.toml has 1.2.3: tag v1.2.3, or change the version",
        "CHANGELOG.md says nothing under `## [1.2.3]`: write what people will notice",
    ]


def test_the_wheel_decides_by_itself_and_is_the_same_each_time(tmp_path: Path) -> None:
    wheels = [build_wheel(tmp_path / name, ROOT) for name in ("one", "two")]
    assert wheels[0].read_bytes() == wheels[1].read_bytes()
    with zipfile.ZipFile(wheels[0]) as archive:
        archive.extractall(tmp_path / "installed")
        [points] = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert b"shikaku-navi = checker.cli:main" in archive.read(points)
        assert {name.split("/")[0] for name in archive.namelist()} == {"checker", points.split("/")[0]}
    # The folder of the wheel comes first on the path, so that nothing of this repository is read.
    program = "import sys; sys.path.insert(0, sys.argv.pop(1)); from checker.cli import main; sys.exit(main())"
    command = [sys.executable, "-I", "-c", program, str(tmp_path / "installed"), "decide"]
    line = json.dumps({"insurer": "kiyose", "on_date": "2026-11-21", "my_number_card": "none"})
    done = subprocess.run(command, input=line, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    assert json.loads(done.stdout)["document"]["issued"][0]["id"] == "eligibility_certificate"
