"""Markup in every text of an insurer is text wherever it is shown: no element and no attribute comes from it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hostile_texts import EVIL, hostile_file, hostile_library, hostile_site

if TYPE_CHECKING:
    from pathlib import Path

_RUNS_CODE = frozenset({"text/javascript", "module", ""})
_ADDRESSES = frozenset({"href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href"})
_TAGS = frozenset(
    """
    a abbr address article aside b bdi body br button caption code col colgroup dd details dfn div dl dt em fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input label legend li link main
    meta nav noscript ol optgroup option output p picture pre q rp rt ruby script search section select small source
    span strong style sub summary sup table tbody td template textarea tfoot th thead time title tr ul wbr
    """.split()
)


class _Page(HTMLParser):
    """What could come from a text: names of elements and attributes, comments, code, addresses."""

    def __init__(self, policy: str = "") -> None:
        super().__init__()
        self.faults: list[str] = []
        self.shown: list[str] = []
        self.data: list[str] = []
        self._policy = policy
        self._script: dict[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.faults.append(f"an element {tag}")
        for name, value in attrs:
            if "evil" in name or name.startswith("on") or not re.fullmatch(r"[a-z][a-z-]*", name):
                self.faults.append(f"an attribute {name} of {tag}")
            if name in _ADDRESSES and not re.match(r"(?:https://|tel:|about:blank$|data:,$|[^:]*$)", value or ""):
                self.faults.append(f"the address {value}")
            self.shown.append(value or "")
        if tag in ("script", "style"):
            self._script = {"tag": tag, **dict(attrs)}
        if tag == "img" and dict(attrs).get("src") == "x":
            self.faults.append("a picture that is none of ours")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._script = None

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment {data[:40]}")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.faults.append(f"a declaration {decl}")

    unknown_decl = handle_pi = handle_comment

    def handle_data(self, data: str) -> None:
        if self._script is None:
            self.shown.append(data)
        elif self._script["tag"] == "style" or (self._script.get("type") or "") in _RUNS_CODE:
            allowed = f"'sha256-{b64encode(sha256(data.encode()).digest()).decode()}'"
            if allowed not in self._policy:
                self.faults.append(f"code that no policy allows: {data[:60]}")
        elif str(self._script.get("type")).endswith("json"):
            self.data.append(data)
            if "<" in data:
                self.faults.append("data in which a parser may see markup")


def _read(markup: str) -> _Page:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', markup)
    page = _Page(policy[1].replace("&#x27;", "'") if policy else "")
    page.feed(markup)
    page.close()
    for data in page.data:
        json.loads(data)
    return page


@cache
def pages() -> tuple[Path, ...]:
    """Return all pages of the site."""
    return tuple(sorted(hostile_site().rglob("*.html")))


def test_no_element_and_no_attribute_of_a_page_comes_from_a_text() -> None:
    faults = {
        path.relative_to(hostile_site()).as_posix(): _read(path.read_text(encoding="utf-8")).faults for path in pages()
    }
    assert len(pages()) > 100
    assert {page: told[:3] for page, told in faults.items() if told} == {}


def test_the_file_that_opens_without_a_server_runs_its_own_code_only() -> None:
    page = _read(hostile_file())
    assert page.faults == []
    assert EVIL in "".join(page.shown)


@pytest.mark.parametrize(
    ("address", "least"),
    [
        ("insurers/evil-office/index.html", 10),
        ("insurers/evil-office/tables/index.html", 20),
        ("en/insurers/evil-office/index.html", 10),
        ("easy/insurers/evil-office/index.html", 10),
        ("sources/evil-office/index.html", 30),
        ("check/evil-office/index.html", 10),
        ("v1/evil-office/index.html", 10),
        ("check/index.html", 1),
        ("comparison/index.html", 1),
        ("embed/index.html", 1),
    ],
)
def test_the_text_stands_there_as_it_was_written(address: str, least: int) -> None:
    """So that the tests above have seen it."""
    page = _read((hostile_site() / address).read_text(encoding="utf-8"))
    assert sum(text.count(EVIL) for text in page.shown) >= least


def test_every_kind_of_text_reaches_a_page() -> None:
    one = hostile_library().insurers["evil-office"]
    shown = "\n".join(
        text
        for path in pages()
        if "evil-office" in path.as_posix() and "/en/" not in path.as_posix()
        for text in _read(path.read_text(encoding="utf-8")).shown
    )
    told = [one.name, one.source.title, one.source.date, one.source.note, *one.words.values()]
    told += [text for contact in one.contacts for text in (contact.name, *contact.lines, *dict(contact.phone))]
    told += [passage.says for id_, passage in one.passages.items() if id_.startswith("evil-office/")]
    assert all(text.endswith(EVIL) for text in told)
    assert [text.removesuffix(EVIL) for text in told if text not in shown] == []


_SHARED = re.compile(r"(table|words)\.[0-9a-f]{12}\.js")


def test_scripts_that_hand_over_words_hold_data_only() -> None:
    scripts = [
        *(path for path in hostile_site().rglob("words.*.js") if not _SHARED.fullmatch(path.name)),
        *hostile_site().rglob("search.*-*.js"),
        *hostile_site().rglob("search.??.*.js"),
    ]
    assert len(scripts) > 8
    said = [path.read_text(encoding="utf-8") for path in scripts]
    for text in said:
        form = re.fullmatch(
            r'document\.dispatchEvent\(new CustomEvent\("[a-z-]+",\{detail:(.*)\}\)\);\n', text, re.DOTALL
        )
        assert form
        json.loads(form[1])
    assert sum("x-evil" in text for text in said) > 4


def test_scripts_that_put_shared_data_into_a_page_hold_nothing_else() -> None:
    """Each is the same few words of code around one text, which is JSON."""
    code: dict[str, set[str]] = {"table": set(), "words": set()}
    for path in hostile_site().rglob("*.js"):
        if found := _SHARED.fullmatch(path.name):
            said = path.read_text(encoding="utf-8")
            text = max(re.findall(r"'((?:[^'\\]|\\.)*)'", said), key=len)
            code[found[1]].add(said.replace(text, ""))
            json.loads(re.sub(r"\\(.)", r"\1", text if found[1] == "words" else "{" + text))
    assert [len(some) for some in code.values()] == [1, 1]


def test_data_for_programs_is_json_and_has_the_text() -> None:
    files = [path for path in hostile_site().rglob("*.json") if "runtime" not in path.parts]
    assert len(files) > 5
    told = [json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False) for path in files]
    assert sum(json.dumps(EVIL, ensure_ascii=False)[1:-1] in text for text in told) > 3


def test_pictures_hold_shapes_and_texts_only() -> None:
    pictures = [*hostile_site().rglob("flow.*.svg")]
    assert pictures
    for path in pictures:
        for element in ET.fromstring(path.read_text(encoding="utf-8")).iter():  # noqa: S314 - made by this test
            name = str(element.tag).rpartition("}")[2]
            assert name in {
                "svg",
                "title",
                "desc",
                "g",
                "rect",
                "text",
                "tspan",
                "path",
                "line",
                "polygon",
                "polyline",
                "defs",
                "marker",
                "circle",
                "style",
                "use",
            }
            assert not [key for key in element.attrib if key.startswith("on") or "evil" in key or "href" in key]
