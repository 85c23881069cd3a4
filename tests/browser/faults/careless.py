"""A host that somebody set up in a hurry: plain http, types that it does not know, an answer that stalls."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["Host", "careless_host"]

_PATIENCE = 60.0
"""Seconds after which a stalled answer goes on by itself, should a test forget it."""


@dataclass(frozen=True)
class Host:
    """A running host; `go_on` lets its stalled answers come."""

    port: int
    types: Mapping[str, str]
    stalls_at: str
    go_on: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        """Where it is for a browser on this machine."""
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def careless_host(folder: Path, types: Mapping[str, str] | None = None, stalls_at: str = "") -> Iterator[Host]:
    """Serve a folder; `types` gives types by suffix, `stalls_at` the end of a path whose second half does not come."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    server.daemon_threads = True
    host = Host(server.server_port, types or {}, stalls_at)
    server.host = host  # type: ignore[attr-defined]  # the one way to a handler, which the server makes itself
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.go_on.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.send_head()
        if found is None:
            return
        with found:
            whole = found.read()
        host: Host = self.server.host  # type: ignore[attr-defined]  # as above
        half = len(whole) // 2 if host.stalls_at and self.path.endswith(host.stalls_at) else len(whole)
        self.wfile.write(whole[:half])
        if half < len(whole):
            self.wfile.flush()
            host.go_on.wait(_PATIENCE)
            self.wfile.write(whole[half:])

    def guess_type(self, path: str) -> str:  # type: ignore[override]  # a path is a text here
        host: Host = self.server.host  # type: ignore[attr-defined]  # as above
        return host.types.get(str(path).rpartition(".")[2], super().guess_type(path))

    def log_message(self, *_: object) -> None:
        pass
