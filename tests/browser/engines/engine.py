"""Browsers that are no Chromium, started without a screen."""

from __future__ import annotations

import os
import socket
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from browser.engines.wire import CommandError, HttpWire, SocketWire, Wire, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

__all__ = ["firefox", "webkit"]

_FIREFOX_SETTINGS = """\
user_pref("marionette.port", 0);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("app.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("intl.accept_languages", "ja");
"""
"""A port of its own, and no errands of its own."""


@contextmanager
def firefox(program: Path, folder: Path) -> Iterator[Wire]:
    """Start Firefox with a fresh profile in `folder`, which must not be there."""
    folder.mkdir()
    (folder / "user.js").write_text(_FIREFOX_SETTINGS, encoding="utf-8")
    told = folder / "MarionetteActivePort"
    with _running([str(program), "--headless", "--marionette", "--no-remote", "--profile", str(folder)]):
        port = wait_for(lambda: told.read_text(encoding="utf-8") if told.exists() else "", "Firefox's port")
        wire = SocketWire(int(port))
        yield wire
        wire.close()


@contextmanager
def webkit(driver: Path, screen: Path) -> Iterator[Wire]:
    """Start WebKitGTK's own small browser on a screen that nobody sees."""
    reading, writing = os.pipe()
    number = [str(screen), "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with _running(number, keep=[writing]):
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        port = _free_port()
        with _running([str(driver), f"--port={port}"], {"DISPLAY": display, "LANG": "ja_JP.UTF-8"}):
            wire = wait_for(lambda: _connect(port), "WebKit's driver")
            yield wire
            wire.send("DeleteSession")


def _connect(port: int) -> Wire | None:
    try:
        return HttpWire(f"http://127.0.0.1:{port}", {})
    except CommandError as error:
        if "refused" in str(error):
            return None
        raise


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def _running(command: Sequence[str], more: Mapping[str, str] | None = None, keep: Sequence[int] = ()) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, env={**os.environ, **(more or {})}, stdin=quiet, stdout=quiet, stderr=quiet, pass_fds=keep
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()
