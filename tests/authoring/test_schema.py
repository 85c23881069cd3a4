"""The schemas for editors agree with the loader: they take what that takes, and refuse what people get wrong."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from authoring.trees import COMMON, small_tree
from case_checks import CHECKS
from made_up import FOLDER
from rulebooks import ROOT, library

from checker.authoring import AuthoringError, load_library
from checker.authoring.schema import case_schema, insurer_schema, rules_schema
from checker.authoring.schema.case_schema import EXPECTED
from checker.authoring.source import LOADER
from checker.authoring.starting.texts import insurer_text
from checker.commands.schema import FILES, schema_texts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TOWN = """\
id: town
name: 架空町 国民健康保険
short: 架空町
kana: かくうちょう
number: "123456"
found_by: [かくうけん]
scheme: nhi
status: draft
review_by: 2027-03-31
source: {title: お知らせ, date: 2026年4月, year: "2026"}
passages:
  text: {locator: 第1, says: 文。}
contacts:
  - {name: 住民課, phone: {係: 000-0000}, passages: [text]}
change:
  certificate-without-card: {passages: [text]}
  certificate-card-lost:
    then: {issued: {eligibility_certificate: {route: automatic, renewal: automatic}}}
    passages: [text, national/N7]
drop:
  wish-refused: {passages: [text]}
rules:
  own-document:
    topic: document
    exception_to: [notice-for-registered, {every: warnings}]
    when:
      all: [registered-card, {my_number_card: [held, lost]}, {care_needs: {any: [companion]}}]
      on_date: {from: 2026-04-01}
      smartphone: true
    then: {issued: {eligibility_certificate: {route: application, until: {birth_date: {years: 75, days: -1}}}}}
    valid: {from: 2026-04-01}
    passages: [text]
  own-care:
    topic: care
    when: {birth_date: {reached: {years: 70, month_end: true}}, not: {wants: {not: just_in_case}}}
    then: {show: [[my_number_card, eligibility_notice]], actions: [call_insurer]}
    passages: [text]
  own-procedure:
    topic: procedures
    when: {issued: {eligibility_certificate: [application]}, left_on: stated}
    then:
      {procedure: apply_certificate, where: null, bring: [], medium: [mail], takes: about_two_months,
       fee: 300, duty: true}
    passages: [text]
