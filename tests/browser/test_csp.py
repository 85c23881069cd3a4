"""The checker under its strict policy: it needs nothing that the policy forbids, and the policy is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.visitor import ORDINARY, Visitor

if TYPE_CHECKING:
    from browser.watch import Watch
    from playwright.sync_api import Page


def test_a_full_run_with_python_violates_nothing_and_asks_no_other_origin(
    page: Page, http_site: str, watch: Watch
) -> None:
    visitor = Visitor(page, http_site)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))"
    )
    visitor.open("kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.wait_for_python()
    page.click("[data-open-panel] >> visible=true")
    assert watch.faults() == []
    assert watch.requests


@pytest.mark.faults_expected
@pytest.mark.parametrize(
    "attempt",
    [
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)",
        "document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click()",
        "const s = document.createElement('style'); s.textContent = 'body{}'; document.head.append(s)",
        "fetch('https://elsewhere.invalid/').catch(() => 0)",
        "new Image().src = 'https://elsewhere.invalid/pixel.gif'",
        "const f = document.createElement('form'); f.action = '/x'; document.body.append(f); f.submit()",
    ],
)
def test_what_the_policy_forbids_is_reported(page: Page, http_site: str, watch: Watch, attempt: str) -> None:
    Visitor(page, http_site).open("kiyose")
    page.evaluate(f"() => {{ {attempt} }}")
    page.wait_for_timeout(300)
    assert watch.violations
    assert page.evaluate("window.ran ?? null") is None
