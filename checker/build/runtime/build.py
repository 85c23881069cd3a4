"""The files of the browser's Python, each named by its content, and the `runtime.json` of them."""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from checker.build.runtime.archive import read_zip, stored_zip
from checker.build.runtime.cache import cached, write_whole
from checker.build.runtime.compile import compile_sources
from checker.build.runtime.inputs import Inputs, find_inputs, fingerprint

__all__ = ["Manifest", "build_runtime"]

_HASH_LENGTH = 12


@dataclass(frozen=True)
class Manifest:
    """What `runtime.json` says; `integrity` holds SHA-256 in the form of the HTML attribute."""

    files: Mapping[str, str]
    integrity: Mapping[str, str]
    versions: Mapping[str, str]


def build_runtime(out: Path, root: Path) -> Manifest:
    """Bring `out` up to date with the project at `root`; what has not changed costs nothing.

    Raises MissingInputError where the project has not been set up, CompileError where a source
    is refused.
    """
    inputs = find_inputs(root)
    contents = _contents(inputs, root / "build" / "runtime-cache")
    names = {part: _hashed_name(file, data) for part, (file, data) in contents.items()}
    manifest = Manifest(
        files=names,
        integrity={part: _integrity(data) for part, (_, data) in contents.items()},
        versions=inputs.versions,
    )
    for part, (_, data) in contents.items():
        if not (out / names[part]).is_file():
            write_whole(out / names[part], data)
    text = json.dumps(asdict(manifest), indent=2) + "\n"
    write_whole(out / "runtime.json", text.encode())
    for file in out.iterdir():
        if file.name not in {"runtime.json", *names.values()}:
            file.unlink(missing_ok=True)
    return manifest


def _contents(inputs: Inputs, cache: Path) -> dict[str, tuple[str, bytes]]:
    compiler = inputs.compiler_fingerprint()
    library = read_zip((inputs.core / "python_stdlib.zip").read_bytes())
    app = inputs.sources()
    # Scripts are named .js: a server that does not know .mjs would have them refused as modules.
    return {
        "pyodide": ("pyodide.js", (inputs.core / "pyodide.mjs").read_bytes()),
        "asm": ("pyodide.asm.js", (inputs.core / "pyodide.asm.mjs").read_bytes()),
        "wasm": ("pyodide.asm.wasm", (inputs.core / "pyodide.asm.wasm").read_bytes()),
        "stdlib": ("stdlib.zip", _compiled(cache, "stdlib.zip", compiler, inputs, library)),
        "app": ("app.zip", _compiled(cache, "app.zip", compiler, inputs, app)),
    }


def _compiled(
    cache: Path, name: str, compiler: str, inputs: Inputs, sources: Mapping[str, bytes]
) -> bytes:
    key = fingerprint(compiler.encode(), stored_zip(sources))
    return cached(cache, name, key, lambda: stored_zip(compile_sources(inputs, sources)))


def _hashed_name(name: str, data: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{sha256(data).hexdigest()[:_HASH_LENGTH]}.{suffix}"


def _integrity(data: bytes) -> str:
    return "sha256-" + b64encode(sha256(data).digest()).decode()