"""

MISTAKES = {
    "a key of the file": ("kana: ", "kanna: "),
    "a scheme": ("scheme: nhi", "scheme: nih"),
    "a status": ("status: draft", "status: publish"),
    "digits without quotes": ('number: "123456"', "number: 123456"),
    "a year without quotes": ('year: "2026"', "year: 2026"),
    "a day in another form": ("review_by: 2027-03-31", "review_by: 2027/03/31"),
    "a text where a list is meant": ("found_by: [かくうけん]", "found_by: かくうけん"),
    "a key of a passage": ("says: 文。", "say: 文。"),
    "a passage without a locator": ("{locator: 第1, says", "{says"),
    "a number that nothing is said of": ("phone: {係: 000-0000}", "phone: 000-0000"),
    "a national rule to change": ("certificate-without-card:", "certificate-wihout-card:"),
    "a national rule to drop": ("wish-refused:", "wish-refuse:"),
    "a passage that is no list": ("card: {passages: [text]}", "card: {passages: text}"),
    "a change without a passage": ("card: {passages: [text]}", "card: {}"),
    "a national passage": ("national/N7", "national/N777"),
    "a drop without a passage": ("wish-refused: {passages: [text]}", "wish-refused: {}"),
    "what a change says": ("then: {issued: {eligibility_certificate: {route: auto", "then: {show: {x: {route: auto"),
    "a topic": ("topic: care", "topic: caring"),
    "a key of a rule": ("valid: {from", "vaild: {from"),
    "a day of a rule": ("valid: {from: 2026-04-01}", "valid: {form: 2026-04-01}"),
    "valid without a key": ("valid: {from: 2026-04-01}", "valid: 2026-04-01"),
    "a topic of which all is overridden": ("every: warnings", "every: warning"),
    "a term": ("registered-card", "registred-card"),
    "a fact": ("my_number_card: [held", "my_number_crad: [held"),
    "a value": ("[held, lost]", "[held, lots]"),
    "how a list is asked": ("{any: [companion]}", "{some: [companion]}"),
    "a member of a list": ("[companion]", "[compagnon]"),
    "how a day is asked": ("on_date: {from", "on_date: {since"),
    "how a date is asked": ("left_on: stated", "left_on: known"),
    "a word between conditions": ("      all: [registered", "      and: [registered"),
    "a way of counting days": ("{years: 70, month_end: true}", "{year: 70, month_end: true}"),
    "a count that is no number": ("{years: 70,", "{years: seventy,"),
    "a document": ("eligibility_certificate: {route: application", "eligibility_certficate: {route: application"),
    "a route": ("route: application", "route: aplication"),
    "a route in a condition": ("eligibility_certificate: [application]", "eligibility_certificate: [aplication]"),
    "what is issued": ("{route: application, until", "{route: application, untill"),
    "a last day": ("until: {birth_date: {years: 75, days: -1}}", "until: {birth_day: {years: 75, days: -1}}"),
    "a renewal": ("renewal: automatic", "renewal: yes"),
    "a way to be treated": ("[[my_number_card, eligibility_notice]]", "[my_number_card, eligibility_notice]"),
    "an item": ("[[my_number_card, ", "[[my_card, "),
    "an action": ("call_insurer", "call_the_insurer"),
    "a procedure": ("procedure: apply_certificate", "procedure: aply_certificate"),
    "no procedure": ("procedure: apply_certificate, where", "where"),
    "a place that is no list": ("where: null", "where: head-office"),
    "a medium that is no list": ("medium: [mail]", "medium: mail"),
    "a time": ("about_two_months", "two_weeks"),
    "a fee in words": ("fee: 300", "fee: 300円"),
    "yes in words": ("duty: true", "duty: hai"),
}  # fmt: skip
"""What people get wrong: what stands in the file of a town, and what stands there instead."""


RULE_MISTAKES = {
    "a key of the file": ("\nterms:", "\nterm:"),
    "a kind of fact": ("my_number_card:\n    kind: choice", "my_number_card:\n    kind: choise"),
    "a key of a fact": ("ordinary: held", "ordinarily: held"),
    "a fact without a kind": ("{kind: date, everyone: true}", "{everyone: true}"),
    "yes in words": ("sensitive: true", "sensitive: hai"),
    "a question": ("{shares: {works: 10", "{share: {works: 10"),
    "an errand": ("{first: [lost_item]}", "{frist: [lost_item]}"),
    "a row of the gate": ("[e_certificate=expired", "[e_certificate expired"),
    "a kind of ids": ("  delivery: [post", "  delivered: [post"),
    "ids that are no list": ("  media: [in_person, mail, online, atm]", "  media: in_person"),
    "a document in hand": ("eligibility_notice:\n    held:", "eligibility_notice:\n    hold:"),
    "what covers": ("  covers:", "  cover:"),
    "where no way is left": ("{show: call_insurer, now:", "{shown: call_insurer, now:"),
    "conditions that are no list": (
        "any: [{left_on: {reached: {days: 0}}}, ",
        "any: {left_on: {reached: {days: 0}}}, not: [",
    ),
    "a way of counting days": ("{years: 75}}}, {scheme", "{year: 75}}}, {scheme"),
    "what is impossible": ("brought-without-card:\n    when", "brought-without-card:\n    if"),
    "nobody to ask": ("    procedure: ask_insurer\n  nhi", "  nhi"),
    "a topic": ("topic: old_card\n    when: left", "topic: old_cards\n    when: left"),
    "what holds": ("then: {ended: true}", "then: {end: true}"),
    "a rule without a source": ("then: {never: true}\n    passages: [N1]", "then: {never: true}"),
}
"""What people get wrong in rules.yaml: what stands there, and what instead, in the first such place."""

CASE = """- id: TW01
  locator: 第1
  why: as the text says
  facts: {insurer: kiyose, on_date: 2026-11-22, my_number_card: lost, event: [lost_notice], birth_date: null, age: 50}
  expect: {basis: insurer, issued: [eligibility_certificate], route: application, show: [[eligibility_certificate]],
           procedures: {apply_certificate: {where: stated}}, warnings_never: [grace_ends]}
  accept: {route: [automatic]}
