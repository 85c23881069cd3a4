"""The open data are what the engine decides and what the pages list, in the form that their schemas give."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rulebooks import INSURERS, ROOT, book, library

from checker.engine import decide
from checker.pages.assets import Assets
from checker.pages.discretion import is_discreet, is_open_rule
from checker.pages.making import Making
from checker.pages.open_data.files import LICENCE, data_of, data_version, index_files
from checker.pages.passages import listed_passages
from checker.pages.rulebook_file import rulebook_name

TODAY = date(2026, 11, 22)
NO_FILES = Assets({}, "", "", "", "", None, "", "", ())
VALIDATE = Path(__file__).with_name("validate_data.mjs")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data as they stand on the site, with the rulebooks beside the checkers."""
    root = tmp_path_factory.mktemp("data")
    making = Making(library(), NO_FILES, TODAY)
    for file in (*index_files(making), *(file for one in library().insurers.values() for file in data_of(one, making))):
        assert isinstance(file.content, bytes)
        _write(root / file.address, file.content)
    for one in library().insurers.values():
        _write(root / "check" / one.id / rulebook_name(one.rulebook), one.rulebook.to_json().encode())
    return root


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def _faults(pairs: list[tuple[Path, Path]]) -> list[Any]:
    told = json.dumps([[str(schema), str(file)] for schema, file in pairs])
    done = subprocess.run(["node", VALIDATE, told], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    faults: list[Any] = json.loads(done.stdout)
    return faults


def test_every_file_has_the_form_of_its_schema(folder: Path, tmp_path: Path) -> None:
    files = [path for path in (folder / "data").rglob("*.json") if "schema" not in path.parts]
    pairs = [((path.parent / _read(path)["schema"]).resolve(), path) for path in files]
    pairs += [(folder / "data/schema/rulebook.json", path) for path in (folder / "check").rglob("*.json")]
    assert len(pairs) == 1 + 3 * len(INSURERS)
    spoiled = _read(folder / "data/kiyose/tables.json")
    spoiled["tables"]["cards"][0]["document"]["basis"] = "somebody"
    _write(tmp_path / "spoiled.json", json.dumps(spoiled).encode())
    faults = _faults([*pairs, (folder / "data/schema/tables.json", tmp_path / "spoiled.json")])
    assert [file for file, _ in faults] == [str(tmp_path / "spoiled.json")], faults


def test_the_index_leads_to_every_file_and_names_licence_and_version(folder: Path) -> None:
    index = _read(folder / "data/index.json")
    assert [one["id"] for one in index["insurers"]] == list(library().insurers)
    assert index["licence"] == LICENCE
    assert LICENCE in (ROOT / "LICENSE").read_text(encoding="utf-8").split("\n")[0]
    assert index["version"] == data_version(library())
    for one in index["insurers"]:
        assert set(one["files"]) == {"rulebook", "tables", "passages"}
        for address in one["files"].values():
            assert (folder / "data" / address).is_file()
        assert one["version"] == library().insurers[one["id"]].rulebook.version
        assert one["named_in_document"] == (one["id"] != "other" and not library().insurers[one["id"]].example)


@pytest.mark.parametrize("insurer", INSURERS)
def test_tables_say_what_the_engine_decides(folder: Path, insurer: str) -> None:
    tables = _read(folder / f"data/{insurer}/tables.json")["tables"]
    asked = 0
    for row in (row for rows in tables.values() for row in rows):
        fact, values = (row["varied"]["fact"], row["varied"]["values"]) if row["varied"] else ("reader", ["works"])
        for value in values:
            facts = {**row["facts"], fact: [value] if fact == "care_needs" else value}
            for reader, care in row["care"].items():
                told = {**facts, "reader": reader, "insurer": insurer, "on_date": TODAY.isoformat()}
                decision = decide(book(insurer), told)
                assert care == _parts(decision["care"], ("show", "actions", "basis")), told
                assert row["status"] == decision["status"]
                assert row["document"] == _parts(decision["document"], ("issued", "refused", "basis"))
                asked += 1
    assert asked > 100


def _parts(part: dict[str, Any] | None, keys: tuple[str, ...]) -> dict[str, Any] | None:
    return part and {key: part[key] for key in keys}


@pytest.mark.parametrize("insurer", INSURERS)
def test_passages_are_those_that_may_be_told(folder: Path, insurer: str) -> None:
    file = folder / f"data/{insurer}/passages.json"
    one, passages = library().insurers[insurer], _read(file)["passages"]
    prefix = "national/" if insurer == "other" else f"{insurer}/"
    assert [told["id"] for told in passages] == [p.id for p in listed_passages(one) if p.id.startswith(prefix)]
    for told in passages:
        assert told["says"]["ja"] == one.passages[told["id"]].says
        assert set(told["says"]) == set(library().languages)
        assert not re.search("[\ufff9-\ufffb]", "".join(told["says"].values()))
        book_ = {rule.id: rule for rule in one.rulebook.rules}
        assert all(is_open_rule(one, book_[name]) for name in told["rules"])


def test_nothing_of_people_who_hide_stands_in_the_data_but_in_the_rulebooks(folder: Path) -> None:
    for path in (folder / "data").rglob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert is_discreet(text), path
        for word in ("data_protection", "support_measures", "支援措置", "閲覧制限"):
            assert word not in text, (path, word)


def test_rulebooks_are_stored_once(folder: Path) -> None:
    found = (folder / "data").rglob("rulebook*")
    assert [path.relative_to(folder).as_posix() for path in found] == ["data/schema/rulebook.json"]
