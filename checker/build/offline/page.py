"""The offline page: the choice of an insurer, every insurer's part of the checker, all scripts and data inline."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from checker.build.offline.choice import insurer_choice
from checker.build.scripts import join_modules
from checker.pages.assets import Runtime, rulebook_name
from checker.pages.checker_part import checker_part
from checker.pages.html import Html, el
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from checker.authoring import Insurer, Library
    from checker.pages.assets import Assets

__all__ = ["offline_page"]

_NOWHERE = "about:blank"
"""Where the quick exit leads when there is no network."""

_LOADING = "@media (scripting: enabled) { [data-loading] [data-part-of] { display: none } }"
"""Until the script has taken the parts out, only the choice shows; without scripts, everything does."""


def offline_page(library: Library, assets: Assets, packed: Mapping[str, str], browser: Path, today: date) -> str:
    """Return the whole file as text. `packed` holds the data blocks of Python; `browser` our scripts."""
    assets = replace(assets, runtime=Runtime("", {}))
    words = library.words
    style = Html(_content(assets, assets.style) + _LOADING)
    leaving = _unbroken(_content(assets, assets.quick_exit))
    checker = _unbroken(join_modules(browser / "offline.js"))
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(style, leaving, checker)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", words["ui.app"]),
        el("link", rel="icon", href="data:,"),
        el("style", style),
        el("script", leaving),
    )
    main = el(
        "main",
        el("button", words["pages.choose_title"], type="button", class_="link", data_choose_again=True, hidden=True),
        insurer_choice(library, today),
        *(_part(insurer, library, assets, today) for insurer in library.insurers.values()),
    )
    body = el("body", _bar(words["ui.app"], words["ui.leave"]), main, el("script", checker), *_data(library, packed))
    return f"<!doctype html>\n{el('html', head, body, lang='ja', data_loading=True)}\n"


def _content(assets: Assets, address: str) -> str:
    """Return what the site serves at an address."""
    [content] = (file.content for file in assets.shared if file.address == address)
    return (content if isinstance(content, bytes) else content.read_bytes()).decode()


def _bar(app: str, leave: str) -> Html:
    return el(
        "header",
        el("span", app, class_="home"),
        el("a", leave, href=_NOWHERE, class_="leave", data_leave=_NOWHERE, rel="noreferrer"),
        class_="bar",
    )


def _part(insurer: Insurer, library: Library, assets: Assets, today: date) -> Html:
    wording = Wording(insurer, library.words)
    source = insurer.source
    operator = wording.ui("operator", operator=assets.operator) if assets.operator else wording.ui("operator_unset")
    foot = el(
        "footer",
        el("p", wording.ui("source_line", title=source.title, date=source.date)),
        el("p", wording.ui("not_official")),
        el("p", operator),
        el("p", wording.ui("leave_hint")),
    )
    return el("div", checker_part(insurer, library, assets, today), foot, data_part_of=insurer.id)


def _data(library: Library, packed: Mapping[str, str]) -> Iterator[Html]:
    """Yield blocks that no browser runs, last in the page, so that the question need not wait for them."""
    for insurer in library.insurers.values():
        rulebook = insurer.rulebook
        text = Html(rulebook.to_json().replace("<", "\\u003c"))
        yield el("script", text, type="application/json", data_rulebook=rulebook_name(rulebook))
    for name, block in packed.items():
        yield el("script", _unbroken(block), type="text/plain", data_packed=name)


def _policy(style: str, *scripts: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        "default-src 'none'; "
        f"script-src {allowed} 'wasm-unsafe-eval' blob:; "
        f"style-src {_hash(style)}; "
        "img-src data:; "
        "worker-src blob:; "
        "connect-src 'none'; "
        "base-uri 'none'; "
        "form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _unbroken(text: str) -> Html:
    """Return a script that no parser takes to end, or to hold a comment, before it does."""
    return Html(text.replace("</script", "<\\/script").replace("<!--", "<\\!--"))
