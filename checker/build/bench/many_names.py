"""Made-up insurers for the search: sections like ours in some hundred kinds; names, readings and numbers of their own.

What one of our insurers alone says is different for each of them, as it would be. Nothing in them is anybody's policy.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.pages.searching.gathering import Found, Gathered

__all__ = ["made_up_names", "made_up_sections"]

KINDS = 300
_SEED = 1
_CHANGED = 0.06
"""How many of the lines that insurers share differ between kinds."""

_KANJI = "上下中大小高野山川田原島崎津浜松林森村本宮岡沢谷口江戸石井木藤桜梅福長東西南北白黒青赤金玉神泉"
_KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりわ"
_ROMAN = "a i u e o ka ki ku ko sa shi ta na ni no ma mi mo ya ra ri wa".split()


def made_up_names(count: int) -> Mapping[str, tuple[str, Sequence[str]]]:
    """Return for each id the name, and what names the insurer as `naming_words` would have it."""
    luck = Random(_SEED)  # noqa: S311 - repeatable examples, no secrets
    made = {}
    for number in range(count):
        town = "".join(luck.choices(_KANJI, k=luck.choice((2, 2, 3))))
        kana = "".join(luck.choices(_KANA, k=luck.choice((3, 4, 4, 5))))
        area, area_kana = _KANJI[number % 47] + "県", _KANA[number % 37] + _KANA[number % 31] + "けん"
        roman = "".join(luck.choices(_ROMAN, k=4))
        words = [f"{town}市国民健康保険{area}", f"{town}市", town, area, area[:-1], f"{town}市国保", f"{kana}し", kana]
        words += [area_kana, area_kana[:-2], f"{number + 130_000:08d}", f"{roman} city nhi", roman]
        made[f"made-up-{number}"] = (f"{town}市 国民健康保険({area})", words)
    return made


def made_up_sections(found: Gathered, models: Sequence[str], names: Sequence[str]) -> Gathered:
    """Return sections for all names, each like those of one of the models, and the pages that are nobody's own."""
    own: dict[str, list[Found]] = {model: [one for one, whose in found.items() if model in whose] for model in models}
    shared = [line for one, whose in found.items() if len(whose) > 1 for line in one.lines]
    alone = {line for one, whose in found.items() for line in (*one.lines, one.name)} - set(shared)
    kinds = [list(_kind(own[models[kind % len(models)]], shared, kind)) for kind in range(min(KINDS, len(names)))]
    made: dict[Found, list[str | None]] = {one: [None] for one, whose in found.items() if None in whose}
    for number, name in enumerate(names):
        for one in kinds[number % len(kinds)]:
            made.setdefault(_of_one(one, alone, number), []).append(name)
    return made


def _kind(sections: Sequence[Found], shared: Sequence[str], seed: int) -> Iterator[Found]:
    luck = Random(seed)  # noqa: S311 - repeatable examples, no secrets
    for one in sections:
        lines = (luck.choice(shared) if luck.random() < _CHANGED else line for line in one.lines)
        yield replace(one, lines=tuple(dict.fromkeys(lines)))


def _of_one(one: Found, alone: set[str], number: int) -> Found:
    """What was said by one of ours alone is said by this one in a way of its own."""
    lines = tuple(f"{line}{number}" if line in alone else line for line in one.lines)
    return replace(one, lines=lines, name=f"{one.name}{number}" if one.name in alone and one.name else one.name)
