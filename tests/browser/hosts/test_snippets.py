"""The hosts hold what the page for web editors gives them to copy."""

from __future__ import annotations

import pytest
from browser.hosts.host import FOLDER, SITE, read_host

from checker.pages.snippets import SANDBOX, snippets

LINK, TITLE = "清瀬市 国民健康保険の資格ナビ", "資格ナビ"
COPIED = snippets(f"{SITE}/", "kiyose", "ja", LINK, TITLE)


@pytest.mark.parametrize("name", ["script", "frame", "link"])
def test_a_plain_host_holds_the_snippet_as_it_is_copied(name: str) -> None:
    assert COPIED[name] in (FOLDER / f"plain-{name}.html").read_text(encoding="utf-8")


def test_the_strict_hosts_allow_what_web_editors_are_told_to_and_no_more() -> None:
    sent = read_host(FOLDER / "csp-allows.html").sends or {}
    wanted = " ".join(COPIED["policy"].split()).rstrip(";")
    assert sent["Content-Security-Policy"] == f"default-src 'none'; {wanted}"
    assert f'sandbox="{SANDBOX}"' in (FOLDER / "sandbox-full.html").read_text(encoding="utf-8")
