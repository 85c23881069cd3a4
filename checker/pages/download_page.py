"""The page that offers files for counters without internet, to those who look after the computers there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.assets import SharedFile
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.standing import standing_line
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.pages.downloads import Download, Downloads
    from checker.pages.making import Making

__all__ = ["download_files", "download_page"]

_ALL = "shikaku-navi.html"
_KINDS = {_ALL: "all", "shikaku-navi-site.zip": "site", "NOTICES.txt": "notices"}
_COMMANDS = {
    "certutil": f"certutil -hashfile {_ALL} SHA256",
    "powershell": f"Get-FileHash {_ALL} -Algorithm SHA256",
    "linux": "sha256sum -c SHA256SUMS",
}
_WHICH = ("which_one", "which_all", "which_site")
_TOLD = {
    "place": ("place_usb", "place_zip", "place_http", "place_counter"),
    "needs": ("needs_answer", "needs_python", "needs_old", "needs_seen"),
    "private": ("private_nothing",),
    "update": ("update_how", "update_due"),
    "licence": ("licence_how",),
}
"""The sections that follow the files and their sums, each with its sentences."""


def download_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `download/index.html`."""
    here, words = Here("download/index.html", making.language), making.library.words
    downloads = making.assets.downloads
    body = join(
        el("h1", words["download.title"]),
        el("p", words["download.intro"]),
        standing_line(words, OTHER),
        _section("files", _files(downloads, here, making) if downloads else _none(making), making),
        _section("which", _sentences(_WHICH, making), making),
        _section("check", _commands(making), making),
        *(_section(name, _sentences(keys, making), making) for name, keys in _TOLD.items()),
    )
    return Article(here, words["download.title"], words["download.description"], body, panel)


def download_files(making: Making) -> Iterator[SharedFile]:
    """Yield the files that the page offers."""
    downloads = making.assets.downloads
    if downloads:
        for name in downloads.names:
            yield SharedFile(f"download/{name}", downloads.folder / name)


def _section(name: str, content: Html, making: Making) -> Html:
    return el("section", el("h2", making.library.words[f"download.{name}"]), content, id=name)


def _sentences(keys: tuple[str, ...], making: Making) -> Html:
    words = making.library.words
    return el("ul", *(el("li", words[f"download.{key}"]) for key in keys))


def _none(making: Making) -> Html:
    words = making.library.words
    if making.assets.copy:
        return el("p", words["download.carried"], data_no_files=True)
    return join(el("p", words["download.missing"], data_no_files=True), el("p", words["download.missing_how"]))


def _files(downloads: Downloads, here: Here, making: Making) -> Html:
    words = making.library.words
    day = Wording(making.library.insurers[OTHER], words).day(downloads.built_on)
    listed = (_file(file, here, making) for file in downloads.files)
    sums = el("a", words["download.kind_sums"], href=f"{here.up}download/SHA256SUMS", download=True)
    return join(
        el("p", words["download.made"].format(day=day, version=downloads.version)),
        el("ul", *listed, class_="sn-downloads"),
        el("p", sums, " (SHA256SUMS)"),
    )


def _file(file: Download, here: Here, making: Making) -> Html:
    words = making.library.words
    size = words["download.megabytes"].format(number=f"{file.bytes / 1_000_000:.1f}")
    return el(
        "li",
        el("a", _name(file.name, making), href=f"{here.up}download/{file.name}", download=True),
        el("p", el("code", file.name), " ", el("span", words["download.size"], class_="sn-label"), size),
        el("p", el("span", words["download.sum"], class_="sn-label"), el("code", file.sha256)),
        data_file=file.name,
    )


def _name(name: str, making: Making) -> str:
    words = making.library.words
    kind = _KINDS.get(name)
    if kind:
        return words[f"download.kind_{kind}"]
    insurer = making.library.insurers[name.removeprefix("shikaku-navi.").removesuffix(".html")]
    return words["download.kind_one"].format(insurer=insurer.name)


def _commands(making: Making) -> Html:
    words = making.library.words
    told = (
        el("div", el("dt", words[f"download.check_{name}"]), el("dd", el("code", command)))
        for name, command in _COMMANDS.items()
    )
    return join(el("p", words["download.check_how"]), el("dl", *told))
