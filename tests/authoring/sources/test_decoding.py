"""Files in the encodings in which Japanese pages are stored, declared or not, rightly or not."""

from __future__ import annotations

import codecs

import pytest

from checker.authoring.sources.decoding import UnknownEncodingError, decode

TEXT = "問1 資格確認書は、いつ届きますか。\nカードをなくした人は3月9日まで。\n"
OLD = ("shift_jis", "cp932", "euc_jp", "iso2022_jp")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", *OLD])
def test_a_text_that_does_not_say_its_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [True, False])
def test_utf_16_with_and_without_its_mark(encoding: str, mark: bool) -> None:  # noqa: FBT001 - pytest passes it by name
    bom = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}[encoding]
    assert decode((bom if mark else b"") + TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", OLD)
@pytest.mark.parametrize(
    "said", ["Shift_JIS", "x-sjis", "EUC-JP", "utf-8", "hex", "utf-16", "no-such-charset", "日本語"]
)
def test_no_word_of_a_page_about_itself_spoils_its_text(encoding: str, said: str) -> None:
    text = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">{TEXT}'
    assert decode(text.encode(encoding)) == text


def test_a_page_that_was_saved_anew_keeps_its_old_word() -> None:
    text = f'<meta charset="Shift_JIS">{TEXT}'
    assert decode(text.encode()) == text


@pytest.mark.parametrize(("said", "encoding"), [("Shift_JIS", "cp932"), ("EUC-JP", "euc_jis_2004")])
def test_the_signs_that_makers_of_computers_added(said: str, encoding: str) -> None:
    text = f'<meta charset="{said}">①②のとおり\n'
    assert decode(text.encode(encoding)) == text


def test_where_two_encodings_would_do_the_page_decides() -> None:
    both = "爭爲".encode("cp932")
    assert decode(both) == both.decode("euc_jp") != "爭爲"
    assert decode(b"<meta charset=Shift_JIS>" + both).endswith("爭爲")


@pytest.mark.parametrize("raw", [b"\x80\xff\xfe\x81", b"\xff\xfe\x00\xd8", b"\x1b$B\xff"])
def test_what_is_no_text_is_said_to_be_none(raw: bytes) -> None:
    with pytest.raises(UnknownEncodingError, match="not text in "):
        decode(raw)
