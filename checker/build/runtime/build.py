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
from checker.build.runtime.kept import kept_library, read_kept, read_standins
from checker.build.scripts import join_modules

__all__ = ["Manifest", "build_runtime"]

_HASH_LENGTH = 12


@dataclass(frozen=True)
class Manifest:
    """What `runtime.json` says: names of files by what they are, and what belongs to them.

    `integrity` holds SHA-256 in the form of the HTML attribute; `lock` is Pyodide's list of
    packages, of which there are none.
    """

    files: Mapping[str, str]
    integrity: Mapping[str, str]
    versions: Mapping[str, str]
    lock: Mapping[str, object]


def build_runtime(out: Path, root: Path) -> Manifest:
    """Bring `out` up to date with the project at `root`; what has not changed costs nothing.

    Raises MissingInputError where the project has not been set up, KeptError where the kept part
    of the library does not fit, CompileError where a source is refused.
    """
    inputs = find_inputs(root)
    parts = _python_parts(inputs, root / "build" / "runtime-cache")
    parts |= _worker_part(inputs, parts)
    manifest = Manifest(
        files={role: part.name for role, part in parts.items()},
        integrity={role: part.integrity for role, part in parts.items()},
        versions=inputs.versions,
        lock=inputs.lock,
    )
    text = json.dumps(asdict(manifest), indent=2) + "\n"
    contents = {part.name: part.data for part in parts.values()} | {"runtime.json": text.encode()}
    for name, data in contents.items():
        path = out / name
        if name == "runtime.json" or not path.is_file():
            write_whole(path, data)
    for file in out.iterdir():
        if file.name not in contents:
            file.unlink(missing_ok=True)
    return manifest


@dataclass(frozen=True)
class _Part:
    plain_name: str
    data: bytes

    @property
    def name(self) -> str:
        stem, _, suffix = self.plain_name.rpartition(".")
        return f"{stem}.{sha256(self.data).hexdigest()[:_HASH_LENGTH]}.{suffix}"

    @property
    def integrity(self) -> str:
        return "sha256-" + b64encode(sha256(self.data).digest()).decode()


def _python_parts(inputs: Inputs, cache: Path) -> dict[str, _Part]:
    compiler = inputs.compiler_fingerprint()
    app = inputs.sources()
    whole = read_zip((inputs.core / "python_stdlib.zip").read_bytes())
    library = kept_library(whole, read_kept(), app) | read_standins()
    # Scripts are named .js: a server that does not know .mjs would have them refused as modules.
    return {
        "pyodide": _Part("pyodide.js", (inputs.core / "pyodide.mjs").read_bytes()),
        "asm": _Part("pyodide.asm.js", (inputs.core / "pyodide.asm.mjs").read_bytes()),
        "wasm": _Part("pyodide.asm.wasm", (inputs.core / "pyodide.asm.wasm").read_bytes()),
        "stdlib": _Part("stdlib.zip", _compiled(cache, "stdlib.zip", compiler, inputs, library)),
        "app": _Part("app.zip", _compiled(cache, "app.zip", compiler, inputs, app)),
    }


def _worker_part(inputs: Inputs, parts: Mapping[str, _Part]) -> dict[str, _Part]:
    """Return the worker, which knows the files beside it by name and hash."""
    known = {
        "files": {role: part.name for role, part in parts.items()},
        "integrity": {role: part.integrity for role, part in parts.items()},
        "lock": inputs.lock,
    }
    script = join_modules(inputs.package / "browser" / "engine-worker.js")
    text = f"globalThis.engineRuntime = {json.dumps(known)};\n{script}"
    return {"worker": _Part("engine-worker.js", text.encode())}


def _compiled(cache: Path, name: str, compiler: str, inputs: Inputs, sources: Mapping[str, bytes]) -> bytes:
    key = fingerprint(compiler.encode(), stored_zip(sources))
    return cached(cache, name, key, lambda: stored_zip(compile_sources(inputs, sources)))
