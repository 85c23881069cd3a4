"""The feeds of the record are valid JSON Feeds 1.1, and say what the files under docs/changes/ say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from rulebooks import INSURERS, library

from checker.authoring.record.entries import Entry
from checker.authoring.record.stamps import Stamp
from checker.authoring.ruby import BASE
from checker.pages.assets import Assets
from checker.pages.feeds import ALL, feed_address, feeds
from checker.pages.here import Here
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring import Library

TODAY = date(2026, 11, 22)
BARE = Assets({}, "", "", "", "", None, "", "", ())
PUBLISHED = replace(BARE, operator="運営の会", site_url="https://navi.example/city/")

LATER = Entry(
    date(2026, 12, 1),
    Stamp("a" * 12, "b" * 12),
    {"ja": "紙が届く人が増えました。", "en": "More people get a paper."},
    {"all": (12, 3400), "procedures:apply_certificate": (1, 40)},
)


def _changed_once() -> Library:
    """Return the library with the first entry of each insurer, and a second one for Kiyose."""
    first = {name: entries[-1:] for name, entries in library().changes.items()}
    return replace(library(), changes={**first, "kiyose": (LATER, *first["kiyose"])})


def _read(making: Making) -> dict[str, Any]:
    return {file.address: json.loads(bytes(file.content)) for file in feeds(making)}


@pytest.fixture(scope="module", params=[BARE, PUBLISHED], ids=["no address", "published"])
def made(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return all feeds, with a second entry for one insurer."""
    return _read(Making(_changed_once(), request.param, TODAY))


def _addresses(value: object) -> Iterator[str]:
    """Yield every member that the form calls a URL."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from [one] if key in ("home_page_url", "feed_url", "url", "version") and "://" in str(one) else ()
            yield from _addresses(one)
    elif isinstance(value, list):
        for one in value:
            yield from _addresses(one)


def test_every_insurer_has_a_feed_and_all_have_one(made: dict[str, Any]) -> None:
    assert set(made) == {ALL, *map(feed_address, INSURERS)}
    assert ALL == "v1/changes.json"
    assert feed_address("kiyose") == "v1/kiyose/changes.json"


def test_each_has_what_the_form_asks_for(made: dict[str, Any]) -> None:
    """https://www.jsonfeed.org/version/1.1/: required are version, title, items; of an item id and its content."""
    for address, feed in made.items():
        assert feed["version"] == "https://jsonfeed.org/version/1.1", address
        assert feed["title"], address
        assert feed["language"] == "ja"
        assert feed["items"], address
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert item["id"]
            assert item["content_text"]
            assert item["language"] == "ja"
            assert datetime.fromisoformat(item["date_published"]).utcoffset() is not None
            own = item["_shikaku_navi"]
            assert own["about"]
            assert len(own["version"]) == len(own["text"]) == 12
            assert own["says"]["ja"] == item["content_text"]
            assert all(0 <= count["changed"] <= count["of"] for count in own["situations"].values())
        assert BASE not in json.dumps(feed, ensure_ascii=False), "readings are for pages"
        assert all(urlsplit(one).scheme == "https" for one in _addresses(feed))


def test_addresses_are_whole_or_left_out(made: dict[str, Any]) -> None:
    feed = made["v1/kiyose/changes.json"]
    if "authors" in feed:
        assert feed["authors"] == [{"name": "運営の会"}]
        assert feed["feed_url"] == "https://navi.example/city/v1/kiyose/changes.json"
        assert feed["home_page_url"] == "https://navi.example/city/insurers/kiyose/index.html#changes"
        assert feed["items"][0]["url"] == feed["home_page_url"]
    else:
        assert not feed.keys() & {"feed_url", "home_page_url"}
        assert "url" not in feed["items"][0]


def test_the_newest_comes_first_and_ids_are_told_apart(made: dict[str, Any]) -> None:
    newest, oldest = made["v1/kiyose/changes.json"]["items"]
    assert newest["id"] == f"shikaku-navi:kiyose:2026-12-01:{'a' * 12}:{'b' * 12}"
    assert newest["_shikaku_navi"]["situations"]["all"] == {"changed": 12, "of": 3400}
    assert newest["_shikaku_navi"]["says"]["en"] == "More people get a paper."
    assert oldest["_shikaku_navi"]["situations"] == {}
    every = made[ALL]["items"]
    assert every[0] == newest
    assert len(every) == len({item["id"] for item in every}) == len(INSURERS) + 1
    days = [item["date_published"] for item in every]
    assert days == sorted(days, reverse=True)


def test_an_id_stays_whatever_the_site_s_address_is() -> None:
    ids = [[item["id"] for item in _read(Making(library(), one, TODAY))[ALL]["items"]] for one in (BARE, PUBLISHED)]
    assert ids[0] == ids[1]


def test_an_insurer_without_a_record_has_an_empty_feed_so_that_its_address_works() -> None:
    made = _read(Making(replace(library(), changes={}), BARE, TODAY))
    assert made["v1/kiyose/changes.json"]["items"] == made[ALL]["items"] == []


def test_the_insurer_s_page_tells_the_record_and_names_its_feed() -> None:
    books = _changed_once()
    for language, said in (("ja", "紙が届く人が増えました。"), ("en", "More people get a paper.")):
        making = Making(books, BARE, TODAY).told_in(language)
        article = insurer_page(making.library.insurers["kiyose"], making)
        record = article.body.split('id="changes"')[1].split("</section>")[0]
        assert said in record
        assert record.index('datetime="2026-12-01"') < record.index('datetime="2026-11-22"')
        assert "3,400" in record
        assert f'href="{Here("insurers/kiyose/index.html", language).up}v1/kiyose/changes.json"' in record
        assert 'href="#changes"' in article.body
        assert article.feed == "v1/kiyose/changes.json"


def test_a_long_record_stands_on_the_page_as_far_as_it_is_new() -> None:
    books = _changed_once()
    newest, *_ = books.changes["kiyose"]
    days = [date(2027, 1, day) for day in range(9, 0, -1)]
    long = replace(books, changes={**books.changes, "kiyose": tuple(replace(newest, on=day) for day in days)})
    record = insurer_page(long.insurers["kiyose"], Making(long, BARE, TODAY)).body.split('id="changes"')[1]
    assert re.findall(r'<time datetime="([^"]+)"', record) == [day.isoformat() for day in days[:5]]
    assert library().words["record.older"] in record


def test_a_withdrawn_insurer_keeps_its_record() -> None:
    books = library()
    gone = replace(books.insurers["kiyose"], status="withdrawn")
    body = insurer_page(gone, Making(books, BARE, TODAY)).body
    assert 'id="changes"' in body
    assert 'datetime="2026-11-22"' in body
