"""What must never be said, on every page that stands still and in the result of everybody who gets another one."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from browser.crowd import crowd
from browser.rendered import part_of, results
from browser.result_sayings import ResultSayings
from rulebooks import INSURERS, book, library

from checker.engine import decide
from checker.engine.otherwise.days_ahead import calendar
from checker.engine.otherwise.nearest import nearest
from checker.engine.rules.conditions import All

if TYPE_CHECKING:
    from playwright.sync_api import Page

TODAY = date(2026, 11, 22)


def _faults(page: Page, insurer: str, part: str, people: list[dict[str, Any]]) -> set[str]:
    sayings = ResultSayings(library().insurers[insurer], library())
    found = results(page, part, people)
    assert len(found) == len(people)
    return {f"{fault}, to {json.dumps(one['facts'])}" for one in found for fault in sayings.faults(one)}


@pytest.mark.parametrize("insurer", INSURERS)
def test_no_result_says_it(page: Page, insurer: str) -> None:
    people = crowd(book(insurer), TODAY)
    people[::5] = [_with_python(insurer, person) for person in people[::5]]
    part = part_of(library().insurers[insurer], library(), TODAY)
    assert len(people) > 200
    assert sorted(_faults(page, insurer, part, people)) == []


def _with_python(insurer: str, person: dict[str, Any]) -> dict[str, Any]:
    said = (ask(book(insurer), person["facts"]) for ask in (decide, nearest, calendar))
    return {**person, "python": dict(zip(("decision", "nearest", "calendar"), said, strict=True))}


SPOILED = [
    ("changes.card_lost", "支援措置を受けたら", "says"),
    ("changes.nothing", "前の保険証を見せてください。", "an old card that has ended"),
    ("routes.application", "申し込まなくても届きます。", "a change brings"),
    ("ui.how", "前の保険証を見せてください。", "an old card that has ended"),
    ("ui.how", "お知らせだけで受診できます。", "the notice alone"),
    ("ui.how", "機械で読めないときは、10割を払います。", "paying in full"),
    ("ui.how", "手数料は300円です。", "says"),
    ("ui.how", "印鑑を持っていってください。", "says"),
    ("ui.how", "支援措置をやめれば使えます。", "says"),
    ("ui.how", "清瀬市 国民健康保険(東京都)", "another insurer"),
    ("items.eligibility_notice", "資格確認書", "shows what nobody decided"),
    ("items.my_number_card", "前の保険証", "shows what nobody decided"),
    ("papers.pin", "委任状(代わりの人に頼む紙)", "names letter_of_proxy"),
    ("papers.pin", "", "leaves out pin"),
    ("places.seven_bank_atm", "清瀬市役所 保険年金課", "only another insurer's text names"),
    ("documents.eligibility_notice", "資格確認書", "documents"),
    ("warnings.notice_alone_not_enough", "", "keeps silent of warnings.notice_alone_not_enough"),
    ("acts.wait", "いまのカードをそのまま使えます。申し込みは要りません。", "the card is promised"),
    ("acts.apply", "待っていれば届きます。申し込みは要りません。", "no application is said to be needed"),
    ("actions.ask_facility_first", "", "keeps silent of actions.ask_facility_first"),
    ("ui.show_depends", library().words["ui.show_before_arrival"], "silence is claimed"),
    (
        "actions.register_at_reader",
        "カードを止めてください。なくしたとき、盗まれたときは、昼も夜も電話で止められます。",
        "suspend_card",
    ),
]
"""Words that would be wrong, and what is said of them; seen at Namerikawa, whose document has the most of all this."""


SEVERAL: list[dict[str, Any]] = [
    {"my_number_card": "held", "registration": "registered"},
    {"my_number_card": "held", "registration": "not_registered"},
    {"my_number_card": "lost", "registration": "registered", "has": []},
    {"my_number_card": "none", "has": []},
    {"my_number_card": "held", "registration": None, "has": []},
]
"""People who are told of the card, of registering, of applying, of waiting, and of what is still open."""


def _spoiled(part: str, keys: str, wrong: str) -> str:
    """Return the part of the page with other words for some ids, as the script reads them."""
    head, data, rest = _around(part, "data-words")
    words = json.loads(data)
    for key in keys.split():
        kind, id_ = key.split(".")
        assert words["common"][kind][id_]
        words["common"][kind][id_] = wrong
    return head + json.dumps(words).replace("<", "\\u003c") + rest


def _around(part: str, name: str) -> tuple[str, str, str]:
    found = re.search(rf"<script[^>]* {name}[^>]*>(.*?)</script>", part)
    assert found is not None
    return part[: found.start(1)], found.group(1), part[found.end(1) :]


def test_a_wrong_word_is_seen(page: Page) -> None:
    insurer = library().insurers["namerikawa"]
    people = [
        _with_python(
            insurer.id,
            {"facts": {"insurer": insurer.id, "on_date": TODAY.isoformat(), **facts}, "errand": "which_document"},
        )
        for facts in SEVERAL
    ]
    right = part_of(insurer, library(), TODAY)
    assert _faults(page, insurer.id, right, people) == set()
    for key, wrong, seen in SPOILED:
        faults = _faults(page, insurer.id, _spoiled(right, key, wrong), people)
        assert any(seen in fault for fault in faults), (key, wrong, faults)
    assert any(
        "standing line" in fault for fault in _faults(page, insurer.id, right.replace("data-standing", ""), people)
    )


WRONG_RULES: dict[str, dict[str, Any]] = {
    "show-old-card": {"when": All(())},
    "show-card": {"then": {"show": [["eligibility_notice"]]}},
    "full-charge-is-wrong": {"then": {"warnings": ["pay_in_full_if_left"]}},
}


def test_a_wrong_rule_is_seen(page: Page) -> None:
    insurer = library().insurers["gamagori"]
    right = insurer.rulebook
    rules = tuple(replace(rule, **WRONG_RULES.get(rule.id, {})) for rule in right.rules)
    spoiled = replace(insurer, rulebook=replace(right, rules=rules))
    facts = {
        "insurer": insurer.id,
        "on_date": TODAY.isoformat(),
        "my_number_card": "held",
        "registration": "registered",
    }
    people = [
        {"facts": facts, "errand": "which_document"},
        {"facts": {**facts, "reader": "fault", "brings": []}, "errand": "at_desk"},
    ]
    faults = _faults(page, insurer.id, part_of(spoiled, library(), TODAY), people)
    for seen in ("an old card that has ended", "without the card", "has not left is told of paying in full"):
        assert any(seen in fault for fault in faults), faults
