"""A static server such as a release would have: brotli, right types, names with hashes kept for ever.

It can be as slow as a phone's connection. Slowing the server reaches every request, also those of workers, which the
browser's own emulation of a network does not.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from checker.build.bench.brotli import brotli

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["PHONE", "Link", "Served", "served"]

_TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "mjs": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "wasm": "application/wasm",
    "zip": "application/zip",
}
_SMALL = 200
_PIECE = 8192


@dataclass(frozen=True)
class Link:
    """A connection shared by all requests; each waits one round trip, and one more for a new connection."""

    bytes_per_second: float
    round_trip: float
    """Seconds."""


PHONE = Link(bytes_per_second=10_000_000 / 8, round_trip=0.040)


@dataclass(frozen=True)
class Served:
    """A running server."""

    address: str
    """Ends in a slash."""
    sent: list[tuple[str, int]]
    """Paths asked for and the bytes of each body, in order."""


class _Pace:
    """Lets bytes of all threads through at the rate of one link."""

    def __init__(self, link: Link | None) -> None:
        self._link = link
        self._lock = threading.Lock()
        self._free_at = 0.0

    def wait_one_trip(self) -> None:
        if self._link:
            time.sleep(self._link.round_trip)

    def wait_for(self, size: int) -> None:
        if self._link is None:
            return
        with self._lock:
            start = max(self._free_at, time.monotonic())
            self._free_at = start + size / self._link.bytes_per_second
            until = self._free_at
        time.sleep(max(0.0, until - time.monotonic()))


@contextmanager
def served(
    files: Mapping[str, bytes], headers: Mapping[str, str] | None = None, link: Link | None = None
) -> Iterator[Served]:
    """Serve files by their path, with some headers on every answer, over a link (None: as fast as it goes)."""
    sent: list[tuple[str, int]] = []
    handler = type(
        "Handler", (_Handler,), {"answers": _answers(files, headers or {}), "sent": sent, "pace": _Pace(link)}
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_port}/", sent)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass(frozen=True)
class _Answer:
    headers: Mapping[str, str]
    body: bytes


def _answers(files: Mapping[str, bytes], headers: Mapping[str, str]) -> dict[str, _Answer]:
    return {path: _answer(path, data, headers) for path, data in files.items()}


def _answer(path: str, data: bytes, headers: Mapping[str, str]) -> _Answer:
    suffix = path.rpartition(".")[2]
    is_packed = len(data) > _SMALL
    body = brotli(data) if is_packed else data
    own = {
        "Content-Type": _TYPES.get(suffix, "application/octet-stream"),
        "Content-Length": str(len(body)),
        "Cache-Control": "no-store" if suffix == "html" else "public, max-age=31536000, immutable",
        **({"Content-Encoding": "br"} if is_packed else {}),
    }
    return _Answer({**own, **headers}, body)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    answers: Mapping[str, _Answer]
    sent: list[tuple[str, int]]
    pace: _Pace

    def setup(self) -> None:
        super().setup()
        self.pace.wait_one_trip()

    def do_GET(self) -> None:
        path = urlsplit(self.path).path.removeprefix("/")
        self.pace.wait_one_trip()
        answer = self.answers.get(path)
        if answer is None:
            self.send_error(404)
            return
        self.send_response(200)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.sent.append((path, len(answer.body)))
        for start in range(0, len(answer.body), _PIECE):
            piece = answer.body[start : start + _PIECE]
            self.pace.wait_for(len(piece))
            self.wfile.write(piece)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's
        pass
