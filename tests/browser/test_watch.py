"""The watch itself: it sees what it must, so that its silence means something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.watch import wait_until

from checker.build.serve import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browser.watch import Watch
    from playwright.sync_api import Page

POLICY = "default-src 'none'; script-src 'self'"
STRICT = f'<title>t</title><meta http-equiv="Content-Security-Policy" content="{POLICY}">'


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text(f'{STRICT}<script src="page.js"></script>')
    (tmp_path / "page.js").write_text("globalThis.ready = 41 + 1;")
    (tmp_path / "broken.html").write_text(
        f"{STRICT}<script>globalThis.never = 1</script><script src='http://127.0.0.2:9/x.js'></script>"
    )
    (tmp_path / "elsewhere.html").write_text("<img src='http://127.0.0.2:9/x.png' alt=''>")
    (tmp_path / "throws.html").write_text("<script>throw new Error('on purpose')</script>")
    with serving(tmp_path) as address:
        yield address


def test_a_good_page_has_no_faults(page: Page, small_site: str, watch: Watch) -> None:
    page.goto(f"{small_site}/index.html")
    assert wait_until(page, "globalThis.ready") == 42
    assert watch.requests == [f"{small_site}/index.html", f"{small_site}/page.js"]
    assert watch.faults() == []


def test_waiting_ends(page: Page, small_site: str) -> None:
    page.goto(f"{small_site}/index.html")
    with pytest.raises(AssertionError, match=r"after 0 s still not: globalThis\.never"):
        wait_until(page, "globalThis.never", 0.2)


@pytest.mark.faults_expected
def test_policy_violations_are_seen(page: Page, small_site: str, watch: Watch) -> None:
    page.goto(f"{small_site}/broken.html")
    assert page.evaluate("globalThis.never === undefined")
    assert len(watch.violations) == 2
    assert watch.elsewhere == ["http://127.0.0.2:9/x.js"]  # to have tried is a fault too


@pytest.mark.faults_expected
def test_requests_to_other_origins_are_seen(page: Page, small_site: str, watch: Watch) -> None:
    page.goto(f"{small_site}/elsewhere.html")
    assert watch.elsewhere == ["http://127.0.0.2:9/x.png"]


@pytest.mark.faults_expected
def test_exceptions_are_seen(page: Page, small_site: str, watch: Watch) -> None:
    page.goto(f"{small_site}/throws.html")
    assert any("on purpose" in error for error in watch.errors)
