"""What counts in a text: letters and digits, and nothing else."""

from __future__ import annotations

import unicodedata

from authoring.sources.made_up import slow_fingerprint
from hypothesis import given
from hypothesis import strategies as st

from checker.authoring.sources.folding import fingerprint, fold

LETTERS = "資格確認書カードをなくした人は3月9日までABCz々〇"
NOISE = " \u3000\t\n\r、。・()(){}「」【】#*|-−~~!?:;…※●■☆\u200b\ufeff"
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})

letters = st.text(alphabet=LETTERS, min_size=1)


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_only_letters_and_digits_are_left(text: str) -> None:
    assert {unicodedata.category(c)[0] for c in fold(text)} <= {"L", "N"}


@given(letters, st.lists(st.text(alphabet=NOISE, max_size=3)))
def test_neither_width_nor_space_nor_punctuation_counts(text: str, noise: list[str]) -> None:
    noisy = "".join(c.translate(WIDE) + (noise[i % len(noise)] if noise else "") for i, c in enumerate(text))
    assert fold(noisy) == fold(text) == text
    assert fingerprint(noisy) == fingerprint(text) == slow_fingerprint(noisy)


@given(letters, st.data())
def test_every_letter_and_digit_counts(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from([c for c in LETTERS if c != text[place]]))
    assert fingerprint(text[:place] + other + text[place + 1 :]) != fingerprint(text)


def test_half_width_kana_circled_numbers_and_joined_signs_are_one_with_their_plain_forms() -> None:
    assert fold("ガイド ① ㍻ ㈱") == "ガイド1平成株"
    # A sign between two parts of a Korean syllable; they join once it is gone.
    assert fold("\u1100-\u1161") == "가"
