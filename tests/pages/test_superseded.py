"""Where a newer document has taken the place of an older one's words, each page says which holds, and since when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from made_up import made_up_library
from rulebooks import library

from checker.pages.assets import Assets
from checker.pages.comparing.silence_page import silence_page
from checker.pages.html import Html
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making
from checker.pages.passage_lists import passage_lists
from checker.pages.sources_page import sources_page
from checker.pages.sourcing.source_page import source_page
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from checker.authoring import Insurer

DAY = date(2026, 11, 22)
OLDER, NEWER = "作り物の文書「資格確認書の更新」(2025年3月)", "作り物の文書「更新のお知らせ」(2026-06-01)"
OLD, NEW = "passage-supersedes-by-application", "passage-supersedes-by-itself"


def _insurer() -> Insurer:
    return made_up_library().insurers["supersedes"]


def _making() -> Making:
    insurers = {"supersedes": _insurer(), **library().insurers}
    return Making(replace(library(), insurers=insurers), Assets({}, "", "", "", "", None, "", "", ()), DAY)


def _told(page: Html) -> str:
    return re.sub(r"<[^>]*>", "", page)


def test_the_pages_of_the_insurer_and_its_source_name_both_documents_with_their_days() -> None:
    making = _making()
    said = (
        library()
        .words["pages.newer_document"]
        .format(older=OLDER.partition("(")[0], older_date="2025年3月", number="1", title=NEWER[:-12], date="2026-06-01")
    )
    assert (said.count(OLDER), said.count(NEWER)) == (1, 1)
    pages = [insurer_page(_insurer(), making), source_page(_insurer(), (), making), sources_page(making, Html(""))]
    assert [_told(page.body).count(said) for page in pages] == [1, 1, 1]
    silences = _told(silence_page(making, Html("")).body)
    assert silences.count(said) == 1
    assert library().words["silence_map.newer"] in silences


def test_each_of_the_two_passages_leads_to_the_other() -> None:
    for listed in (
        source_page(_insurer(), (), _making()).body,
        passage_lists(_insurer(), Wording(_insurer(), library().words)),
    ):
        older, newer = (re.search(rf'<li id="{one}".*?</li>', listed, re.DOTALL) for one in (OLD, NEW))
        assert older
        assert newer
        assert f"いまは、{NEWER}によります。" in older[0]
        assert f'href="#{NEW}"' in older[0]
        assert f"{OLDER}に代わるものです。" in newer[0]
        assert f'href="#{OLD}"' in newer[0]


def test_nothing_is_said_where_nothing_is_superseded() -> None:
    plain = Making(library(), _making().assets, DAY)
    assert library().words["silence_map.newer"] not in silence_page(plain, Html("")).body
    assert "によります" not in passage_lists(
        library().insurers["kiyose"], Wording(library().insurers["kiyose"], library().words)
    )
