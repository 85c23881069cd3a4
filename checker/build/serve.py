"""Serve a built site to this machine: `python -m checker.build.serve site`; `make serve` adds what `live` has.

Modules and wasm get the types that browsers insist on, and nothing is cached between two builds. Other headers are
those that the site's `_headers` names, as on hosts that read it.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

HOST = "127.0.0.1"
DEFAULT_PORT = 8000

Rules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Paths, each with the headers that belong to it: names and what they say."""


class ServeError(Exception):
    """Why the site cannot be served, and the way out."""


class Handler(SimpleHTTPRequestHandler):
    """Answers one browser from a folder."""

    protocol_version = "HTTP/1.1"
    # Without our own, the machine's table decides, and some lack these or say text/plain.
    extensions_map: dict[str, str] = {  # noqa: RUF012 - declared so by its base
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".ico": "image/x-icon",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
        ".zip": "application/zip",
    }

    def __init__(self, *given: Any, rules: Rules = (), **named: Any) -> None:  # noqa: ANN401 - as its base has them
        self.rules = rules
        super().__init__(*given, **named)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send what stands before a file; an address with a NUL in it names none, and Python would raise."""
        if "\0" in self.translate_path(self.path):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def handle(self) -> None:
        """Answer, and say nothing where a browser has gone before the answer came."""
        with suppress(ConnectionError):
            super().handle()

    def end_headers(self) -> None:
        """Send the headers that the site names, and that nothing is kept."""
        for path, headers in self.rules:
            if fnmatchcase(self.path, path):
                for name, told in headers:
                    self.send_header(name, told)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002 - its signature
        """Refuse, as most hosts do."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, *_: object) -> None:
        """Say nothing: a visitor's pages are nobody's business, not even in a terminal."""


def read_rules(folder: Path) -> Rules:
    """Return what the site's `_headers` says, but for how long a file may be kept; nothing where there is none."""
    file = folder / "_headers"
    rules = []
    for block in file.read_text(encoding="utf-8").split("\n\n") if file.is_file() else ():
        path, *lines = block.strip().splitlines()
        told = [line.strip().split(": ", 1) for line in lines]
        rules.append((path, tuple((name, text) for name, text in told if name != "Cache-Control")))
    return tuple(rules)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


def make_server(folder: Path, port: int, handler: Callable[..., Handler] = Handler) -> ThreadingHTTPServer:
    """Return a server of `folder`, bound to this machine's own address; port 0 takes a free one."""
    if not (folder / "index.html").is_file():
        message = f"there is no built site in {folder}/.\n  Way out: make site"
        raise ServeError(message)
    try:
        return _Server((HOST, port), partial(handler, directory=str(folder), rules=read_rules(folder)))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        why = "is taken by another program" if error.errno == errno.EADDRINUSE else "is not allowed"
        message = f"{HOST}:{port} {why}.\n  Way out: PORT={DEFAULT_PORT + 1} make serve"
        raise ServeError(message) from error


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve `folder` in the background on a free port; give its address, without a last slash."""
    with make_server(folder, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def read_port(text: str) -> int:
    """Return the port that `PORT` names; the usual one when it is empty."""
    if not text:
        return DEFAULT_PORT
    if text.isascii() and text.isdigit() and 0 < int(text) < 2**16:
        return int(text)
    message = f"PORT is {text!r}; allowed: a number from 1 to {2**16 - 1}."
    raise ServeError(message)


def main(folder: Path) -> int:
    """Serve until Ctrl-C; return the exit status."""
    try:
        server = make_server(folder, read_port(os.environ.get("PORT", "")))
    except ServeError as error:
        print(f"Cannot serve: {error}", file=sys.stderr)
        return 1
    print(f"  serving {folder}/ on http://{HOST}:{server.server_port}/ (Ctrl-C ends it)", flush=True)
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:] or ["site"])))
