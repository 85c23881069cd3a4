"""やさしい日本語 stays easy: short sentences, no words of politeness or law that nobody explains, no shop's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rulebooks import ROOT

from checker.authoring.errors import Report
from checker.authoring.source import Block, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

GLOSSED = re.compile(r"glossary\.terms\.\w+\.(?:term|english)")
"""The words that the glossary explains, as offices write them, and their English."""

LONGEST = 50
"""Letters of a sentence, without spaces and without what stands in (…)."""


def easy_texts() -> dict[str, str]:
    """Return every text by its path: the common ones, and those of insurers' files."""
    docs, report = ROOT / "docs", Report(ROOT)
    texts = dict(_inside(read_yaml(docs / "text" / "ja-easy.yaml", report), ()))
    texts = {path: text for path, text in texts.items() if not GLOSSED.fullmatch(path)}
    for file in (*(docs / "insurers").glob("*.yaml"), docs / "national.yaml"):
        own = read_yaml(file, report)["other_languages"].get("ja-easy")
        texts |= dict(_inside(own, (file.stem,))) if own else {}
    return texts


def _inside(block: Block, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key, value in block.items():
        if isinstance(value, Block):
            yield from _inside(value, (*path, key))
        else:
            yield ".".join((*path, key)), str(value)


def test_no_sentence_is_long() -> None:
    sentences = [
        (path, sentence.replace(" ", ""))
        for path, text in easy_texts().items()
        for sentence in re.sub(r"\([^)]*\)", "", text).split("。")
    ]
    assert len(sentences) > 600
    assert [one for one in sentences if len(one[1]) > LONGEST] == []


@pytest.mark.parametrize(
    "words",
    [
        r"ございま|いたしま|いただ|お[^ ]{1,6}(?:します|ください)|ご[一-龠]",
        r"保険の ?窓口",
        r"受診|申請(?!書)|解除|職権|被保険者(?!資格申立書)|DV|暴力|虐待|被害|加害",
        r"書かれて|記載|不要|要り|なければ なりません|ない わけでは",
    ],
    ids=["politeness", "a chain of shops", "words of law", "hard forms"],
)
def test_no_hard_word_comes_back(words: str) -> None:
    assert {path: text for path, text in easy_texts().items() if re.search(words, text)} == {}


def test_phrases_are_set_apart() -> None:
    """A particle is followed by a space, a mark or the end, so that whoever reads slowly finds the next word."""
    joined = re.compile(r"[一-龠](?:を|では|には)[一-龠ァ-ヺ]")
    assert {path: text for path, text in easy_texts().items() if joined.search(text)} == {}
