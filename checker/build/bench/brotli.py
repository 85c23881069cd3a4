"""Brotli as a release build would serve it, by the compressor that comes with Node."""

import subprocess
from hashlib import sha256
from pathlib import Path

__all__ = ["brotli"]

_CACHE = Path("build") / "brotli-cache"
_COMPRESS = """
const { brotliCompressSync, constants } = require("node:zlib");
const data = require("node:fs").readFileSync(0);
const params = {
  [constants.BROTLI_PARAM_QUALITY]: 11,
  [constants.BROTLI_PARAM_LGWIN]: 22,
  [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
};
process.stdout.write(brotliCompressSync(data, { params }));
"""


def brotli(data: bytes, cache: Path = _CACHE) -> bytes:
    """Return the data compressed at the best quality; slow for megabytes, so kept under `cache`."""
    path = cache / sha256(data).hexdigest()[:32]
    if path.is_file():
        return path.read_bytes()
    result = subprocess.run(["node", "-e", _COMPRESS], input=data, capture_output=True, check=True)
    cache.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_bytes(result.stdout)
    draft.replace(path)
    return result.stdout
