"""How one talks to a browser: WebDriver's commands as JSON, by HTTP to WebKit's driver, by a socket to Firefox itself.

Firefox needs no driver of its own: it understands the same commands by name when it is started with `--marionette`,
each message its length, a colon and a list.
"""

from __future__ import annotations

import json
import socket
import time
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CommandError", "HttpWire", "SocketWire", "Wire", "wait_for"]

_Found = TypeVar("_Found")

_PATIENCE = 60.0
"""Seconds for one answer of a browser."""


class CommandError(Exception):
    """What the browser says of a command that it could not carry out."""


class Wire(Protocol):
    """Carries commands to one session of a browser."""

    def send(self, name: str, **given: Any) -> Any:  # noqa: ANN401 - JSON
        """Carry out a command of WebDriver, named as Firefox names it, and return its value."""


class HttpWire:
    """A session at a driver that speaks HTTP."""

    _PATHS = {  # noqa: RUF012 - constant, and of this class alone
        "Navigate": ("POST", "/url"),
        "ExecuteScript": ("POST", "/execute/sync"),
        "ExecuteAsyncScript": ("POST", "/execute/async"),
        "FindElement": ("POST", "/element"),
        "ElementClick": ("POST", "/element/{id}/click"),
        "TakeScreenshot": ("GET", "/screenshot"),
        "SetWindowRect": ("POST", "/window/rect"),
        "SwitchToFrame": ("POST", "/frame"),
        "DeleteSession": ("DELETE", ""),
    }

    def __init__(self, address: str, capabilities: dict[str, Any]) -> None:
        started = _request("POST", f"{address}/session", {"capabilities": {"alwaysMatch": capabilities}})
        self._session = f"{address}/session/{started['sessionId']}"

    def send(self, name: str, **given: Any) -> Any:  # noqa: ANN401 - JSON
        """Carry out a command."""
        method, path = self._PATHS[name]
        return _request(method, self._session + path.format(**given), given if method == "POST" else None)


class SocketWire:
    """A session at a Firefox that listens for its own protocol."""

    def __init__(self, port: int) -> None:
        with socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE) as connection:
            self._stream = connection.makefile("rwb")  # which keeps the connection open until it is closed itself
        self._last = 0
        self._read()  # its greeting
        self.send("NewSession")

    def send(self, name: str, **given: Any) -> Any:  # noqa: ANN401 - JSON
        """Carry out a command."""
        self._last += 1
        message = json.dumps([0, self._last, f"WebDriver:{name}", given]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, error, value = self._read()
        if error is not None:
            raise CommandError(f"{error['error']}: {error['message']}")
        return value["value"] if isinstance(value, dict) and set(value) == {"value"} else value

    def close(self) -> None:
        """End the session, and hang up."""
        self.send("DeleteSession")
        self._stream.close()

    def _read(self) -> Any:  # noqa: ANN401 - JSON
        digits = b""
        while (one := self._stream.read(1)) != b":":
            if not one:
                raise CommandError("the browser has hung up")
            digits += one
        return json.loads(self._stream.read(int(digits)))


def wait_for(look: Callable[[], _Found | None], what: str, seconds: float = _PATIENCE) -> _Found:
    """Return the first thing that is found."""
    end = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds:.0f} s still not: {what}")
        time.sleep(0.05)
    return found


def _request(method: str, address: str, body: Any) -> Any:  # noqa: ANN401 - JSON
    data = None if body is None else json.dumps(body).encode()
    asked = Request(address, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310 - our own address
    try:
        with urlopen(asked, timeout=_PATIENCE) as answer:  # noqa: S310 - as above
            return json.load(answer)["value"]
    except HTTPError as error:
        told = json.load(error)["value"]
        raise CommandError(f"{told['error']}: {told['message']}") from error
    except URLError as error:
        raise CommandError(str(error.reason)) from error
