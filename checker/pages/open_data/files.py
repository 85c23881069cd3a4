"""The open data as files: an index, and for each insurer its tables and passages; the rulebook is the checker's own.

All is asked of the engine and read off the library, as the pages are. What the pages keep for the panel stays out:
passages that speak of people who hide, and rules that reach nobody else, by their ids in lists of rules.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.pages import rows
from checker.pages.alike import text_once
from checker.pages.assets import SharedFile
from checker.pages.decisions import READERS, open_desk
from checker.pages.insurer_lists import OTHER
from checker.pages.open_data.passages import passages_of
from checker.pages.rulebook_file import rulebook_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.authoring import Insurer, Library
    from checker.pages.making import Making
    from checker.pages.rows import Row

__all__ = ["LICENCE", "SCHEMAS", "data_of", "data_version", "index_files"]

LICENCE = "MIT"
"""What `LICENSE` gives; the documents themselves belong to their publishers and are not in the data."""

SCHEMAS = ("index", "tables", "passages", "rulebook")

_VERSION_LENGTH = 12


def index_files(making: Making) -> Iterator[SharedFile]:
    """Yield the files below `data/` that are nobody's own; the same library and day give the same bytes."""
    folder = Path(__file__).parent / "schema"
    for name in SCHEMAS:
        yield SharedFile(f"data/schema/{name}.json", (folder / f"{name}.json").read_bytes())
    yield _written("data/index.json", _index(making))


def data_of(insurer: Insurer, making: Making) -> Iterator[SharedFile]:
    """Yield the files of an insurer whose answers are published."""
    if insurer.status == "published":
        yield _joined(f"data/{insurer.id}/tables.json", _head("tables", insurer), _tables(insurer, making))
        yield _written(f"data/{insurer.id}/passages.json", _passages(insurer, making.library))


def data_version(library: Library) -> str:
    """Return what changes whenever some insurer's rules do."""
    versions = "\n".join(f"{one.id} {one.rulebook.version}" for one in library.insurers.values())
    return sha256(versions.encode()).hexdigest()[:_VERSION_LENGTH]


def _written(address: str, data: Mapping[str, Any]) -> SharedFile:
    return SharedFile(address, (_compact(data) + "\n").encode())


def _joined(address: str, head: Mapping[str, Any], rest: str) -> SharedFile:
    """Return a file of what is an insurer's own, and the rest as JSON text."""
    return SharedFile(address, f"{_compact(head)[:-1]},{rest[1:]}\n".encode())


def _compact(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _index(making: Making) -> dict[str, Any]:
    library = making.library
    return {
        "schema": "schema/index.json",
        "licence": LICENCE,
        "version": data_version(library),
        "made_on": making.today.isoformat(),
        "languages": list(library.languages),
        "insurers": [_listed(one) for one in library.insurers.values()],
    }


def _listed(insurer: Insurer) -> dict[str, Any]:
    source = insurer.source
    files = {
        "rulebook": f"../check/{insurer.id}/{rulebook_name(insurer.rulebook)}",
        "tables": f"{insurer.id}/tables.json",
        "passages": f"{insurer.id}/passages.json",
    }
    return {
        "id": insurer.id,
        "name": insurer.name,
        "named_in_document": not insurer.example and insurer.id != OTHER,
        "scheme": insurer.rulebook.scheme or None,
        "status": insurer.status,
        "source": {"title": source.title, "date": source.date, "note": source.note},
        "version": insurer.rulebook.version,
        "files": files if insurer.status == "published" else {},
    }


def _head(kind: str, insurer: Insurer) -> dict[str, Any]:
    return {
        "schema": f"../schema/{kind}.json",
        "licence": LICENCE,
        "version": insurer.rulebook.version,
        "insurer": insurer.id,
    }


def _tables(insurer: Insurer, making: Making) -> str:
    """Return the tables as JSON text, made once for all insurers whose rules are alike."""
    today = making.today

    def make() -> str:
        desk = open_desk(insurer, today)
        tables = {"cards": rows.cards(desk), "care_needs": rows.care_needs(desk), "special": rows.special(desk)}
        card = desk.decide({"my_number_card": "none"})["old_card"]
        return _compact(
            {
                "on_date": today.isoformat(),
                "old_card": {key: card[key] for key in ("usable", "last_day", "basis")},
                "tables": {name: [_row(row) for row in some] for name, some in tables.items()},
            }
        )

    return text_once("data", insurer, today, make)


def _row(row: Row) -> dict[str, Any]:
    decision = row.answer.ordinary
    document = decision["document"]
    cares = {reader: row.answer.by_reader[reader]["care"] for reader in READERS}
    return {
        "facts": row.fixed,
        "varied": {"fact": row.fact, "values": list(row.values)} if row.values else None,
        "status": decision["status"],
        "document": document and {key: document[key] for key in ("issued", "refused", "basis")},
        "care": {
            reader: care and {key: care[key] for key in ("show", "actions", "basis")} for reader, care in cares.items()
        },
    }


def _passages(insurer: Insurer, library: Library) -> dict[str, Any]:
    return {**_head("passages", insurer), "passages": passages_of(insurer, library)}
