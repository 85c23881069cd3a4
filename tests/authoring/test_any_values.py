"""Any value in the place of any other: the files are refused with findings, or taken; never is there a traceback."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import yaml
from authoring.trees import COMMON, INSURER, NATIONAL, WORDS, small_tree
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from rulebooks import ROOT

from checker.authoring import AuthoringError, Library, load_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

VALUES = ("true", "3", "null", "text", "[]", "{}", "[text]", "{text: text}", "[[]]", "2025-01-01", "2025-02-30", "=")
FILES = (COMMON, COMMON, INSURER, INSURER, NATIONAL, WORDS)
"""Most mistakes can be made where rules stand."""


@cache
def _text(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


@cache
def _places(file: str) -> tuple[tuple[int, int], ...]:
    """Return from where to where each value of a file reaches."""
    root = yaml.compose(_text(file))
    assert root is not None
    return tuple(_inside(root, _text(file)))


def _inside(node: yaml.Node, text: str) -> Iterator[tuple[int, int]]:
    start, end = node.start_mark.index, node.end_mark.index
    yield start, start + len(text[start:end].rstrip())
    children = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value
    for child in children if isinstance(node, yaml.CollectionNode) else ():
        yield from _inside(child, text)


@st.composite
def mistakes(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a file, and what it says with one value replaced."""
    file = draw(st.sampled_from(FILES))
    start, end = draw(st.sampled_from(_places(file)))
    text = _text(file)
    return file, text[:start] + draw(st.sampled_from(VALUES)) + text[end:]


@settings(max_examples=50, phases=[Phase.explicit, Phase.generate])
@given(mistakes())
def test_any_value_in_the_place_of_another(tmp_path_factory: pytest.TempPathFactory, mistake: tuple[str, str]) -> None:
    tree = small_tree(tmp_path_factory.mktemp("tree"))
    tree.write(*mistake)
    try:
        _usable(load_library(tree.root))
    except AuthoringError as error:
        assert error.findings  # noqa: PT017 - either is right; only a traceback is not


def _usable(library: Library) -> None:
    for insurer in library.insurers.values():
        assert insurer.rulebook.version
