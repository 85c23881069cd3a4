"""Serves the hosts from an origin that is not the site's, each with the headers that it sends."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from browser.hosts.host import SITE, Host

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["serving_hosts"]


@contextmanager
def serving_hosts(hosts: Sequence[Host], site: str) -> Iterator[str]:
    """Serve each host as `/<name>`, and as `/in/<name>` in a frame; give the address, without a last slash.

    The site stands on 127.0.0.1, so `localhost` is to browsers another site, not only another origin.
    """
    by_name = {host.name: host for host in hosts}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            *where, name = self.path.removeprefix("/").split("/")
            host = by_name.get(name)
            if host is None:  # its icon
                self._send(HTTPStatus.NO_CONTENT, {}, b"")
            elif where:
                self._send(HTTPStatus.OK, {"Content-Type": "text/html"}, _AROUND % name.encode())
            else:
                self._send(HTTPStatus.OK, {"Content-Type": "text/html", **(host.sends or {})}, host.file.read_bytes())

        def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes) -> None:
            told = body.replace(SITE.encode(), site.encode())
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(told))}.items():
                self.send_header(name, value.replace(SITE, site))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


_AROUND = b"""<!doctype html>
<title>portal</title>
<h1>portal</h1>
<iframe src="/%s" title="host" width="100%%" height="500"></iframe>
"""
