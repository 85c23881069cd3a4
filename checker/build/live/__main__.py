"""`python -m checker.build.live site`, as `make serve` runs it."""

from __future__ import annotations

import sys
from pathlib import Path

from checker.build.live.serving import main

sys.exit(main(Path(*sys.argv[1:] or ["site"]), Path.cwd()))
