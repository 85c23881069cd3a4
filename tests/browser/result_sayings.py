"""What a rendered result says against what was decided: each sentence by the ids that it was made of."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from browser.sayings import Sayings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ResultSayings"]

Result = dict[str, Any]
Decision = dict[str, Any]

DECIDED = ("actions", "procedures", "warnings")
ALWAYS_RIGHT = {"ask_facility_first", "call_insurer", "standing_line"}
"""What the page says by itself where a decision leaves nothing; it is right for everybody."""

PAPERS = {"eligibility_notice", "eligibility_certificate", "old_insurance_card"}
BESIDE_THE_CARD = {"eligibility_notice", "mynaportal_screen", "downloaded_information", "eligibility_declaration"}
GONE = ("none", "lost", "returned", "not_at_hand")
LEFT = {"left_insurer", "moved_insurer"}
NEVER_TURNED = {"data_protection", "insurer", "on_date", "scheme", "birth_date", "age", "enrolled_on", "left_on"}
"""What nobody can change any more, and what is never spoken of."""

PENDING = "cancellation_pending"
SILENCE = "ui.show_before_arrival"
NO_APPLICATION = "申し込みは要りません"


class ResultSayings(Sayings):
    """The words of one insurer, held against results of its checker."""

    def faults(self, result: Result) -> Iterator[str]:
        """Yield what a result says and must not, and what it must say and does not."""
        decisions = _decisions(result)
        yield from self._act(result, decisions[0])
        yield from self._ways(result, decisions)
        yield from self._today(result)
        yield from self._only_what_is_decided(result, decisions)
        yield from self._procedures(result)
        yield from self._documents(result)
        yield from self._changes(result)
        if result["order"][:2] != ["act", "standing"]:
            yield f"the standing line is not the first after the act: {result['order']}"
        usable = any(one["usable"] is True for one in decisions)
        for part, texts in result["parts"].items():
            if part not in ("answers", "standing"):
                yield from self.faults_of_texts(texts, old_card=usable or part == "why")

    def _act(self, result: Result, main: Decision) -> Iterator[str]:
        """The first line promises only what the decision holds."""
        act = result["parts"]["act"][0]
        alone = {way[0] for way in main["show"] if len(way) == 1}
        routes = {one["route"] for one in (result["decided"][0]["document"] or {"issued": []})["issued"]}
        if self.ids("acts", act) & {"use_card", "card_away", "cancel_filed"} and "my_number_card" not in alone:
            yield "the card is promised, and not accepted by itself"
        if "use_certificate" in self.ids("acts", act) and "eligibility_certificate" not in alone:
            yield "the certificate is promised, and not accepted"
        if NO_APPLICATION in act and (routes - {"automatic"} or "apply_certificate" in main["procedures"]):
            yield f"no application is said to be needed: {sorted(routes)}"

    def _ways(self, result: Result, decisions: list[Decision]) -> Iterator[str]:
        for part, ways in result["ways"].items():
            for text in ways:
                way = [self.ids("items", item) for item in self._items(text)]
                shown = [one for one in decisions if any(_is_way(way, other) for other in one["show"])]
                if not shown:
                    yield f"{part} shows what nobody decided: {text!r}"
                ids = {min(item, default="") for item in way}
                if "old_insurance_card" in ids and not any(one["usable"] is True for one in shown):
                    yield f"{part} shows an old card that has ended"
                if ids & BESIDE_THE_CARD and "my_number_card" not in ids:
                    yield f"{part} shows {text!r} without the card"

    def _today(self, result: Result) -> Iterator[str]:
        """Today only what is in hand can be shown; where nothing is, there stands what to do."""
        facts, ways = result["facts"], result["ways"].get("today", [])
        had = facts["brings"] if result["errand"] == "at_desk" else facts.get("has")
        ids = {min(self.ids("items", item), default="") for way in ways for item in self._items(way)}
        if "my_number_card" in ids and facts["my_number_card"] in GONE:
            yield "the card is to be shown today, and it is not there"
        if had is not None and (missing := ids & PAPERS - set(had)):
            yield f"{sorted(missing)} are to be shown today, and are not there"
        texts = result["parts"].get("today", [])
        if texts and not ways and not any(self.ids("actions", text) for text in texts):
            yield "nothing to show today, and not a word on what to do"
        open_ = [way for one in result["decided"][0]["possible"] for way in (one["care"] or {"show": []})["show"]]
        if self.common(SILENCE) in texts and ["my_number_card"] in open_ and facts["my_number_card"] not in GONE:
            yield "silence is claimed, and the card may be shown if an open answer is true"

    def _only_what_is_decided(self, result: Result, decisions: list[Decision]) -> Iterator[str]:
        """A sentence on an action, a procedure or a warning stands there only if some decision has its id."""
        texts = {text for part, texts in result["parts"].items() if part != "answers" for text in texts}
        for kind in DECIDED:
            decided = {one for decision in decisions for one in decision[kind]} | ALWAYS_RIGHT
            decided |= {"old_card_ended"} if decisions[0]["usable"] is False else set()
            named = self._named([kind], texts)
            yield from (f"says {kind}.{id_}, which nobody decided" for id_ in sorted(named - decided))
            missing = {*decisions[0][kind]} - {"standing_line"} - named if kind != "procedures" else set()
            yield from (f"keeps silent of {kind}.{id_}" for id_ in sorted(missing))
        if "pay_in_full_if_left" in self._named(["warnings"], texts) and not _has_left(result["facts"]):
            yield "somebody who has not left is told of paying in full"

    def _procedures(self, result: Result) -> Iterator[str]:
        """Papers and places are those of the decision, and none is missing but of what was applied for already."""
        texts = set(result["parts"].get("procedures", ()))
        entries = [one for decision in result["decided"] for one in decision["procedures"] or []]
        named = self._named(["papers", "places"], texts)
        yield from (f"names {text!r}, which only another insurer's text names" for text in texts & self.named_by_others)
        yield from (f"names {id_}, which nobody decided" for id_ in sorted(named - _listed(entries)))
        filed = "cancel_registration" if result["facts"].get("registration") == PENDING else None
        due = _listed(one for one in result["decided"][0]["procedures"] or [] if one["id"] != filed)
        yield from (f"leaves out {id_}" for id_ in sorted(due - named))

    def _documents(self, result: Result) -> Iterator[str]:
        named = self._named(["documents"], result["parts"].get("document", ()))
        issued = {one["id"] for one in (result["decided"][0]["document"] or {"issued": []})["issued"]}
        if "document" in result["parts"] and named != issued:
            yield f"documents {sorted(named)} for {sorted(issued)}"

    def _changes(self, result: Result) -> Iterator[str]:
        """What may come to pass is an answer that Python has found, and turns on nothing that is past or secret."""
        nearest = (result["python"] or {"nearest": {"nearest": []}})["nearest"]["nearest"]
        for said, text in result["changes"]:
            changes = json.loads(said)
            found = [one for one in nearest if one["changes"] == changes and one["settled"]]
            issued = found[0]["document"]["issued"] if found and found[0]["document"] else []
            brought = {(one["id"], one["route"]) for one in issued}
            if not found or changes.keys() & NEVER_TURNED:
                yield f"a change that is none: {said}"
            if told := {pair for pair in self._pairs if self._pairs[pair] in text} - brought:
                yield f"a change brings {sorted(told)}, and not {sorted(brought)}: {text!r}"

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], str]:
        colon, tree = self.common("ui.colon"), self.library.words.tree
        return {
            (document, route): f"{self.common(f'documents.{document}')}{colon}{self.common(f'routes.{route}')}"
            for document in tree["documents"]
            for route in tree["routes"]
        }

    def _items(self, way: str) -> list[str]:
        return way.split(f" {self.common('ui.show_and')} ")

    def _named(self, kinds: Iterable[str], texts: Iterable[str]) -> set[str]:
        return {id_ for kind in kinds for text in texts for id_ in self.ids(kind, text)}


def _decisions(result: Result) -> list[Decision]:
    """Return all that the result was made of, the main one first, each in one form."""
    found: list[Decision] = []
    for one in result["decided"]:
        care = one["care"] or {"show": [], "actions": []}
        refused = (one["document"] or {"refused": []})["refused"]
        procedures = [entry["id"] for entry in one["procedures"] or []] + [row["instead"] for row in refused]
        usable = (one["old_card"] or {"usable": None})["usable"]
        found.append({**care, "procedures": procedures, "warnings": one["warnings"] or [], "usable": usable})
        open_ = [possible["care"] or {"show": []} for possible in one["possible"]]
        found += [{"actions": [], **care, "procedures": [], "warnings": [], "usable": usable} for care in open_]
    return found + [{**care, "procedures": [], "warnings": [], "usable": None} for care in result["desk"]]


def _listed(procedures: Iterable[Decision]) -> set[str]:
    return {one for entry in procedures for key in ("where", "bring") for one in entry[key] or []}


def _has_left(facts: Result) -> bool:
    event = facts.get("event") or []
    return "left_on" in facts or bool(LEFT & set([event] if isinstance(event, str) else event))


def _is_way(told: list[set[str]], way: list[str]) -> bool:
    return len(told) == len(way) and all(id_ in ids for ids, id_ in zip(told, way, strict=True))
