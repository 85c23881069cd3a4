"""A project so small that its comparison can be read: two insurers, three facts, and a handful of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from authoring.trees import INSURER, NATIONAL, WORDS, Tree

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["RULES", "TOWN", "towns"]

RULES = "rules.yaml"
TOWN = "docs/insurers/town.yaml"

_RULES = """\
facts:
  insurer: {kind: insurer}
  on_date: {kind: day}
  card: {kind: choice, of: [held, none, lost], unknown: true, ordinary: held}
  needs: {kind: list, of: [help, guide|<dog>]}
  has: {kind: list, of: [paper]}
  born: {kind: date, everyone: true}
ids:
  documents: [paper]
  routes: [automatic, application]
  items: [card, paper]
  actions: [ask, call]
  procedures: [apply, ask_other]
  warnings: [beware]
  delivery: [post]
  media: [mail]
  when: [soon]
  durations: [week]
documents:
  paper: {held: {has: paper}}
ways:
  covers: {card: [card]}
  fallback: {show: call, now: ask}
impossible:
  helped-without-card: {when: {card: none, needs: help}, facts: [card, needs], message: made up}
scope:
  old-age: {when: {born: {reached: {years: 75}}}, facts: [born], message: made up, procedure: ask_other}
rules:
  paper-without-card:
    topic: document
    when: {card: none}
    then: {issued: {paper: {route: automatic}}}
    passages: [N1]
  paper-for-help:
    topic: document
    when: {card: lost}
    then: {issued: {paper: {route: application}}, warnings: [beware]}
    passages: [N1]
  show-card:
    topic: care
    when: {card: held}
    then: {show: [[card]]}
    passages: [N1]
  apply:
    topic: procedures
    when: {issued: {paper: application}}
    then: {procedure: apply, where: [hall]}
    passages: [N1]
  old-card:
    topic: old_card
    then: {last_day: 2025-12-01}
    passages: [N1]
"""

_WORDS = """\
documents: {paper: 紙|<b>}
routes: {automatic: ひとりでに届きます。, application: 申し込みます。}
items: {card: カード, paper: 紙}
actions: {ask: 聞く, call: 電話する}
procedures: {apply: 申し込む, ask_other: ほかに聞く}
warnings: {beware: 気をつけて。}
when: {soon: すぐ}
delivery: {post: 郵便}
media: {mail: 郵便で}
durations: {week: 1週間}
places: {hall: 役場}
papers: {form: 紙}
bases_short: {insurer: 保険者の文書, national: 国の決まり}
facts:
  card: {name: カード, values: {held: ある, none: ない, lost: なくした}}
  needs: {name: 事情, values: {help: 助けが要る}}
"""

_HEAD = """\
id: {id}
name: {name}
short: {name}
kana: {name}
source: {{title: 文書, date: "2024", year: "2024", note: なし{document}}}
passages:
  {passage}: {{locator: 初め, says: 言うこと{status}}}
"""


def towns(root: Path) -> Tree:
    """Write the files; the national layer answers for all others."""
    tree = Tree(root)
    for file in (NATIONAL, WORDS, INSURER):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
    tree.write(RULES, _RULES)
    tree.write(WORDS, _WORDS)
    tree.write(NATIONAL, _head("other", "ほか", "N1"))
    tree.write(TOWN, _head("town", "町", "P1"))
    return tree


def _head(name: str, title: str, passage: str) -> str:
    national = name == "other"
    return _HEAD.format(
        id=name,
        name=title,
        passage=passage,
        document="" if national else ", document: none",
        status=", status: A" if national else "",
    )
