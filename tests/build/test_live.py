"""The served site while somebody writes: a saved file is seen, a mistake is told with its place, nothing is written."""

from __future__ import annotations

import html
import http.client
import posixpath
import re
import shutil
import threading
from typing import TYPE_CHECKING, NamedTuple

import pytest
from rulebooks import ROOT

from checker.build.live.serving import Live, live_server
from checker.build.live.told import SCRIPT, WAIT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KIYOSE, OTHER_PAGE, BY_HAND = "insurers/kiyose/index.html", "insurers/index.html", "by-hand/index.html"
BUILT = b"<!doctype html><html><head><title>built</title></head><body></body></html>"
DRAFT = """id: town
name: 架空の町
short: 架空の町
kana: かくうのまち
status: draft
source: {title: 町のお知らせ, date: 2026年4月, year: "2026"}
# TODO: all of it
"""


class Served(NamedTuple):
    """A project that somebody writes in, its built site, and the server of both."""

    root: Path
    site: Path
    live: Live
    address: str

    def get(self, path: str) -> tuple[int, str]:
        """Return the status and the text of a page."""
        connection = http.client.HTTPConnection(self.address, timeout=60)
        connection.request("GET", f"/{path}")
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def write(self, file: str, old: str, new: str) -> int:
        """Replace words that stand in a file, have the server look, and return their line."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert self.live.look()
        return text[: text.index(old)].count("\n") + 1


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for name in ("mkdocs.yml", "overrides", "checker", "pyproject.toml", "package.json", "node_modules"):
        (root / name).symlink_to(ROOT / name)
    (root / "build").mkdir()
    (root / "build" / "shrunk").symlink_to(ROOT / "build" / "shrunk")
    shutil.copy(ROOT / "rules.yaml", root)
    for name in ("national.yaml", "insurers", "statements", "changes", "text"):
        copy = shutil.copytree if (ROOT / "docs" / name).is_dir() else shutil.copy
        (root / "docs").mkdir(exist_ok=True)
        copy(ROOT / "docs" / name, root / "docs" / name)
    return root


@pytest.fixture(scope="module")
def served(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    site = tmp_path_factory.mktemp("site")
    for name in ("index.html", OTHER_PAGE, BY_HAND, KIYOSE, KIYOSE.replace("kiyose", "namerikawa")):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(BUILT)
    (site / "assets").mkdir()
    (site / "assets" / "some.css").write_text("p {}")
    live = Live(project)
    with live_server(site, live, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield Served(project, site, live, f"127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


def _without_script(text: str) -> str:
    plain, count = re.subn(rf'<script src="/{re.escape(SCRIPT)}"[^>]*></script>', "", text)
    assert count == 1
    return plain


def test_what_has_not_changed_is_the_built_site_with_our_script(served: Served) -> None:
    for path in ("", OTHER_PAGE, BY_HAND, KIYOSE):
        assert (served.get(path)[0], _without_script(served.get(path)[1])) == (200, BUILT.decode())
    assert served.get("assets/some.css") == (200, "p {}")
    assert served.get(SCRIPT)[0] == 200
    assert served.get("insurers/nobody/index.html")[0] == served.get("../../etc/hostname")[0] == 404


def test_a_change_appears_on_the_insurers_pages_and_on_no_other_insurers(served: Served) -> None:
    served.write("docs/insurers/kiyose.yaml", "name: 清瀬市", "name: 新しい名前の市")
    for path in (
        KIYOSE,
        f"en/{KIYOSE}",
        "check/kiyose/",
        "v1/kiyose/",
        "insurers/kiyose/tables/",
        "en/sources/kiyose/",
    ):
        status, text = served.get(path)
        assert status == 200
        assert "新しい名前の市" in text or path.startswith("en/"), path
        assert "Content-Security-Policy" in _without_script(text)
    assert _without_script(served.get(KIYOSE.replace("kiyose", "namerikawa"))[1]) == BUILT.decode()
    words = re.findall(r"check/kiyose/words\.en\.\w+\.js", served.get("check/kiyose/")[1])
    style = re.findall(r"assets/site\.\w+\.css", served.get(KIYOSE)[1])
    assert [served.get(path)[0] for path in (words[0], style[0])] == [200, 200]
    served.write("docs/insurers/kiyose.yaml", "name: 新しい名前の市", "name: 清瀬市")
    assert "新しい名前の市" not in served.get(KIYOSE)[1]


def test_a_change_appears_on_the_pages_that_tell_of_several_insurers(served: Served) -> None:
    """On lists, beside others, in situations and where an insurer is chosen. What is written by hand says its age."""
    served.write("docs/insurers/kiyose.yaml", "short: 清瀬市国保", "short: 新しい名前の国保")
    served.write("docs/insurers/kiyose.yaml", "name: 清瀬市", "name: 新しい名前の市")
    for path in (OTHER_PAGE, "comparison/", "silence/", "check/", "situations/lost/", "easy/sources/"):
        status, text = served.get(path)
        assert status == 200, path
        assert "新しい名前の" in text or path.startswith("easy/"), path
        assert "Made from the files as they are now." in text, path
        assert [link for link in _files_of(text, path) if served.get(link)[0] != 200] == [], path
    assert "Older than the files" in served.get(BY_HAND)[1]
    assert _without_script(served.get(BY_HAND)[1]) == BUILT.decode()
    served.write("docs/insurers/kiyose.yaml", "short: 新しい名前の国保", "short: 清瀬市国保")
    served.write("docs/insurers/kiyose.yaml", "name: 新しい名前の市", "name: 清瀬市")
    assert "新しい名前の" not in served.get(OTHER_PAGE)[1]


def _files_of(page: str, path: str) -> set[str]:
    """Return the addresses, from the root, of what a page loads of ours but for the theme's files."""
    found = re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"#?]+\.(?:js|css))"', page)
    joined = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in found if not link.startswith("/")
    }
    return {link for link in joined if not link.startswith("assets/stylesheets/")}


