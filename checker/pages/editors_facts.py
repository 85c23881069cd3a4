"""What a web editor has to know and to tell others: what residents see, the server, what is sent, what is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.editors_parts import copied_area, listed, section
from checker.pages.feeds import ALL, feed_address
from checker.pages.html import Html, el
from checker.pages.insurer_names import are_apart
from checker.pages.snippets import SANDBOX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring import Insurer, Words
    from checker.pages.here import Here
    from checker.pages.making import Making

__all__ = ["FACTS", "facts_sections"]

FACTS = ("which", "seen", "policy", "sandbox", "sent", "privacy_heading", "promise", "feed")
"""The sections, in their order, by their headings."""

_ANY = "{id}"
_CASES = ("script", "frame", "link", "blank")
_OPTIONS = "data-insurer, data-lang, data-errand, data-accent, data-paper, data-text; lang, errand, accent, paper, text"


def facts_sections(making: Making, here: Here, insurer: Insurer, base: str, policy: str) -> Iterator[Html]:
    """Yield the sections below the snippets; `policy` is what the host's must allow."""
    words = making.library.words

    def says(key: str) -> Html:
        return el("p", words[f"editors.{key}"])

    cases = (
        el("div", el("dt", words[f"editors.which_{one}"]), el("dd", words[f"editors.which_{one}_do"])) for one in _CASES
    )
    yield section(words, "which", says("which_note"), el("dl", *cases))
    yield section(words, "seen", _seen(making))
    yield section(
        words,
        "policy",
        says("policy_note"),
        el("h3", "Content-Security-Policy", id="policy-heading", translate="no"),
        copied_area(words, "snippet-policy", "policy-heading", policy),
        says("policy_frame_only"),
        says("policy_without"),
    )
    yield section(words, "sandbox", says("sandbox_note"), el("p", el("code", SANDBOX, translate="no")))
    yield section(words, "sent", says("sent_answers"), says("sent_messages"), says("sent_server"))
    origin = "/".join(base.split("/")[:3])
    text = words["editors.privacy_text"].format(insurer=insurer.name, origin=origin)
    area = copied_area(words, "privacy-text", "privacy-name", text)
    yield section(words, "privacy_heading", el("p", words["editors.privacy_note"], id="privacy-name"), area)
    yield _promise(words)
    yield _feeds(making, here, insurer)


def _seen(making: Making) -> Html:
    words, operator = making.library.words, making.assets.operator
    told = words["ui.operator"].format(operator=operator) if operator else words["ui.operator_unset"]
    note = words["editors.seen_note"].format(official=words["ui.not_official"], decision=words["embed.no_decision"])
    return listed(
        words["editors.seen_questions"],
        note,
        words["editors.seen_operator"].format(operator=told),
        words["editors.seen_leave"].format(leave=words["ui.leave"]),
        words["editors.seen_without_script"],
    )


def _promise(words: Words) -> Html:
    kept = ("promise_address", "promise_options", "promise_messages")
    changing = ("promise_looks", "promise_answers")
    return section(
        words,
        "promise",
        el("p", words["editors.promise_intro"]),
        el("h3", words["editors.promise_kept"]),
        listed(*(words[f"editors.{key}"].format(names=_OPTIONS) for key in kept)),
        el("h3", words["editors.promise_changing"]),
        listed(*(words[f"editors.{key}"] for key in changing)),
        el("p", words["editors.promise_next"]),
    )


def _feeds(making: Making, here: Here, insurer: Insurer) -> Html:
    """Return the feeds; of very many insurers that of the one that is chosen, and the script writes it of others."""
    apart = are_apart(making)
    shown = [insurer] if apart else making.library.insurers.values()
    words = making.library.words
    said = words["editors.feed_one"]
    links = (
        el("a", said.format(insurer=one.name), href=here.up + feed_address(one.id), class_="sn-way") for one in shown
    )
    one = listed(*links)
    return section(
        words,
        "feed",
        el("p", words["editors.feed_note"]),
        el("p", el("a", words["editors.feed_all"], href=here.up + ALL, class_="sn-way")),
        el("div", one, data_feed=said, data_way=here.up + feed_address(_ANY)) if apart else one,
    )
