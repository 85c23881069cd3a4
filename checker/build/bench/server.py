"""A static server such as a release would have: brotli, right types, names with hashes kept for ever."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from checker.build.bench.brotli import brotli

__all__ = ["served"]

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


@contextmanager
def served(files: Mapping[str, bytes], headers: Mapping[str, str] | None = None) -> Iterator[tuple[str, list[str]]]:
    """Serve files by their path; yield the address they are under and the paths asked for so far."""
    asked: list[str] = []
    packed = {path: brotli(data) for path, data in files.items() if len(data) > _SMALL}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path.removeprefix("/")
            asked.append(path)
            if path not in files:
                self.send_error(404)
                return
            is_packed = path in packed and "br" in self.headers.get("Accept-Encoding", "")
            body = packed[path] if is_packed else files[path]
            self.send_response(200)
            suffix = path.rpartition(".")[2]
            self.send_header("Content-Type", _TYPES.get(suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(body)))
            kept = "no-store" if suffix == "html" else "public, max-age=31536000, immutable"
            self.send_header("Cache-Control", kept)
            if is_packed:
                self.send_header("Content-Encoding", "br")
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
