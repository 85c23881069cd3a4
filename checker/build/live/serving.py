"""The server of `make serve`: the built site, with insurers' pages from the files as they are."""

from __future__ import annotations

import os
import sys
import threading
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from checker.build.live.now import Now, Project, findings_of
from checker.build.live.told import SCRIPT, STYLE, WAIT, changed_to, findings_page, with_script
from checker.build.live.watching import Watch
from checker.build.serve import HOST, Handler, ServeError, make_server, read_port

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

__all__ = ["Live", "live_server", "main"]

_HERE = Path(__file__).parent
_LOOK = 0.15
"""Seconds between two looks at the files."""

_LONGEST_WAIT = 20.0
"""Seconds after which a waiting page is answered, though nothing has changed."""


class Live:
    """The state that all requests share: the files as they were last read, and a number for each such state."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._watch = Watch(root)
        self._project = Project(root)
        self._changed = threading.Condition()
        self._making = threading.Lock()
        self._now, self._count = self._project.read(), 0
        self._made: dict[str, bytes | None] = {}

    @property
    def version(self) -> str:
        """The state, told apart from those of servers that ran before."""
        return f"{os.getpid()}.{self._count}"

    @property
    def now(self) -> Now:
        """The files as they were last read."""
        return self._now

    def look(self) -> bool:
        """Read the files again if one of them changed; say whether that was so."""
        changed = self._watch.changed()
        if not changed:
            return False
        with self._making:
            self._now, self._made = self._project.read(changed), {}
        with self._changed:
            self._count += 1
            self._changed.notify_all()
        return True

    def wait(self, version: str) -> None:
        """Return once there is another state than this one, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, _LONGEST_WAIT)

    def made(self, address: str) -> bytes | None:
        """A page or file that is another than the built one; None where the site has it. Raises AuthoringError."""
        with self._making:
            now = self._now
            if address not in self._made:
                self._made[address] = now.made(address) if now.is_stale(address) else None
            return self._made[address] or now.beside(address)


class _Handler(Handler):
    """Answers one browser; the server gives it the state and the folder of the built site."""

    def __init__(self, *given: Any, live: Live, **named: Any) -> None:  # noqa: ANN401 - as its base has them
        self._live = live
        super().__init__(*given, **named)

    def do_GET(self) -> None:  # noqa: N802 - its base calls it so
        """Answer with what the files say, where that is another than the built site does."""
        parts = urlsplit(self.path)
        address = unquote(parts.path).lstrip("/")
        address += "index.html" if address.endswith("/") or not address else ""
        if address == WAIT:
            self._live.wait(parse_qs(parts.query).get("after", [""])[0])
            self._send(changed_to(self._live.version), ".js")
        elif address in (SCRIPT, STYLE):
            self._send((_HERE / Path(address).name).read_bytes(), Path(address).suffix)
        elif address.endswith(".html"):
            self._page(address)
        elif (made := self._live.made(address)) is not None:
            self._send(made, Path(address).suffix)
        else:
            super().do_GET()

    def _page(self, address: str) -> None:
        version, now = self._live.version, self._live.now
        findings, content = now.findings, None
        try:
            content = None if findings else self._live.made(address)
        except Exception as error:  # noqa: BLE001 - told in the browser, where somebody looks
            findings = findings_of(error)
        if findings:
            self._send(with_script(findings_page(findings, self._live.root), version), ".html", HTTPStatus.CONFLICT)
            return
        file = Path(str(self.directory)) / address
        built = content is None
        if built and file.is_file() and file.resolve().is_relative_to(Path(str(self.directory)).resolve()):
            content = file.read_bytes()
        if content is None:
            super().do_GET()
        else:
            self._send(with_script(content, version, _note(address, now, built=built)), ".html")

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", self.extensions_map.get(kind, self.extensions_map[""]))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _note(address: str, now: Now, *, built: bool) -> str:
    """What somebody who reads a page while writing must know of it; in plain English, as all that the tools say.

    `built`: it stands in the folder, since nothing here makes it.
    """
    if not now.is_stale(address):
        return ""
    if built:
        return "Older than the files: this page is as it was built. Run `make serve` again."
    draft = any(f"/{name}/" in f"/{address}" for name in now.drafts)
    return "A draft: shown here, and not published." if draft else "Made from the files as they are now."


def live_server(folder: Path, live: Live, port: int) -> ThreadingHTTPServer:
    """A server of the site built in `folder` with the state `live`; port 0 takes a free one."""
    return make_server(folder, port, partial(_Handler, live=live))


def keep_looking(live: Live, ended: threading.Event) -> None:
    """Look at the files again and again until the event is set."""
    while not ended.wait(_LOOK):
        live.look()


def main(folder: Path, root: Path) -> int:
    """Serve until Ctrl-C; return the exit status."""
    try:
        live = Live(root)
        server = live_server(folder, live, read_port(os.environ.get("PORT", "")))
    except ServeError as error:
        print(f"Cannot serve: {error}", file=sys.stderr)
        return 1
    home = f"http://{HOST}:{server.server_port}/"
    print(f"  serving {folder}/ on {home} (Ctrl-C ends it); a saved YAML file is shown at once")
    for name in live.now.drafts:
        print(f"  the draft {name}: {home}insurers/{name}/index.html")
    sys.stdout.flush()
    ended = threading.Event()
    looking = threading.Thread(target=keep_looking, args=(live, ended), daemon=True)
    looking.start()
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
        ended.set()
    return 0
