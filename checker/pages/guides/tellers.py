"""Who gives an answer, and where that is said: each insurer by its name, or of very many how many there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.pages.html import Html, el
from checker.pages.insurer_lists import OTHER
from checker.pages.passages import passage_numbers
from checker.pages.proof import passage_address, passage_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring import Library, Words
    from checker.pages.guides.survey import Teller
    from checker.pages.here import Here

__all__ = ["NAMED", "Numbers", "Tellers", "folded"]

NAMED = 8
"""Of so many insurers each is named; of more only how many there are, and where they are listed."""


@dataclass(frozen=True)
class Numbers:
    """The numbers of the passages on each insurer's page, looked up once for all pages of a language."""

    library: Library
    _kept: dict[str, Mapping[str, int]] = field(default_factory=dict, repr=False)

    def of(self, insurer: str) -> Mapping[str, int]:
        """Return the number of each passage that the insurer's page lists."""
        if insurer not in self._kept:
            self._kept[insurer] = passage_numbers(self.library.insurers[insurer])
        return self._kept[insurer]


@dataclass(frozen=True)
class Tellers:
    """Writes of one page who says what stands on it."""

    here: Here
    library: Library
    numbers: Numbers

    @property
    def words(self) -> Words:
        """The words of the page's language."""
        return self.library.words

    def proof(self, passages: Sequence[str]) -> list[str]:
        """Return a link to each national passage, each with a space before it."""
        numbers = self.numbers.of(OTHER)
        return [part for name in passages if name in numbers for part in (" ", self._link(name, numbers[name]))]

    def names(self, tellers: Sequence[Teller]) -> str:
        """Return what they are called, as plain text."""
        return self.words["pages.list_comma"].join(self.library.insurers[one.insurer].short for one in tellers)

    def told_by(self, basis: str, tellers: Sequence[Teller]) -> Html:
        """Return who gives an answer, and where that is said: each insurer's name leads to its passage.

        National passages stand once for all who rest on them.
        """
        who = el("span", self.words[f"guides.told_by_{basis}"], class_="sn-basis__who") if basis else None
        national = [name for one in tellers for name in one.passages] if basis == "national" else []
        common = self.proof(list(dict.fromkeys(national)))
        if len(tellers) > NAMED:
            names = [self.counted(len(tellers))]
        else:
            names = [self._named(one, last=one is tellers[-1]) for one in tellers]
        return el("p", who, *common, " " if who else None, *names, class_="sn-basis", data_basis=basis or None)

    def counted(self, number: int) -> Html:
        """Return how many insurers there are, which leads to where they are listed."""
        return el("a", self.words["guides.counted"].format(n=number), href=self.here.to("insurers/index.html"))

    def _link(self, passage: str, number: int) -> Html:
        text = passage_label(self.words, passage, number)
        return el("a", text, href=passage_address(passage, self.here.sources), class_="sn-proof")

    def _named(self, teller: Teller, *, last: bool) -> Html:
        insurer = self.library.insurers[teller.insurer]
        numbers = self.numbers.of(insurer.id) if teller.basis == "insurer" else {}
        own = [name for name in teller.passages if name in numbers and name.startswith(f"{insurer.id}/")]
        page = self.here.to(f"insurers/{insurer.id}/index.html", "" if teller.basis else "procedures")
        address = passage_address(own[0], self.here.sources) if own else page
        comma = None if last else self.words["pages.list_comma"]
        return el("span", el("a", insurer.short, href=address), comma, class_="sn-name")


def folded(name: str, text: Html) -> Html:
    """Return what is opened by its name where the screen is narrow, and stands there open where there is room."""
    return el("details", el("summary", name, class_="sn-basis"), text, class_="sn-fold")
