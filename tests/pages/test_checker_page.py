"""The checker page as it arrives, before any script: its first question, its safety, its data, its shell."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rulebooks import INSURERS

from checker.authoring import load_library
from checker.pages.assets import Assets
from checker.pages.checker_page import POLICY, draw
from checker.pages.checker_page import render as render_page
from checker.pages.making import Making
from checker.pages.packs import common_files, common_words, insurer_files
from checker.pages.panel import panel
from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from checker.authoring import Insurer, Library

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 21)
ERRANDS = ["which_document", "at_desk", "lost", "cancel", "changed", "want_paper", "not_card"]
TOLD = re.compile(r"DV|暴力|虐待|被害|加害|こわい人|(?i:violence|abuse)")
"""Words that would tell who reads over a shoulder what this is about."""


@dataclass
class Seen(HTMLParser):
    """What stands in a page: its elements in order, its visible text, its blocks of data."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    _block: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._block = next((name for name, _ in attrs if name.startswith("data-")), "") if tag == "script" else ""

    def handle_endtag(self, tag: str) -> None:
        self._block = "" if tag == "script" else self._block

    def handle_data(self, data: str) -> None:
        if self._block:
            self.data[self._block] = json.loads(data)
        else:
            self.text.append(data)

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        """Return the attributes of the elements of a name that have these attributes."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture(scope="module")
def assets() -> Assets:
    return Assets(
        scripts={name: f"assets/{name}.1.js" for name in ("checker", "quick_exit", "page", "choose")},
        style="assets/checker.1.css",
        widget_style="assets/widget.1.css",
        site_style="assets/site.1.css",
        loader="",
        runtime=None,
        operator="",
        report="",
        shared=(),
    )


@pytest.fixture(scope="module", params=INSURERS)
def markup(request: pytest.FixtureRequest, library: Library, assets: Assets) -> str:
    return render(library.insurers[request.param], library, assets, TODAY)


@pytest.fixture(scope="module")
def seen(markup: str) -> Seen:
    return _read(markup)


def render(insurer: Insurer, library: Library, assets: Assets, today: date) -> str:
    making = Making(library, assets, today)
    return render_page(draw(insurer, making, common_files(library), insurer_files(insurer, making)), making)


def _read(markup: str) -> Seen:
    seen = Seen()
    seen.feed(re.sub(r"<span translate=no>(.*?)</span>", r"\1", markup))
    return seen


def test_the_first_question_is_the_errand_and_nothing_is_chosen(seen: Seen) -> None:
    (root,) = seen.all("div", **{"data-state": "question"})
    assert root["data-engine"] == "table"
    assert [one["data-question"] for one in seen.all("fieldset")] == ["errand"]
    options = seen.all("input", type="radio")
    assert [one["value"] for one in options] == [*ERRANDS, "unknown"]
    assert not any("checked" in one for one in options)
    assert seen.all("form") == [{"method": "dialog", "autocomplete": "off", "novalidate": None}]


def test_the_policy_comes_before_anything_that_it_governs(markup: str, seen: Seen) -> None:
    (policy,) = [one for one in seen.all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    assert policy["content"] == POLICY
    first = min(markup.index(mark) for mark in ("<link", "<script"))
    assert markup.index("Content-Security-Policy") < first


def test_nothing_is_written_inline(seen: Seen) -> None:
    assert not [
        (tag, name)
        for tag, attributes in seen.elements
        for name in attributes
        if name == "style" or name.startswith("on")
    ]
    data = {"application/json", "application/ld+json"}
    assert all(one.get("src") or one.get("type") in data for one in seen.all("script"))
    assert not seen.all("style")


def test_every_address_is_relative_but_the_way_out(seen: Seen) -> None:
    addresses = [
        str(attributes[name]) for _, attributes in seen.elements for name in ("href", "src") if name in attributes
    ]
    assert [one for one in addresses if re.match(r"[a-z]+:|/", one) and not one.startswith("tel:")] == [NEUTRAL_ADDRESS]


def test_whoever_has_another_insurance_gets_to_all_of_them(seen: Seen, library: Library) -> None:
    [way] = seen.all("a", href="../index.html")
    assert "data-opens" in way, "it takes this page's place in the history"
    assert library.words["pages.other_insurance"] in seen.text


def test_words_that_tell_stand_nowhere(markup: str) -> None:
    assert TOLD.findall(markup) == []


def test_what_is_protected_is_not_among_the_words_of_questions(library: Library) -> None:
    facts = common_words(library.words)["facts"]
    assert "my_number_card" in facts
    assert "data_protection" not in facts
    assert "support_measures" not in json.dumps(facts)


def test_the_standing_line_leads_to_the_panel(seen: Seen, library: Library) -> None:
    """Once below the heading of the question, and once for those who have no scripts."""
    links = [one for one in seen.all("a") if "data-open-panel" in one]
    (target,) = {str(link["href"]).removeprefix("#") for link in links}
    assert len(links) == 2
    assert seen.all("h2", id=target)
    assert library.words["warnings.standing_line"] in seen.text


def test_people_of_75_are_led_on_where_the_scheme_ends_at_that_age(library: Library, assets: Assets) -> None:
    led = {
        name
        for name in INSURERS
        if 'href="../other/index.html"' in render(library.insurers[name], library, assets, TODAY)
    }
    assert led == {name for name in INSURERS if library.insurers[name].rulebook.scheme in {"nhi", "employees"}}


def test_the_panel_needs_no_answers_and_ends_with_help(seen: Seen, library: Library) -> None:
    words = library.words
    for kind in ("unfiled", "support_measures", "insurer_filing", "cannot_view_own_data"):
        assert words[f"panel.kind_{kind}"] in seen.text
    assert words["panel.history"] in seen.text
    assert seen.all("a", href="tel:%238008")
    assert seen.all("a", href="tel:0120279889")
    order = [seen.text.index(words[f"panel.{key}"]) for key in ("before", "kind_unfiled", "help_heading")]
    assert order == sorted(order)


def test_who_is_called_before_something_is_posted_is_the_insurer_itself(library: Library) -> None:
    words = library.words
    for name in INSURERS:
        told = str(panel(library.insurers[name], library, TODAY))
        before = told[told.index(words["panel.before"]) : told.index(words["panel.shared"])]
        assert words["panel.hotline"] not in before
        assert "03-6457-9585" not in told
        assert (words["ui.contact_none"] in before) == (name not in {"kiyose", "namerikawa"})
        number = any(one.name.startswith(words["panel.hotline"]) for one in library.insurers[name].contacts)
        assert ("0120-95-0178" in told) == number


def test_without_scripts_the_tables_and_the_contact_stand_in_the_page(markup: str, seen: Seen) -> None:
    inside = markup[markup.index("<noscript>") : markup.index("</noscript>")]
    assert "<table" in inside
    assert [attributes for _, attributes in seen.elements if "data-contact" in attributes]


def test_says_that_it_is_not_the_insurers_page_and_who_runs_it(library: Library, assets: Assets, seen: Seen) -> None:
    words = library.words
    assert words["ui.not_official"] in seen.text
    assert any(words["ui.operator_unset"] in text for text in seen.text)
    run = replace(assets, operator="例の会", report="https://example.org/report")
    other = _read(render(library.insurers["kiyose"], library, run, TODAY))
    assert any("例の会" in text for text in other.text)
    assert not any(words["ui.operator_unset"] in text for text in other.text)
    assert other.all("a", href="https://example.org/report")


def test_a_past_review_is_said_above_the_question(library: Library, assets: Assets) -> None:
    insurer = replace(library.insurers["kiyose"], review_by=date(2026, 11, 20))
    markup = render(insurer, library, assets, TODAY)
    assert markup.index(library.words["ui.review_needed"]) < markup.index("data-checker ")
    current = replace(insurer, review_by=TODAY)
    assert 'class="notice"' not in render(current, library, assets, TODAY)


def test_a_withdrawn_insurer_gives_contact_and_source_only(library: Library, assets: Assets) -> None:
    insurer = replace(library.insurers["kiyose"], status="withdrawn")
    markup = render(insurer, library, assets, TODAY)
    seen = _read(markup)
    assert library.words["ui.withdrawn"] in seen.text
    assert not seen.all("form")
    assert seen.data == {}
    assert not seen.all("h4")
    assert seen.all("a", href="tel:0424972047")
    assert "をもとに答えています" not in "".join(seen.text)
    assert insurer.source.title in "".join(seen.text)
    assert seen.all("a", href="../other/index.html")
    assert library.words["ui.insurer_page"] not in "".join(seen.text), "there is no table to be seen"
    assert library.languages["en"]["ui.withdrawn"] in "".join(seen.text), "no script puts it into English"
    assert not seen.all("button"), "none would do anything"
    assert len(seen.all("h1")) == 1
    for folder, tag in (("", "ja"), ("easy/", "ja"), ("en/", "en")):
        assert seen.all("a", href=f"../../{folder}insurers/kiyose/index.html", hreflang=tag)


def test_where_the_insurers_own_number_is_not_stated_it_says_how_to_find_it(library: Library, assets: Assets) -> None:
    missing = library.words["ui.contact_none"]
    said = {name for name in INSURERS if missing in _read(render(library.insurers[name], library, assets, TODAY)).text}
    assert said == {"designated-city", "health-society", "gamagori", "other"}


def test_names_from_files_cannot_become_markup(library: Library, assets: Assets) -> None:
    insurer = replace(library.insurers["kiyose"], name="<b>市</b>", words={"x": "</script><img>"})
    markup = render(insurer, library, assets, TODAY)
    assert "<b>市" not in markup
    assert "</script><img>" not in markup
