"""Whom to ask, as far as an insurer's document states it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.authoring.insurer import Contact
    from checker.pages.wording import Wording

__all__ = ["contact_blocks", "dialling", "hotline", "own_contact_blocks"]


def contact_blocks(insurer: Insurer, wording: Wording) -> Html:
    """Return every contact of the insurer; where its document has no number of its own, how to find it."""
    own = _own(insurer)
    missing = None if own else el("p", wording.ui("contact_none"))
    return join(missing, *(_contact(one, own=one in own) for one in insurer.contacts))


def own_contact_blocks(insurer: Insurer, wording: Wording) -> Html:
    """Return the numbers of the insurer itself, which alone can hold a letter back; else how to find them."""
    return join(*(_contact(one, own=True) for one in _own(insurer))) or el("p", wording.ui("contact_none"))


def hotline(insurer: Insurer, name: str) -> str | None:
    """Return the number of the contact so named, where the insurer's own document gives it."""
    found = (number for one in insurer.contacts if one.called.startswith(name) for _, number in one.phone)
    return next(found, None)


def _own(insurer: Insurer) -> list[Contact]:
    return [one for one in insurer.contacts if one.phone and one.called.startswith(insurer.body)]


def _contact(contact: Contact, *, own: bool) -> Html:
    phones = [
        el("p", f"{label} " if label else None, el("a", number, href=dialling(number)))
        for label, number in contact.phone
    ]
    return el(
        "address",
        el("p", el("strong", contact.name)),
        *(el("p", line) for line in contact.lines),
        *phones,
        el("p", contact.hours) if contact.hours else None,
        class_="sn-contact",
        data_own=own,
    )


def dialling(number: str) -> str:
    """Return the address that a phone dials, `#` and all."""
    return "tel:" + quote(number.replace("-", ""))