"""

CASE_MISTAKES = {
    "an id": ("TW01", "TW-01"),
    "a key of a case": ("why:", "because:"),
    "no place in the source": ("  locator: 第1\n", ""),
    "a fact": ("my_number_card: lost", "my_number_crad: lost"),
    "a value": ("my_number_card: lost", "my_number_card: lots"),
    "a member of a list": ("[lost_notice]", "[lost_notices]"),
    "a day in another form": ("on_date: 2026-11-22", "on_date: 2026/11/22"),
    "an age in words": ("age: 50", "age: fifty"),
    "nothing about the day": ("on_date: 2026-11-22, ", ""),
    "what is expected": ("basis: insurer", "bases: insurer"),
    "who says so": ("basis: insurer", "basis: national layer"),
    "a document": ("issued: [eligibility_certificate]", "issued: [eligibility_certficate]"),
    "a document that is no list": ("issued: [eligibility_certificate]", "issued: eligibility_certificate"),
    "a route": ("route: application", "route: aplication"),
    "a way that is no list": ("[[eligibility_certificate]]", "[eligibility_certificate]"),
    "an item": ("[[eligibility_certificate]]", "[[certificate]]"),
    "a procedure": ("apply_certificate", "aply_certificate"),
    "a warning": ("[grace_ends]", "[grace_end]"),
    "another value that is no list": ("{route: [automatic]}", "{route: automatic}"),
    "another value of nothing": ("accept: {route", "accept: {rout"),
}
"""What people get wrong in a case."""


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """Return what does not fit its schema, by file: of insurers, rules and cases, real, made up, and with mistakes."""
    folder = tmp_path_factory.mktemp("schema")
    pairs = []
    kinds = (("insurer", insurer_schema, _texts()), ("rules", rules_schema, _rules()), ("case", case_schema, _cases()))
    for kind, make, texts in kinds:
        (folder / f"{kind}.schema").write_text(json.dumps(make(library())), encoding="utf-8")
        for name, text in texts.items():
            file = folder / f"{name}.json"
            file.write_text(json.dumps(_plain(yaml.load(text, Loader=LOADER))), encoding="utf-8")  # noqa: S506 - a safe loader
            pairs.append([str(folder / f"{kind}.schema"), str(file)])
    command = ["node", "tests/pages/validate_data.mjs", json.dumps(pairs)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return {file.rpartition("/")[2].removesuffix(".json"): told for file, told in json.loads(found.stdout)}


def _texts() -> dict[str, str]:
    own = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "insurers").glob("*.yaml")}
    made_up = {f"made-up {path.stem}": path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml")}
    wrong = {f"wrong {number}": text for number, text in enumerate(_mistaken())}
    return own | made_up | wrong | {"town": TOWN, "begun": _begun()}


def _rules() -> dict[str, str]:
    text = (ROOT / COMMON).read_text(encoding="utf-8")
    wrong = {}
    for number, (name, (old, new)) in enumerate(RULE_MISTAKES.items()):
        assert old in text, name
        wrong[f"wrong rules {number}"] = text.replace(old, new, 1)
    return {"rules": text, **wrong}


def _cases() -> dict[str, str]:
    files = [*(ROOT / "tests" / "cases").glob("*.yaml"), *(FOLDER / "cases").glob("*.yaml")]
    wrong = {}
    for number, (name, (old, new)) in enumerate(CASE_MISTAKES.items()):
        assert CASE.count(old) == 1, name
        wrong[f"wrong case {number}"] = CASE.replace(old, new)
    return {f"cases of {path.stem}": path.read_text(encoding="utf-8") for path in files} | wrong | {"case": CASE}


def _mistaken() -> list[str]:
    for name, (old, _) in MISTAKES.items():
        assert TOWN.count(old) == 1, name
    return [TOWN.replace(old, new) for old, new in MISTAKES.values()]


def _begun() -> str:
    given = {"id": "begun", "name": "町", "short": "町", "kana": "まち", "scheme": "none", "title": "題", "date": "日"}
    answers = {name: [answer] for name, answer in given.items()} | {"year": ["2026"], "phone": ["係=000-000-000"]}
    return insurer_text(answers, library(), date(2026, 11, 22))


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever YAML has
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def test_every_file_that_the_loader_takes_fits(faults: Mapping[str, list[str]]) -> None:
    assert {name: told for name, told in faults.items() if not name.startswith("wrong ")} == {}


@pytest.mark.parametrize(
    ("wrong", "mistakes"), [("wrong", MISTAKES), ("wrong rules", RULE_MISTAKES), ("wrong case", CASE_MISTAKES)]
)
def test_each_mistake_is_refused_by_the_schema(
    wrong: str, mistakes: Mapping[str, object], faults: Mapping[str, list[str]]
) -> None:
    assert [name for number, name in enumerate(mistakes) if f"{wrong} {number}" not in faults] == []


def test_each_mistake_in_the_rules_is_refused_by_the_loader(tmp_path: Path) -> None:
    tree = small_tree(tmp_path)
    assert tree.findings() == []
    taken = []
    for name, text in zip(RULE_MISTAKES, list(_rules().values())[1:], strict=True):
        tree.write(COMMON, text)
        if not any(finding.file == COMMON for finding in tree.findings()):
            taken.append(name)
    assert taken == []


def test_a_case_may_expect_what_is_checked_and_nothing_else() -> None:
    assert EXPECTED.keys() == CHECKS.keys()


def test_a_case_of_an_insurer_with_names_of_its_own_may_use_them(faults: Mapping[str, list[str]]) -> None:
    assert "cases of everything" not in faults
    assert f"wrong case {list(CASE_MISTAKES).index('a fact')}" in faults


def test_each_mistake_is_refused_by_the_loader(tmp_path: Path) -> None:
    tree = small_tree(tmp_path)
    tree.write("docs/insurers/town.yaml", TOWN)
    load_library(tree.root)
    for number, text in enumerate(_mistaken()):
        tree.write(f"docs/insurers/town-{number}.yaml", text.replace("id: town", f"id: town-{number}"))
    with pytest.raises(AuthoringError) as refused:
        load_library(tree.root)
    files = {finding.file for finding in refused.value.findings}
    assert [name for number, name in enumerate(MISTAKES) if f"docs/insurers/town-{number}.yaml" not in files] == []


def test_the_committed_files_are_as_they_would_be_written() -> None:
    written = dict(schema_texts(ROOT))
    behind = [name for name in FILES if (ROOT / name).read_text(encoding="utf-8") != written[name]]
    assert behind == [], "run `python -m checker schema`, and commit"


def test_every_file_names_its_schema_to_editors() -> None:
    files = {ROOT / COMMON: "rules", **dict.fromkeys((ROOT / "docs" / "insurers").glob("*.yaml"), "insurer")}
    files |= dict.fromkeys([*(ROOT / "tests" / "cases").glob("*.yaml"), *(FOLDER / "cases").glob("*.yaml")], "case")
    for file, kind in files.items():
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / named).resolve() == ROOT / "docs" / "schema" / f"{kind}.schema.json", file


def test_a_file_that_declares_names_may_use_them_and_others_may_not(faults: Mapping[str, list[str]]) -> None:
    assert "made-up everything" not in faults
    assert f"wrong {list(MISTAKES).index('a fact')}" in faults


def test_an_editor_is_told_what_things_mean() -> None:
    told = json.dumps(insurer_schema(library()), ensure_ascii=False)
    for text in ("Which health insurance do you have?", "By this day somebody reads the document again."):
        assert (text in told) == (text.startswith("By"))
    assert "then: {issued: {eligibility_certificate: {route: automatic}}}" in told
    assert "It comes without an application." in told
