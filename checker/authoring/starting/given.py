"""What has to be known of an insurer before its files can be begun: each field, what it may be, and the way out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from checker.authoring.days import meant_year, no_day
from checker.authoring.errors import hint
from checker.authoring.head import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

__all__ = ["FIELDS", "Field", "problems"]

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
_LONGEST_ID = 40
_KANA = re.compile(r"(?=.*[ぁ-ゖ])[ぁ-ゖー・ 0-9０-９]+")
_YEAR = re.compile(r"20\d\d", re.ASCII)
_NUMBER = re.compile(r"\d{6}(?:\d\d)?", re.ASCII)
_DOCUMENT = re.compile(r"[\w-]+(?:\.(?!txt$|md$|html$)[\w-]+)*")
_PHONE = re.compile(r"([^=]+)=([0-9 ()+-]{6,})", re.ASCII)

UNSTATED: Final = "none"
"""The scheme of an insurer whose document states none."""

_TAKEN = ("other", "national", "everybody")
"""Ids that stand for something else."""


@dataclass(frozen=True)
class Field:
    """One thing that is asked. ``wrong``: what is wrong with an answer, and the way out; "" if nothing is."""

    name: str
    told: str
    wrong: Callable[[str], str]
    needed: bool = False
    many: bool = False


def _text(told: str) -> str:
    if not told.isprintable():
        return "has a sign in it that nobody can see, or a line break; write it on one line"
    return "" if told.strip() == told else "begins or ends with a space; take it away"


def _id(told: str) -> str:
    if told in _TAKEN:
        return f"stands for something else ({', '.join(_TAKEN)}); use the place's name in Latin letters"
    if _ID.fullmatch(told) and len(told) <= _LONGEST_ID:
        return ""
    allowed = f"small letters a to z, digits, and hyphens between them, {_LONGEST_ID} at most"
    return f"is no id; allowed: {allowed}, such as kiyose or health-society"


def _kana(told: str) -> str:
    return "" if _KANA.fullmatch(told) else "is no reading; write the name in hiragana, such as きよせし"


def _scheme(told: str) -> str:
    if told in (*SCHEMES, UNSTATED):
        return ""
    return f"is no scheme; {hint(told, (*SCHEMES, UNSTATED))}; {UNSTATED} where the document does not say which it is"


def _year(told: str) -> str:
    if _YEAR.fullmatch(told):
        return ""
    return f"is no year; write four digits, as {meant_year(told) or 2026}, as far as the document says it"


def _day(told: str) -> str:
    try:
        date.fromisoformat(told)
    except ValueError:
        return no_day(told, "2027-03-31")
    return ""


def _document(told: str) -> str:
    way_out = "write the name of the stored file without folder and ending (.txt, .md or .html)"
    return "" if _DOCUMENT.fullmatch(told) else f"is no name of a stored document; {way_out}"


def _number(told: str) -> str:
    return "" if _NUMBER.fullmatch(told) else "is no 保険者番号; 6 or 8 digits, and only where a document states them"


def _phone(told: str) -> str:
    return "" if _PHONE.fullmatch(told) else "is no number with what it is for; write it as 医療保険係=0123-45-6789"


FIELDS: Final = (
    Field("id", "the insurer's id, as it stands in addresses for ever", _id, needed=True),
    Field("name", "its whole name, as 清瀬市 国民健康保険(東京都)", _text, needed=True),
    Field("short", "the name that stands on buttons and in lists, as 清瀬市国保", _text, needed=True),
    Field("kana", "the reading by which residents look for it, in hiragana", _kana, needed=True),
    Field("scheme", f"{', '.join(SCHEMES)}, or {UNSTATED} where the document does not say", _scheme, needed=True),
    Field("title", "the source document's title, with who published it", _text, needed=True),
    Field("date", "its date as it states it, as 2025年8月1日更新; 日付なし where it states none", _text, needed=True),
    Field("year", "the year that it speaks for", _year, needed=True),
    Field("document", "the name of the stored text, without folder and ending", _document),
    Field("note", "what readers should know of the document, in Japanese", _text),
    Field("number", "its 保険者番号, where a document states it", _number),
    Field("found-by", "what else residents look for it by, as とうきょうと", _text, many=True),
    Field("contact", "whom to ask, as 清瀬市 保険年金課", _text),
    Field("phone", "a number and what it is for, as 国保係=0123-45-6789", _phone, many=True),
    Field("review-by", "the day by which somebody reads the document again", _day),
)


def problems(given: Mapping[str, Collection[str]]) -> list[str]:
    """All that is wrong with what was given, by the names of fields: each with what is allowed and the way out."""
    found = []
    for field in FIELDS:
        answers = [answer for answer in given.get(field.name, ()) if answer]
        if field.needed and not answers:
            found.append(f"--{field.name} is missing: {field.told}")
        found += [f"--{field.name} {answer!r} {wrong}" for answer in answers if (wrong := field.wrong(answer))]
    if given.get("phone") and not given.get("contact"):
        found.append("--phone is there without --contact; say whom the number reaches")
    return found
