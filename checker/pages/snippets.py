"""The three snippets for an insurer as they come, for web editors whose browser runs no JavaScript.

`browser/editors_snippets.js` makes the same of what is chosen; a test holds the two against each other. Their form is
promised to keep working.
"""

from __future__ import annotations

from checker.authoring.languages import FIRST
from checker.pages.html import el

__all__ = ["SANDBOX", "snippets"]

SANDBOX = (
    "allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-top-navigation-by-user-activation"
)
"""What a sandbox must allow for the widget to work as a whole."""


def snippets(base: str, insurer: str, language: str, link: str, title: str) -> dict[str, str]:
    """Return the snippets by name, and under `policy` what a host's policy must allow.

    `base` is the site's address, ending in a slash; `link` and `title` are what residents read, in the language.
    """
    asked = None if language == FIRST else language
    address = f"{base}v1/{insurer}/index.html" + (f"?lang={asked}" if asked else "")
    way = el("p", el("a", link, href=address))
    script = el("script", src=f"{base}v1/embed.js", data_insurer=insurer, data_lang=asked, async_=True)
    frame = el("iframe", src=address, title=title, width="100%", height="640", style="border: 0")
    origin = "/".join(base.split("/")[:3])
    return {
        "script": f"{way}\n{script}",
        "frame": f"{way}\n{frame}",
        "link": way,
        "policy": f"script-src {origin};\nframe-src {origin};",
    }
