"""The authoring loader with files that are almost right: findings with file and line, or a library; no traceback."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fuzzing.mutate import changed_text
from rulebooks import ROOT

from checker.authoring import AuthoringError, load_library
from checker.authoring.errors import MOST_FINDINGS
from checker.authoring.statements import load_statements

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from checker.authoring import Finding

__all__ = ["files"]

_FILES = (
    "rules.yaml", "docs/national.yaml", "docs/insurers/kiyose.yaml", "docs/text/ja.yaml", "docs/text/ja-easy.yaml",
    "docs/text/en.yaml", "docs/text/ruby.yaml", "docs/changes/kiyose.yaml", "docs/statements/kiyose.yaml",
)  # fmt: skip
_COMMON = _FILES[:4]
_WHOLE = ("the file is missing", "more than", "no words", "there are more; mend these first", "this is no file")
"""How findings begin that are about a file as a whole."""


@contextmanager
def files() -> Iterator[Callable[[random.Random], None]]:
    """Give what changes one or two files of a small project and reads it."""
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in _FILES}
    with TemporaryDirectory() as folder:
        few, all_ = Path(folder, "few"), Path(folder, "all")
        for root, names in ((few, _COMMON), (all_, _FILES)):
            for name in names:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                copy(ROOT / name, root / name)

        def case(chance: random.Random) -> None:
            root, names = (few, _COMMON) if chance.random() < 0.7 else (all_, _FILES)
            name = chance.choice(names)
            data = changed_text(chance, texts[name]).encode("utf-8", "surrogatepass")
            if chance.random() < 0.05:
                at = chance.randrange(len(data) + 1)
                data = data[:at] + chance.randbytes(2) + data[at:]
            (root / name).write_bytes(data)
            try:
                _read(root, statements=root is all_)
            finally:
                (root / name).write_text(texts[name], encoding="utf-8")

        yield case


def _read(root: Path, *, statements: bool) -> None:
    try:
        library = load_library(root)
        for insurer in library.insurers.values():
            insurer.rulebook.to_json().encode()
        if statements:
            load_statements(root, library)
    except AuthoringError as error:
        assert 0 < len(error.findings) <= MOST_FINDINGS + 1  # noqa: PT017 - either is right; only a traceback is not
        for finding in error.findings:
            _check(finding, root)


def _check(finding: Finding, root: Path) -> None:
    assert finding.message.strip(), finding
    str(finding).encode()
    if finding.line == 0:
        assert finding.message.startswith(_WHOLE), finding
        return
    lines = (root / finding.file).read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n")
    assert 0 < finding.line <= lines + 2, finding
