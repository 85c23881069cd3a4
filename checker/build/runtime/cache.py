"""Results of long steps, kept under the hash of everything they were made from."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

__all__ = ["cached"]


def cached(folder: Path, name: str, key: str, make: Callable[[], bytes]) -> bytes:
    """Return `name` as made for `key`, making it if it is not there; results for other keys go.

    Prints one line before and one after a step that has to be made.
    """
    path = folder / f"{name}-{key[:16]}"
    if path.is_file():
        return path.read_bytes()
    print(f"  {name}: compiling …", flush=True)
    started = monotonic()
    data = make()
    write_whole(path, data)
    for other in folder.glob(f"{name}-*"):
        if other != path:
            other.unlink(missing_ok=True)
    print(f"  {name}: {len(data):,} bytes in {monotonic() - started:.1f} s", flush=True)
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    draft.write_bytes(data)
    draft.replace(path)
