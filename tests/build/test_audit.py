"""Every package that the locks name: its licence fits, and what is known of it is told, or that nobody could tell."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker.build.audit import main
from checker.build.audit.licences import FITTING, UNKNOWN, licence_of
from checker.build.audit.locked import NPM, PYPI, Package, locked

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


class _Database(HTTPServer):
    """Answers as the open database does: of each package that it is asked about, what it knows."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.known: dict[str, list[str]] = {}
        self.forgets = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: _Database

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        found: list[dict[str, Any]] = [
            {"vulns": [{"id": name} for name in names]}
            if (names := self.server.known.get(f"{one['package']['name']} {one['version']}"))
            else {}
            for one in asked
        ]
        body = json.dumps({"results": found[self.server.forgets :]}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives it
        del format, args


@pytest.fixture
def database() -> Iterator[_Database]:
    """Return a database of our own."""
    with _Database() as found:
        thread = threading.Thread(target=found.serve_forever)
        thread.start()
        yield found
        found.shutdown()
        thread.join()


def test_every_licence_fits() -> None:
    packages = locked(ROOT)
    assert {package.ecosystem for package in packages} == {NPM, PYPI}
    assert [str(package) for package in packages if not FITTING.fullmatch(licence_of(package))] == []


def test_a_licence_that_does_not_fit_or_is_not_told_is_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "requirements.txt").write_text("pyyaml==6.0.3 \\\n    --hash=x\nnobody-has-this==1.0\n")
    (tmp_path / "pyodide-tools.txt").write_text("")
    nodes = {"": {}, "node_modules/@a/b": {"version": "2.0.0", "license": "AGPL-3.0-only"}}
    (tmp_path / "package-lock.json").write_text(json.dumps({"packages": nodes}))
    assert licence_of(Package(PYPI, "nobody-has-this", "1.0")) == UNKNOWN
    assert main(["--root", str(tmp_path), "--offline"]) == 1
    said = [line for line in capsys.readouterr().out.splitlines() if "does not fit" in line]
    assert [line.split(":")[0] for line in said] == ["nobody-has-this 1.0 (PyPI)", "@a/b 2.0.0 (npm)"]


def test_what_is_known_of_a_version_is_told(database: _Database, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--root", str(ROOT), "--service", database.address]
    assert main(asked) == 0
    yaml = next(package for package in locked(ROOT) if package.name == "pyyaml")
    database.known[f"pyyaml {yaml.version}"] = ["GHSA-made-up"]
    assert main(asked) == 1
    assert f"{yaml}: GHSA-made-up" in capsys.readouterr().out.splitlines()


def test_that_nobody_could_tell_is_no_good_news(database: _Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "--service", "http://127.0.0.1:9/"]) == 1
    assert "was NOT found out" in capsys.readouterr().err
    database.forgets = 1
    assert main(["--root", str(ROOT), "--service", database.address]) == 1
    assert "packages where it was asked of" in capsys.readouterr().err
