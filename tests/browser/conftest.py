"""Real Chromium on the built site; a test fails for whatever `watch.Watch` saw go wrong."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from browser.chromium import FLAGS, PHONE
from browser.watch import Watch
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from checker.build.offline import FILE_OF_ALL, SITE_ZIP
from checker.build.serve import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


ODD = "server/共有 フォルダ/窓口#1 100% & USB"
"""As a share's path: a host's name in front, then blanks, Japanese, and signs that mean something in addresses."""


class OpenPage(Protocol):
    """Make a page; options are those of Playwright's `new_context`, such as `viewport`."""

    def __call__(self, **options: Any) -> Page: ...  # noqa: ANN401 - Playwright's own


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Return what drives every Chromium of this run."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright, headless_path: Path) -> Iterator[Browser]:
    """Return the one Chromium of this run, without windows where there is such a one."""
    with playwright.chromium.launch(executable_path=headless_path, args=list(FLAGS)) as chromium:
        yield chromium


@pytest.fixture(scope="session")
def whole_browser(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """Return the Chromium that people have, for what is more than its engine."""
    with playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS)) as chromium:
        yield chromium


@pytest.fixture(scope="session")
def http_site(site_dir: Path) -> Iterator[str]:
    """Return the address of the built site, without a slash at its end."""
    with serving(site_dir) as address:
        yield address


@pytest.fixture(scope="session")
def offline_file(offline_dir: Path) -> Path:
    """Return the single file of all insurers that opens without a server."""
    return offline_dir / FILE_OF_ALL


@pytest.fixture(scope="session")
def odd_place(offline_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a read-only folder with an odd name that holds all offline files and the unpacked site."""
    top = tmp_path_factory.mktemp("odd")
    place = top / ODD
    place.mkdir(parents=True)
    for file in offline_dir.glob("*.html"):
        shutil.copy(file, place)
    with zipfile.ZipFile(offline_dir / SITE_ZIP) as archive:
        archive.extractall(place)
    changed = [place, *place.rglob("*")]
    for path in changed:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield place
    for path in changed:
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def watch(request: pytest.FixtureRequest) -> Iterator[Watch]:
    """Return what is seen of this test's pages; afterwards, any fault fails the test.

    A test that provokes one says so: `@pytest.mark.faults_expected`, and looks at `watch` itself.
    """
    seen = Watch()
    yield seen
    if request.node.get_closest_marker("faults_expected") is None:
        assert not seen.faults(), "\n".join(seen.faults())


@pytest.fixture
def open_page(browser: Browser, watch: Watch) -> Iterator[OpenPage]:
    """Return a maker of watched pages, each in a fresh profile of a reader in Japan on a phone."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Page:  # noqa: ANN401 - Playwright's own
        given = {"locale": "ja-JP", "timezone_id": "Asia/Tokyo", "viewport": PHONE, **options}
        context = browser.new_context(**given)
        contexts.append(context)
        watch.attach(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return a watched page of the usual kind."""
    return open_page()
