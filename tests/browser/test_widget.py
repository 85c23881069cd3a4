"""The widget in a page that shares its origin, where browsers let a frame do most: it moves nothing but what it must.

What it has to stand of hosts is tried in `hosts/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser.accessibility import accessibility_faults
from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

HOST = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>host</title>
<script src="v1/embed.js" data-insurer="kiyose" data-accent="7a0038"></script>
<style>@media print { .box { width: 240px } } .far { height: 900px }</style></head>
<body><div class="far"></div><div class="box"><p><a href="{site}/v1/kiyose/index.html">link</a></p></div>
<div class="far"></div></body></html>"""
DARK = "accent=8ab4ff&paper=1a1a1c&text=f2f2f2"


def on_host(page: Page, site: str) -> Frame:
    """Open a host on which the script stands in the head, and return our frame, loaded."""
    host = HOST.replace("{site}", site)
    page.route(f"{site}/host.html", lambda route: route.fulfill(content_type="text/html", body=host))
    page.goto(f"{site}/host.html")
    page.locator("iframe").scroll_into_view_if_needed()
    frame = page.frames[1]
    wait_until(page, FITS)
    assert page.evaluate("document.querySelector('a').nextElementSibling === document.querySelector('iframe')")
    return frame


FITS = """(() => {
  const frame = document.querySelector('iframe');
  const root = frame.contentDocument?.documentElement;
  return root?.matches('[data-fits]') && frame.clientHeight === Math.ceil(root.getBoundingClientRect().height);
})()"""
IN_SIGHT = """(() => {
  const frame = document.querySelector('iframe');
  const top = frame.getBoundingClientRect().top;
  const bar = frame.contentDocument.querySelector('.bar').getBoundingClientRect().top;
  return top < 0 ? Math.abs(top + bar) < 25 : bar === 0;
})()"""
"""Whether the way out stands at the top of what can be seen of the frame."""


def test_the_host_moves_only_where_the_focus_would_be_out_of_sight(page: Page, http_site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    frame = on_host(page, http_site)
    visitor = Visitor(cast("Page", frame), "")
    visitor.choose("unknown")
    before = page.evaluate("scrollY")
    frame.click("[data-next]")
    heading = frame.locator("[data-checker] h1")
    assert 0 <= box_of(heading)[0] <= 640 - 40
    assert page.evaluate("scrollY") < before
    page.set_viewport_size({"width": 360, "height": 2400})
    page.evaluate("scrollTo(0, 300)")
    wait_until(page, FITS)
    visitor.rush(ORDINARY)
    wait_until(page, FITS)
    assert visitor.state == "result"
    assert page.evaluate("scrollY") == 300
    assert frame.evaluate("scrollY") == 0
    page.set_viewport_size({"width": 360, "height": 640})
    frame.click("[data-standing] [data-open-panel]")
    wait_until(page, FITS)
    top, height = box_of(frame.locator("[data-panel] summary"))
    assert 0 <= top <= 640 - height
    for below in (1234, -100):
        page.evaluate(f"scrollTo(0, document.querySelector('iframe').offsetTop + {below})")
        wait_until(page, IN_SIGHT)


def box_of(locator: Locator) -> tuple[float, float]:
    """Return where an element stands on the screen from the top, and how high it is."""
    box = locator.bounding_box()
    assert box is not None
    return box["y"], box["height"]


def test_paper_that_is_narrower_than_the_screen_holds_the_whole_answer(page: Page, http_site: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    frame = on_host(page, http_site)
    Visitor(cast("Page", frame), "").rush(ORDINARY)
    wait_until(page, FITS)
    assert fills_of_paper(page, frame) <= 1
    page.emulate_media(media="screen")
    frame.click("[data-sheet]")
    wait_until(page, FITS)
    assert fills_of_paper(page, frame) <= 1


def fills_of_paper(page: Page, frame: Frame) -> float:
    """Return how much of the height that the frame has on the screen its content takes on paper."""
    high: int = page.evaluate("document.querySelector('iframe').clientHeight")
    page.emulate_media(media="print")
    assert frame.evaluate("innerWidth") == 240
    took: float = frame.evaluate("document.documentElement.getBoundingClientRect().height")
    return took / high


def test_other_pages_open_outside_and_another_checker_inside(page: Page, http_site: str) -> None:
    frame = on_host(page, http_site)
    with page.expect_popup() as opened:
        frame.locator("footer .full-page a").press("Enter")
    assert opened.value.url == f"{http_site}/check/kiyose/index.html"
    assert opened.value.evaluate("opener") is None
    opened.value.close()
    frame.locator("[data-language=en]").press("Enter")
    wait_until(page, "document.querySelector('iframe').contentDocument.documentElement.lang === 'en'")
    assert frame.locator("footer").inner_text().count("Shikaku Navi")
    with page.expect_popup() as opened:
        frame.locator("footer .full-page a").press("Enter")
    assert opened.value.url == f"{http_site}/check/kiyose/index.html?lang=en"
    opened.value.close()
    frame.locator("[data-elsewhere] a").press("Enter")
    frame.wait_for_url(f"{http_site}/v1/other/**")
    assert frame.url == f"{http_site}/v1/other/index.html?accent=7a0038&lang=en"
    assert page.evaluate("history.length") == 2


def test_on_dark_paper_everything_can_be_read(page: Page, http_site: str) -> None:
    page.goto(f"{http_site}/v1/kiyose/index.html?{DARK}")
    Visitor(page, http_site).rush(ORDINARY)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(26, 26, 28)"
    assert accessibility_faults(page) == []
