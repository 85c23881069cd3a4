"""Every built page is HTML as the standard has it, so that all browsers and readers see the same."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_MATERIALS_OWN = {"#__drawer", "#__search"}
"""Material's switches without JavaScript, which say `autocomplete` on a checkbox; harmless, not ours."""


def test_every_page_is_valid(site_dir: Path, tmp_path: Path) -> None:
    config = tmp_path / "htmlvalidate.json"
    config.write_text('{"root": true, "extends": ["html-validate:standard"]}')
    validate = ROOT / "node_modules" / ".bin" / "html-validate"
    done = subprocess.run(
        [validate, "--config", config, "--formatter", "json", f"{site_dir}/**/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    faults = [
        f"{Path(page['filePath']).relative_to(site_dir)}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for page in json.loads(done.stdout)
        for fault in page["messages"]
        if fault.get("selector") not in _MATERIALS_OWN
    ]
    assert faults == []
