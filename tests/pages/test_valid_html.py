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
    report = tmp_path / "report.json"  # through a pipe, Node would cut what is long
    validate = ROOT / "node_modules" / ".bin" / "html-validate"
    done = subprocess.run(
        [validate, "--config", config, "--formatter", f"json={report}", f"{site_dir}/**/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.is_file(), done.stderr
    faults = [
        f"{Path(page['filePath']).relative_to(site_dir)}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for page in json.loads(report.read_text(encoding="utf-8"))
        for fault in page["messages"]
        if fault.get("selector") not in _MATERIALS_OWN
    ]
    assert faults == []
