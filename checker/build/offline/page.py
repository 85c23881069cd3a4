"""The offline page: the choice of an insurer, every insurer's part of the checker, all scripts and data inline."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.build.offline.choice import asking_again, insurer_choice, insurer_choice_packs, part_anchor
from checker.build.offline.packed import as_block
from checker.build.scripts import join_modules
from checker.pages.assets import Runtime, rulebook_name
from checker.pages.checker_part import checker_part
from checker.pages.html import Html, el
from checker.pages.inscribe import inscribe
from checker.pages.insurer_lists import OTHER
from checker.pages.making import Making
from checker.pages.packs import common_pack, common_words, others_of, own_pack, terms_of
from checker.pages.told import told_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from checker.authoring import Insurer, Library
    from checker.pages.assets import Assets

__all__ = ["offline_page"]

_LOADING = "@media (scripting: enabled) { [data-loading] [data-part-of]:not([data-part-of=choose]) { display: none } }"
"""Until the script has taken the parts out, only the choice shows; without scripts, everything does."""


def offline_page(library: Library, assets: Assets, packed: Mapping[str, str], browser: Path, today: date) -> str:
    """Return the whole file as text. `packed` holds the data blocks of Python; `browser` our scripts."""
    assets = replace(assets, runtime=Runtime("", {}))
    making = Making(library, assets, today, alone=True)
    words = library.words
    style = Html(_content(assets, assets.style) + _LOADING)
    leaving = _unbroken(_content(assets, assets.scripts["quick_exit"]))
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
    told = told_parts(library.insurers[OTHER], making)
    main = el(
        "main",
        told.get("languages"),
        asking_again(making),
        insurer_choice(making),
        *(_part(insurer, making) for insurer in library.insurers.values()),
    )
    body = el(
        "body",
        *(inscribe(one, terms_of(library)) for one in (told["bar"], main)),
        _json(common_words(words), data_common=True),
        el("script", checker),
        *_data(making, packed),
    )
    return f"<!doctype html>\n{el('html', head, body, lang='ja', data_loading=True)}\n"


def _content(assets: Assets, address: str) -> str:
    """Return what the site serves at an address."""
    [content] = (file.content for file in assets.shared if file.address == address)
    return (content if isinstance(content, bytes) else content.read_bytes()).decode()


def _part(insurer: Insurer, making: Making) -> Html:
    parts = told_parts(insurer, making)
    languages = [{"language": language, "files": []} for language in others_of(making.library)]
    part = checker_part(insurer, making, parts, languages)
    return el("div", part, parts["foot"], data_part_of=insurer.id, id=part_anchor(insurer.id))


def _data(making: Making, packed: Mapping[str, str]) -> Iterator[Html]:
    """Yield blocks that no browser runs, last in the page, so that the question need not wait for them."""
    for pack in _packs(making):
        yield _json(pack, data_pack=True)
    books = [insurer.rulebook for insurer in making.library.insurers.values()]
    rulebooks = json.dumps({rulebook_name(book): book.to_json() for book in books}, ensure_ascii=False)
    for name, block in (*packed.items(), ("rulebooks", as_block(rulebooks.encode()))):
        yield el("script", _unbroken(block), type="text/plain", data_packed=name)


def _packs(making: Making) -> Iterator[Mapping[str, Any]]:
    """Yield what each of the other languages needs, first what all insurers have in common."""
    for language in others_of(making.library):
        told = making.told_in(language)
        yield common_pack(told.library.words)
        yield from (own_pack(insurer, told) for insurer in told.library.insurers.values())
    yield from insurer_choice_packs(making)


def _json(value: object, **attributes: bool) -> Html:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return el("script", Html(text), type="application/json", **attributes)


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