def test_mistakes_are_told_on_every_page_with_file_line_and_text_and_go_away(served: Served) -> None:
    line = served.write("docs/insurers/kiyose.yaml", "route: application", "route: aplication")
    for path in ("", KIYOSE):
        status, text = served.get(path)
        assert status == 409
        assert f"<code>docs/insurers/kiyose.yaml:{line}</code>" in text
        assert "did you mean 'application'?" in html.unescape(text)
        assert re.search(rf"<mark> *{line}  .*route: aplication", text)
        assert SCRIPT in text
    served.write("docs/insurers/kiyose.yaml", "route: aplication", "route: application")
    assert served.get("") == (200, served.get("")[1])
    assert "aplication" not in served.get(KIYOSE)[1]


def test_a_file_that_is_no_yaml_is_told_too(served: Served) -> None:
    line = served.write("docs/insurers/kiyose.yaml", "\nscheme: nhi", "\nscheme: [nhi")
    assert f"kiyose.yaml:{line + 1}" in served.get("")[1] or f"kiyose.yaml:{line + 2}" in served.get("")[1]
    served.write("docs/insurers/kiyose.yaml", "\nscheme: [nhi", "\nscheme: nhi")
    assert served.get("")[0] == 200


def test_a_draft_is_shown_and_said_to_be_one(served: Served) -> None:
    (served.root / "docs" / "insurers" / "town.yaml").write_text(DRAFT, encoding="utf-8")
    assert served.live.look()
    status, text = served.get("insurers/town/index.html")
    assert status == 200
    assert "架空の町" in text
    assert "A draft: shown here, and not published." in text
    assert "架空の町" in served.get(OTHER_PAGE)[1]
    for page in ("check/town/", "v1/town/"):
        loaded = re.findall(r'<script src="../../(assets/[^"]+)"', served.get(page)[1])
        assert {name.partition(".")[0] for name in loaded} >= {"assets/table", "assets/words", "assets/quick_exit"}
        assert [served.get(script)[0] for script in loaded] == [200] * len(loaded)
    (served.root / "docs" / "insurers" / "town.yaml").unlink()
    assert served.live.look()
    assert served.get("insurers/town/index.html")[0] == 404


def test_whoever_waits_is_told_once_something_has_changed(served: Served) -> None:
    before = served.live.version
    assert (
        served.get(f"{WAIT}?after=another")[1]
        == f'document.dispatchEvent(new CustomEvent("live",{{detail:"{before}"}}));\n'
    )
    told: list[str] = []
    waiting = threading.Thread(target=lambda: told.append(served.get(f"{WAIT}?after={before}")[1]))
    waiting.start()
    served.write("docs/insurers/kiyose.yaml", "kana: ", "kana:  ")
    waiting.join()
    assert served.live.version != before
    assert served.live.version in told[0]
    assert f'data-version="{served.live.version}"' in served.get("")[1]


def test_nothing_was_written_into_the_built_site(served: Served) -> None:
    """Runs last, after all pages above were asked for."""
    files = [path for path in served.site.rglob("*") if path.is_file()]
    assert len(files) == 6
    assert {path.read_bytes() for path in files} == {BUILT, b"p {}"}


def test_a_common_file_makes_every_insurer_new(served: Served) -> None:
    served.write("rules.yaml", "issued: {eligibility_certificate: {route: automatic}}", "issued: {}")
    text = served.get(KIYOSE.replace("kiyose", "namerikawa"))[1]
    assert "Made from the files as they are now." in text
    assert "Made from the files as they are now." in served.get("situations/lost/")[1]
    assert "Older than the files" in served.get(BY_HAND)[1]
