"""What a page says of itself to machines is complete, the same from both sides, and no more than is so."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pages.heads import read_head
from pages.markup import read_markup
from rulebooks import library

from checker.authoring.ruby import plain
from checker.pages.assets import Assets, Copy, SharedFile
from checker.pages.heading.changed import last_change
from checker.pages.heading.described import Described
from checker.pages.heading.head import head
from checker.pages.here import FOLDERS, Here, here_at
from checker.pages.making import Making

if TYPE_CHECKING:
    from collections.abc import Collection

    from pages.heads import Read

TODAY = date(2026, 11, 22)
NO_FILES = Assets({}, "", "", "", "", None, "", "", ())
SITE = "https://navi.example/under/"
SCHEMA = Path(__file__).with_name("linked_data.schema.json")
VALIDATE = Path(__file__).with_name("validate_data.mjs")
PAGES = (
    "index.html", "insurers/index.html", "insurers/kiyose/index.html", "insurers/other/index.html",
    "insurers/kiyose/tables/index.html", "situations/lost/index.html", "sources/designated-city/index.html",
    "comparison/index.html", "data/index.html", "about/index.html", "privacy/index.html", "facility/index.html",
)  # fmt: skip
ALL = tuple(FOLDERS)


def _head(page: str, language: str = "ja", languages: Collection[str] = ALL, site: str = SITE) -> Read:
    making = Making(library(), replace(NO_FILES, site_url=site), TODAY).told_in(language)
    told = Described(Here(page, language), 'A title <"&">', "What it is", languages, "v1/kiyose/changes.json")
    return read_head(head(told, making))


@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_kept_under_one_address_and_the_languages_name_each_other(page: str) -> None:
    heads = {language: _head(page, language) for language in ALL}
    own = {language: read.links["canonical", ""] for language, read in heads.items()}
    folder = page.removesuffix("index.html")
    assert own == {"ja": SITE + folder, "ja-easy": f"{SITE}easy/{folder}", "en": f"{SITE}en/{folder}"}
    named = {"ja": own["ja"], "en": own["en"], "x-default": own["ja"]}
    for language, read in heads.items():
        alternates = {tag: way for (rel, tag), way in read.links.items() if rel == "alternate" and tag}
        assert alternates == ({} if language == "ja-easy" else named), language
        assert read.said["og:url"] == [own[language]]


def test_a_page_in_one_language_names_no_others() -> None:
    read = _head("check/kiyose/index.html", languages=Described(Here("index.html"), "", "").languages)
    assert read.links["canonical", ""] == f"{SITE}check/kiyose/"
    assert not [tag for _, tag in read.links if tag]
    assert "og:locale:alternate" not in read.said


@pytest.mark.parametrize("language", ALL)
def test_whoever_is_sent_an_address_sees_what_it_is(language: str) -> None:
    read = _head("situations/lost/index.html", language)
    for name in ("title", "type", "image", "url", "description", "site_name", "locale"):
        [said] = read.said[f"og:{name}"]
        assert said, name
    assert read.said["og:title"] == ['A title <"&">']
    assert read.said["og:type"] == ["article"]
    assert _head("index.html", language).said["og:type"] == ["website"]
    locale, others = read.said["og:locale"], read.said["og:locale:alternate"]
    assert sorted(locale + others) == ["en_US", "ja_JP"]
    assert (locale == ["en_US"]) == (language == "en")


def test_the_picture_that_is_named_is_there(site_dir: Path) -> None:
    [image] = _head("index.html").said["og:image"]
    picture = (site_dir / image.removeprefix(SITE)).read_bytes()
    assert picture.startswith(b"\x89PNG")
    sides = [str(int.from_bytes(picture[at : at + 4])) for at in (16, 20)]
    read = _head("index.html")
    assert [*read.said["og:image:width"], *read.said["og:image:height"]] == sides


def test_linked_data_has_the_form_that_schema_org_gives_it(tmp_path: Path) -> None:
    pairs = []
    for number, (page, language) in enumerate((page, language) for page in PAGES for language in ALL):
        [block] = _head(page, language).data
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps(block), encoding="utf-8")
        pairs.append([str(SCHEMA), str(file)])
    done = subprocess.run(["node", VALIDATE, json.dumps(pairs)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_the_way_down_to_a_page_goes_by_its_list_and_its_insurer() -> None:
    [way] = _head("insurers/kiyose/tables/index.html", "en").nodes("BreadcrumbList")
    words = library().languages["en"]
    steps = [(one["name"], one["item"]) for one in way["itemListElement"]]
    assert steps == [
        (words["ui.app"], f"{SITE}en/"),
        (words["pages.insurers_title"], f"{SITE}en/insurers/"),
        (library().told_in("en").insurers["kiyose"].short, f"{SITE}en/insurers/kiyose/"),
        ('A title <"&">', f"{SITE}en/insurers/kiyose/tables/"),
    ]
    assert [one["position"] for one in way["itemListElement"]] == [1, 2, 3, 4]
    assert not _head("index.html").nodes("BreadcrumbList")
    assert _head("index.html").nodes("WebSite")
    assert len(_head("data/index.html").nodes("Dataset")) == 1


@pytest.mark.parametrize("language", ALL)
def test_people_see_the_same_way_down_as_machines_above_the_heading(language: str, site_dir: Path) -> None:
    told = library().told_in(language)
    for page in ("insurers/kiyose/tables/index.html", "insurers/kiyose/index.html", "situations/lost/index.html"):
        address = Here(page, language).address
        markup = re.sub("<rt[^>]*>[^<]*", "", (site_dir / address).read_text(encoding="utf-8"))
        (shown,) = read_markup(markup).all("nav", "sn-trail")
        assert shown.attributes["aria-label"] == plain(told.words["pages.trail"])
        steps = []
        for link in shown.all("a"):
            href = link.attributes["href"] or ""
            aim = (site_dir / address).parent.joinpath(href).resolve().relative_to(site_dir.resolve())
            steps.append((link.text, SITE + aim.as_posix().removesuffix("index.html")))
        [way] = _head(page, language).nodes("BreadcrumbList")
        assert steps == [(one["name"], one["item"]) for one in way["itemListElement"]][:-1], address
        assert markup.index('class="sn-trail"') < markup.index('id="content"') < markup.index("<h1")


def test_where_only_the_home_page_is_above_no_way_down_is_shown(site_dir: Path) -> None:
    for page in ("index.html", "facility/index.html", "situations/index.html", "404.html"):
        assert "sn-trail" not in (site_dir / page).read_text(encoding="utf-8"), page


def test_a_day_is_told_only_where_a_record_has_one() -> None:
    [page] = _head("insurers/kiyose/index.html").nodes("WebPage")
    days = [library().changes[name][0].on for name in ("kiyose", "other")]
    assert page["dateModified"] == max(days).isoformat()
    [plain] = _head("privacy/index.html").nodes("WebPage")
    assert "dateModified" not in plain
    newest = replace(library().changes["gamagori"][0], on=date(2031, 5, 4))
    changed = replace(library(), changes={**library().changes, "gamagori": (newest,)})
    assert last_change("situations/lost/index.html", changed) == date(2031, 5, 4)
    assert last_change("sources/kiyose/index.html", changed) == max(days)
    assert last_change("sources/gamagori/index.html", changed) == date(2031, 5, 4)
    assert last_change("privacy/index.html", changed) is None


def test_nobody_is_named_who_does_not_run_the_site() -> None:
    told = Described(Here("insurers/kiyose/index.html"), "A title", "What it is", ALL)
    making = Making(library(), replace(NO_FILES, site_url=SITE), TODAY)
    unset = head(told, making)
    assert "publisher" not in unset
    assert "Government" not in unset
    run = replace(making, assets=replace(making.assets, operator="</script><b>Somebody"))
    named = head(told, run)
    [page] = read_head(named).nodes("WebPage")
    assert page["publisher"] == {"@type": "Organization", "name": "</script><b>Somebody"}
    assert named.count("</script>") == 1


def test_without_an_address_of_the_site_nothing_absolute_is_told() -> None:
    for page in PAGES:
        read = _head(page, site="")
        assert not [one for one in read.links if one != ("alternate", "")], page
        assert not {"og:url", "og:image"} & set(read.said), page
        assert not read.nodes("BreadcrumbList"), page
        assert "navi.example" not in json.dumps(read.data), page
        assert next(node for block in read.data for node in block["@graph"])["name"] == 'A title <"&">'


def test_a_copy_for_a_folder_stands_for_no_page_of_a_site() -> None:
    copy = replace(NO_FILES, site_url=SITE, copy=Copy(SharedFile("assets/python.js", b""), "1"))
    told = Described(Here("insurers/kiyose/index.html"), "A title", "What it is", ALL)
    read = read_head(head(told, Making(library(), copy, TODAY)))
    assert read.said == {"description": ["What it is"], "robots": ["noindex"]}
    assert read.links == {}
    assert read.data == ()


def test_the_feed_is_named_from_where_the_page_stands() -> None:
    assert _head("insurers/kiyose/index.html", "en").links["alternate", ""] == "../../../v1/kiyose/changes.json"
    assert here_at("en/insurers/kiyose/index.html").up == "../../../"


def test_every_page_of_the_site_has_such_a_head(site_dir: Path) -> None:
    making = {name: Making(library(), NO_FILES, TODAY).told_in(name) for name in ALL}
    pages = [path for folder in FOLDERS.values() for name in PAGES for path in site_dir.glob(f"{folder}{name}")]
    assert len(pages) > 30
    for path in pages:
        address = path.relative_to(site_dir).as_posix()
        here = here_at(address)
        built = read_head(path.read_text(encoding="utf-8"))
        app = plain(making[here.language].library.words["ui.app"])
        [description] = built.said["description"]
        told = Described(here, built.title.removesuffix(f" - {app}"), description, ALL)
        expected = read_head(head(told, making[here.language]))
        assert built.data == expected.data, address
        assert {name: built.said[name] for name in expected.said} == expected.said, address
