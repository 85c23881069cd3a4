"""What must never stand on a page, in words, and how a text is followed back to the ids that it was made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.authoring import Insurer, Library

__all__ = ["Sayings"]

HIDDEN = re.compile(r"(?<![a-z])DV(?![a-z])|暴力|虐待|被害|加害|こわい人|支援措置|閲覧制限|代理人", re.IGNORECASE)
"""What would tell who reads over a shoulder what this is about; it stands in the panel at most."""

FULL = re.compile(r"(?:10|十)割|全額|100 ?[%%]|自費|自由診療")
FULL_DENIED = re.compile("全額を払うことにはなりません。")
FULL_IF_LEFT = "warnings.pay_in_full_if_left"
MONEY = re.compile(r"\d円|手数料|有料|印紙|発行料|再交付料")
UNHEARD_OF = re.compile(r"印鑑|はんこ|証明写真|戸籍|住民票の写し|診断書")
"""Papers and things that offices often ask for, and none of the sources does."""

OLD_CARD = re.compile("(?:前|古い|いままで|従来)の(?:健康)?保険証|被保険者証")
OLD_CARD_ENDS = ("warnings.old_card_ended", "ui.old_card_ended", "ui.old_card_ended_on")
NOTICE_ALONE = re.compile("お知らせだけ|これだけで")
NOTICE_ALONE_IDS = (
    "warnings.notice_alone_not_enough",
    "document_notes.eligibility_notice",
    "home.changed.notice",
)
STANDING = "warnings.standing_line"


@dataclass(frozen=True, eq=False)
class Sayings:
    """The words of one insurer."""

    insurer: Insurer
    library: Library

    def faults_of_texts(self, texts: Iterable[str], *, old_card: bool = False) -> Iterator[str]:
        """Yield what none of these texts may say; ``old_card``: an old card may be spoken of here."""
        for text in texts:
            said = text.strip()
            if said in self.paraphrases:
                continue
            for wrong in (HIDDEN, MONEY, UNHEARD_OF):
                if wrong.search(said) and said != self.common(STANDING):
                    yield f"says {said!r}"
            if FULL.search(FULL_DENIED.sub("", said)) and said != self.common(FULL_IF_LEFT):
                yield f"speaks of paying in full: {said!r}"
            if NOTICE_ALONE.search(said) and said not in map(self.common, NOTICE_ALONE_IDS):
                yield f"speaks of the notice alone: {said!r}"
            if OLD_CARD.search(said) and not old_card and not self._ends_the_old_card(said):
                yield f"speaks of an old card that has ended: {said!r}"
            yield from (f"says {other!r} of another insurer" for other in self._others if other in said)

    def common(self, key: str) -> str:
        """Return the common words for an id."""
        return self.library.words[key]

    def ids(self, kind: str, text: str) -> set[str]:
        """Return the ids of a kind that have exactly this text, in this insurer's own words or the common ones."""
        return self._by_text.get((kind, text), set())

    @cached_property
    def paraphrases(self) -> set[str]:
        """The passages that may stand behind this insurer's answers, its own and national ones, and their sentences."""
        says = {passage.says for passage in self.insurer.passages.values() if not HIDDEN.search(passage.says)}
        return says | {sentence for text in says for sentence in re.findall("[^。]+。", text)}

    @cached_property
    def named_by_others(self) -> set[str]:
        """Papers and places that only other insurers name."""
        others = [one for one in self.library.insurers.values() if one.id != self.insurer.id]
        return {text for one in others for text in one.words.values()} - set(self.insurer.words.values())

    def _ends_the_old_card(self, text: str) -> bool:
        ends = (re.escape(self.common(key)) for key in OLD_CARD_ENDS)
        return any(re.fullmatch(re.sub(r"\\\{\w+\\\}", ".*", end), text) for end in ends)

    @cached_property
    def _by_text(self) -> dict[tuple[str, str], set[str]]:
        own, found = self.insurer.words, dict[tuple[str, str], set[str]]()
        for kind, words in self.library.words.tree.items():
            named = {**words, **own} if kind in ("papers", "places") else words
            for id_, text in named.items():
                if isinstance(text, str):
                    found.setdefault((kind, own.get(id_, text)), set()).add(id_)
        return found

    @cached_property
    def _others(self) -> list[str]:
        """What only another insurer has: its names, its numbers, its own words, its passages."""
        own = "\n".join(_of(self.insurer))
        others = [one for one in self.library.insurers.values() if one.id not in (self.insurer.id, "other")]
        return sorted({text for one in others for text in _of(one) if text not in own})


def _of(insurer: Insurer) -> set[str]:
    contacts = insurer.contacts
    return {
        *(insurer.name, insurer.short, insurer.source.title),
        *(contact.name for contact in contacts),
        *(number for contact in contacts for _, number in contact.phone),
        *(line for contact in contacts for line in contact.lines),
        *insurer.words.values(),
        *(passage.says for passage in insurer.passages.values()),
    }
