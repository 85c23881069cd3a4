"""`make serve` with any request, and names of insurers' files: nothing outside the folder is ever read or written."""

from __future__ import annotations

import os
import socket
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fuzzing.mutate import changed_text, some_text

from checker.authoring.file_names import name_problem
from checker.build.serve import serving

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

__all__ = ["addresses"]

_SECRET = "nobody may read this"  # noqa: S105 - it stands for what else is on the machine
_PIECES = tuple(".. . %2e%2e %2E. ..%2f %5c..%5c \\..\\ // a secret.txt index.html %00 ? # ~".split())


@contextmanager
def addresses() -> Iterator[Callable[[random.Random], None]]:
    """Give what sends a request to a served folder, and tries a name."""
    with TemporaryDirectory() as folder:
        site = Path(folder, "site")
        (site / "a").mkdir(parents=True)
        (site / "index.html").write_text("all may read this", encoding="utf-8")
        Path(folder, "secret.txt").write_text(_SECRET, encoding="utf-8")
        with serving(site) as address:
            port = urlsplit(address).port or 0

            def case(chance: random.Random) -> None:
                _try_name(chance)
                _try_address(chance, port)

            yield case


def _try_name(chance: random.Random) -> None:
    name = changed_text(chance, "kiyose-city") if chance.random() < 0.8 else some_text(chance)
    if name_problem(name) is None:
        written = f"shikaku-navi.{name}.html"
        assert name == name.lower()
        assert name.isascii()
        assert PurePosixPath(written).name == PureWindowsPath(written).name == written
        assert os.path.normpath(f"check/{name}/index.html") == f"check/{name}/index.html"


def _try_address(chance: random.Random, port: int) -> None:
    path = "/" + "/".join(chance.choice(_PIECES) for _ in range(chance.randrange(1, 8)))
    method = chance.choice(("GET", "GET", "HEAD", "POST"))
    request = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    if chance.random() < 0.3:
        request = changed_text(chance, request)
    with socket.create_connection(("127.0.0.1", port), timeout=5) as wire:
        wire.sendall(request.encode("utf-8", "surrogatepass"))
        wire.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: wire.recv(65_536), b""))
    assert _SECRET.encode() not in answer, request
    assert b"Traceback" not in answer, request
    head = answer.partition(b"\r\n\r\n")[0].split(b"\r\n")[1:]
    assert all(b": " in line or line.endswith(b":") for line in head), answer[:300]
