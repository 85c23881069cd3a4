"""Zip archives whose bytes depend on their content alone: sorted, stored, one date."""

import io
import zipfile
from collections.abc import Mapping

__all__ = ["read_zip", "stored_zip"]


def stored_zip(members: Mapping[str, bytes]) -> bytes:
    """Return an uncompressed archive; brotli makes more of that than of one already deflated."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name)  # its date is 1980-01-01 unless one is given
            entry.create_system = 3  # else it tells which system built it
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, members[name])
    return buffer.getvalue()


def read_zip(data: bytes) -> dict[str, bytes]:
    """Return the files of an archive by name, without its folders."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
