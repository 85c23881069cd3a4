"""Where the browser's Python comes from: npm's Pyodide core and pyodide-build's compiler."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

__all__ = ["Inputs", "MissingInputError", "find_inputs"]

_CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


class MissingInputError(Exception):
    """A part that setting up brings is not there; the message names it and the way out."""


@dataclass(frozen=True)
class Inputs:
    """What is there: npm's folder, the one with pyodide-build in it, and our own `checker/`."""

    core: Path
    tools: Path
    package: Path
    lock: dict[str, object]
    versions: dict[str, str]

    def sources(self) -> dict[str, bytes]:
        """Return the files that ship to browsers, by their path in the archive."""
        files = [self.package / "__init__.py", *sorted((self.package / "engine").rglob("*.py"))]
        return {file.relative_to(self.package.parent).as_posix(): file.read_bytes() for file in files}

    def compiler_fingerprint(self) -> str:
        """Return a hash that changes whenever byte code made from the same source could."""
        return fingerprint(
            *((self.core / name).read_bytes() for name in _CORE),
            *(file.read_bytes() for file in self._compiler_files()),
        )

    def _compiler_files(self) -> Iterator[Path]:
        yield from sorted((self.tools / "pyodide_build").glob("*.py"))
        yield from sorted(self.tools.glob("*.dist-info/METADATA"))
        yield from sorted(Path(__file__).parent.glob("compile*"))


def fingerprint(*parts: bytes) -> str:
    """Return one hash over several contents; moving bytes from one to the next changes it."""
    whole = sha256()
    for part in parts:
        whole.update(sha256(part).digest())
    return whole.hexdigest()


def find_inputs(root: Path) -> Inputs:
    """Return what the project at `root` has been set up with, or raise MissingInputError."""
    core = root / "node_modules" / "pyodide"
    tools = root / "build" / "pyodide-tools"
    missing = [path for path in (core / name for name in _CORE) if not path.is_file()]
    if not (tools / "pyodide_build").is_dir():
        missing.append(tools / "pyodide_build")
    if missing:
        names = ", ".join(path.relative_to(root).as_posix() for path in missing)
        raise MissingInputError(f"Python for the browser cannot be built: {names} not found; run `make setup` first.")
    lock = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    package = json.loads((core / "package.json").read_text(encoding="utf-8"))
    [compiler] = tools.glob("pyodide_build-*.dist-info")
    return Inputs(
        core=core,
        tools=tools,
        package=root / "checker",
        lock={"info": lock, "packages": {}},
        versions={
            "pyodide": package["version"],
            "python": lock["python"],
            "pyodide-build": compiler.name.removesuffix(".dist-info").partition("-")[2],
        },
    )
