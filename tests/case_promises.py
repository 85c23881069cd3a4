"""What the contract promises of every decision, whatever the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from case_checks import Json

__all__ = ["broken"]

MEMBERS = {
    *("status", "problems", "needs", "possible", "document"),
    *("old_card", "care", "procedures", "warnings", "why"),
}
ROUTES = {
    *("automatic", "application", "first_application_then_automatic", "application_or_wait"),
    *("with_another_filing", "self_service", "not_stated", "ask_insurer"),
}
LAST_OLD_CARD = "2025-12-01"
BESIDE_THE_CARD = {"eligibility_notice", "mynaportal_screen", "downloaded_information", "eligibility_declaration"}
UNSAFE = {"register_card", "check_registration", "check_insurance_data", "cancel_registration"}


def broken(facts: dict[str, Json], decision: dict[str, Json]) -> list[str]:
    """Return the promises that this decision breaks, in words."""
    if decision["status"] == "invalid":
        return [] if decision["problems"] else ["invalid, and no problem named"]
    if decision.keys() != MEMBERS:
        return [f"members: {sorted(decision.keys() ^ MEMBERS)}"]
    return [*_whole(facts, decision), *_document(decision), *_care(facts, decision), *_sources(facts, decision)]


def _whole(facts: dict[str, Json], decision: dict[str, Json]) -> Iterator[str]:
    status, needs = decision["status"], decision["needs"]
    if bool(needs) is not (status == "needs_facts"):
        yield f"{status}, and needs {needs}"
    if bool(decision["problems"]) is not (status in {"contradiction", "out_of_scope"}):
        yield f"{status}, and problems {decision['problems']}"
    if "data_protection" in str([needs, decision["possible"]]):
        yield "a sensitive fact is named"
    sensitive_unknown = facts.get("data_protection", []) is None
    if sensitive_unknown and status != "contradiction" and "standing_line" not in decision["warnings"]:
        yield "a sensitive fact is unknown, and the standing line is missing"
    if facts["on_date"] > LAST_OLD_CARD and (decision["old_card"] or {}).get("usable"):
        yield "an old card is usable after the last day of all"


def _document(decision: dict[str, Json]) -> Iterator[str]:
    document = decision["document"] or {"basis": None, "issued": [], "refused": []}
    issued = [item["id"] for item in document["issued"]]
    if len(issued) != len(set(issued)):
        yield f"issued twice: {issued}"
    if {item["id"] for item in document["refused"]} & set(issued):
        yield "issued and refused at once"
    if document["basis"] == "silent" and issued:
        yield "nobody says it, and it is issued"
    for item in document["issued"]:
        if item["route"] not in ROUTES:
            yield f"no route: {item['route']}"
        if not item["passages"] or not item["rules"]:
            yield f"issued without a rule and a passage: {item['id']}"


def _care(facts: dict[str, Json], decision: dict[str, Json]) -> Iterator[str]:
    care = decision["care"] or {"show": None, "now": None, "actions": []}
    show, now = care["show"], care["now"]
    ways = [*(show or []), *(now or [])]
    if [] in (show, now) and not care["actions"] and not decision["warnings"]:
        yield "nothing to show, and nothing said of what to do"
    if now is not None and not all(way in (show or []) for way in now):
        yield "accepted today, and not accepted"
    if facts.get("brings") is None and now is not None:
        yield "nothing is said of what is brought, and something is shown today"
    if any(BESIDE_THE_CARD & set(way) and "my_number_card" not in way for way in ways):
        yield "the notice alone, or what is read with a card without it"
    if facts.get("data_protection") and any("my_number_card" in way for way in ways):
        yield "the card is shown under protection"
    if facts["on_date"] > LAST_OLD_CARD and any("old_insurance_card" in way for way in ways):
        yield "an old card is shown after the last day of all"


def _sources(facts: dict[str, Json], decision: dict[str, Json]) -> Iterator[str]:
    document, procedures = decision["document"] or {"issued": [], "refused": []}, decision["procedures"] or []
    said = [*document["issued"], *document["refused"], *procedures, *decision["why"]]
    named = {name.split("/")[0] for one in said for name in one.get("passages") or ()}
    if strange := named - {facts["insurer"], "national"}:
        yield f"passages of {sorted(strange)}"
    if facts.get("data_protection") and UNSAFE & {one["id"] for one in procedures}:
        yield "sent under protection to where the card is used"
