"""Made-up insurers by the hundred: a project like ours with copies of its insurers' files, under other names.

Their overlays vary: every few of them lack a rule or a change of the file that they were made from, so that some
rulebooks are alike and others are not. Names differ, and so do own words and a passage. Nothing in them is anybody's
policy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["SHAPES", "write_project"]

SHAPES = 30
"""How many rulebooks differ in more than a name."""

_SHARED = ("checker", "overrides", "node_modules", "mkdocs.yml", "rules.yaml", "build")
_KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ"


def write_project(root: Path, into: Path, count: int, shapes: int = SHAPES) -> None:
    """Write a project of `count` more insurers into an empty folder; all else is that of the project at `root`."""
    for name in _SHARED:
        (into / name).symlink_to(root / name)
    docs = into / "docs"
    insurers = docs / "insurers"
    insurers.mkdir(parents=True)
    for item in (root / "docs").iterdir():
        if item != root / "docs" / "insurers":
            (docs / item.name).symlink_to(item)
    files = sorted((root / "docs" / "insurers").glob("*.yaml"))
    for file in files:
        (insurers / file.name).symlink_to(file)
    models = [yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader) for file in files]
    kinds = list(_kinds(models, min(shapes, count)))
    for number in range(count):
        made = _named(kinds[number % len(kinds)], number)
        text = yaml.dump(made, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        (insurers / f"{made['id']}.yaml").write_text(text, encoding="utf-8")


def _kinds(models: list[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """Yield files that differ: each of the models, then each without one of the rules that nothing else names."""
    yielded = 0
    turn = 0
    while yielded < count:
        for model in models:
            if yielded == count:
                return
            free = _free(model)
            if turn and turn > len(free):
                continue
            gone = free[turn - 1] if turn else None
            rules = {name: rule for name, rule in model.get("rules", {}).items() if name != gone}
            yield {**model, "rules": rules}
            yielded += 1
        turn += 1


def _free(model: dict[str, Any]) -> list[str]:
    """Return the rules of a file that no other rule of it names."""
    rules = model.get("rules", {})
    named = {name for rule in (*rules.values(), *model.get("change", {}).values()) for name in _names(rule)}
    return [name for name in rules if name not in named]


def _names(rule: dict[str, Any]) -> list[str]:
    over = rule.get("exception_to", [])
    return [over] if isinstance(over, str) else [name for name in over if isinstance(name, str)]


def _named(model: dict[str, Any], number: int) -> dict[str, Any]:
    kana = _KANA[number % len(_KANA)] + _KANA[number // len(_KANA) % len(_KANA)] + _KANA[number // len(_KANA) ** 2]
    told = {"name": f"Made-up {number}", "short": f"Made-up {number}"}
    others = {language: {**own, **told} for language, own in model["other_languages"].items()}
    words = {name: f"{word}({kana})" for name, word in model.get("words", {}).items()}
    first, *rest = model["passages"].items()
    passages = {first[0]: {**first[1], "says": f"{first[1]['says']}({kana})"}, **dict(rest)}
    return {
        **model,
        "words": words,
        "passages": passages,
        "id": f"made-up-{number}",
        "name": f"{kana}市 国民健康保険",
        "short": f"{kana}市国保",
        "kana": f"{kana}し{number}",
        "other_languages": others,
    }
