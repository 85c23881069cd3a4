"""Devices that lack something, hold something back, or put something of their own into the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from browser.faults.seen import Guest

ABSENT = {
    "no idle time": "delete globalThis.requestIdleCallback",
    "an old browser": "delete globalThis.structuredClone; delete Array.prototype.at",
    "no storage": """
        const refused = { get() { throw new DOMException('no', 'SecurityError'); } };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
          Object.defineProperty(globalThis, name, refused);
        }
        Object.defineProperty(Document.prototype, 'cookie', refused);
    """,
    "no data about the network": "delete Navigator.prototype.connection; delete Navigator.prototype.onLine",
}


@pytest.mark.parametrize("what", ABSENT)
def test_a_device_that_lacks_something_gets_the_answer_from_python_all_the_same(guest: Guest, what: str) -> None:
    guest.page.add_init_script(ABSENT[what])
    guest.arrive()
    guest.get_answer()
    guest.wait_for_python()
    guest.sees_answer()


EXTENSIONS = {
    "throws": """
        addEventListener('DOMContentLoaded', () => { throw new Error('extension'); });
        addEventListener('click', () => { throw new Error('extension'); }, true);
        Promise.reject(new Error('extension'));
    """,
    "adds": """
        addEventListener('DOMContentLoaded', () => {
          document.body.prepend(document.createElement('extension-bar'));
          document.body.append(document.createElement('form'));
        });
        Array.prototype.extension = Object.prototype.extension = () => {};
    """,
    "translates": """
        new MutationObserver(() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) texts.push(walker.currentNode);
          for (const text of texts) {
            if (text.parentElement.closest('font, script, template') || !text.data.trim()) continue;
            const font = document.createElement('font');
            text.replaceWith(font);
            font.append(text);
          }
        }).observe(document, { childList: true, subtree: true });
    """,
}


@pytest.mark.faults_expected
@pytest.mark.parametrize("what", EXTENSIONS)
def test_an_extension_in_the_page_does_not_keep_it_from_answering(guest: Guest, what: str) -> None:
    guest.page.add_init_script(EXTENSIONS[what])
    guest.arrive()
    guest.get_answer()
    guest.wait_for_python()
    guest.sees_answer()
