"""Our frame on a host's page in engines that are no Chromium: it follows, answers, and takes its host along."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from browser.engines.wire import CommandError, wait_for
from browser.hosts.host import read_hosts
from browser.hosts.server import serving_hosts
from browser.visitor import ORDINARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from browser.engines.reader import Reader

HEIGHT = "document.querySelector('iframe').offsetHeight"
FITS = "innerHeight >= document.documentElement.scrollHeight"


@pytest.fixture(scope="module")
def hosts(http_site: str) -> Iterator[str]:
    """Return where the hosts are served."""
    with serving_hosts(read_hosts(), http_site) as address:
        yield address


@pytest.mark.parametrize("host", ["csp-allows", "shift-jis"])
def test_the_frame_answers_follows_and_is_left_with_its_host(reader: Reader, hosts: str, host: str) -> None:
    reader.open(f"{hosts}/{host}")
    first = reader.wait(f"{HEIGHT} === 640 ? 0 : {HEIGHT}")
    reader.wire.send("SwitchToFrame", id=0)
    reader.wait(FITS)
    reader.walk({"errand": "which_document", **ORDINARY})
    assert reader.state == "result"
    reader.wait(FITS)
    reader.wire.send("SwitchToFrame", id=None)
    assert reader.look(HEIGHT) != first
    assert reader.look("document.querySelector('a').textContent").startswith("清瀬市")
    reader.wire.send("SwitchToFrame", id=0)
    reader.look("Object.defineProperty(navigator, 'onLine', { value: false }) && 1")
    with suppress(CommandError):  # the frame may be gone before the driver hears that it was clicked
        reader.click("[data-leave]")
    wait_for(lambda: has_left(reader), "the host is left")


def has_left(reader: Reader) -> bool:
    """Whether the empty page stands there; a page that is just going answers nothing."""
    try:
        reader.wire.send("SwitchToFrame", id=None)
        return bool(reader.look("location.href === 'about:blank'"))
    except CommandError:
        return False
