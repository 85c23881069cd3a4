"""The local server: types that browsers insist on, nothing cached, words when it cannot start."""

from __future__ import annotations

import http.client
import re
from typing import TYPE_CHECKING

import pytest

from checker.build.serve import ServeError, main, make_server, read_port, serving

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<title>home</title>")
    (tmp_path / "module.mjs").write_text("")
    (tmp_path / "code.wasm").write_bytes(b"\0asm")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/module.mjs", 200, "text/javascript; charset=utf-8"),
        ("/code.wasm", 200, "application/wasm"),
        ("/folder/", 404, "text/html;charset=utf-8"),
        ("/../../etc/hostname", 404, "text/html;charset=utf-8"),
        ("/index.html%00.js", 404, "text/html;charset=utf-8"),
    ],
)
def test_each_file_goes_out_as_what_it_is(folder: Path, path: str, status: int, kind: str) -> None:
    with serving(folder) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=5)
        connection.request("GET", path)
        answer = connection.getresponse()
        assert (answer.status, answer.getheader("Content-Type")) == (status, kind)
        assert answer.getheader("Cache-Control") == "no-store"
        connection.close()


def test_a_taken_port_is_said_with_a_way_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with make_server(folder, 0) as first:
        monkeypatch.setenv("PORT", str(first.server_port))
        assert main(folder) == 1
    message = capsys.readouterr().err
    assert f"Cannot serve: 127.0.0.1:{first.server_port} is taken by another program." in message
    assert "PORT=8001 make serve" in message


def test_a_missing_site_is_said_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(ServeError, match=rf"no built site in {re.escape(str(tmp_path))}/.*\n.*make site"):
        make_server(tmp_path, 0)


def test_the_port_comes_from_outside() -> None:
    assert (read_port(""), read_port("8123")) == (8000, 8123)


@pytest.mark.parametrize("text", ["http", "0", "-1", "65536", "８０８０", "80.5"])
def test_a_wrong_port_is_said(text: str) -> None:
    with pytest.raises(ServeError, match=r"PORT is .*; allowed: a number from 1 to 65535"):
        read_port(text)


def test_headers_are_those_that_the_site_names(folder: Path) -> None:
    (folder / "_headers").write_text("/*\n  X-One: 1\n\n/folder/*\n  X-Two: a: b\n  Cache-Control: immutable\n")
    (folder / "folder" / "file.js").write_text("")
    with serving(folder) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=5)
        for path, sent in (("/index.html", ("1", None)), ("/folder/file.js", ("1", "a: b"))):
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            assert (answer.getheader("X-One"), answer.getheader("X-Two")) == sent
            assert answer.getheader("Cache-Control") == "no-store"
        connection.close()
