"""Folding keeps offsets: one character in, one character out."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multilex.codes._fold import digits, latin, signs, skeleton

LETTERS = st.text(alphabet="ЗзОоб341.АаВсеxyz@_- «»–’ßŉİǰҒғӘә¹²", max_size=30)


@pytest.mark.parametrize("fold", [signs, digits, latin, skeleton])
@given(text=LETTERS | st.text(max_size=30))
def test_lengths_never_change(fold: Callable[[str], str], text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("З41.2", "341.2"),
        ("34О.1", "340.1"),
        ("5б1", "561"),
        ("3 О праве", "3 О праве"),  # a word of its own
        ("31 Оспанов", "31 Оспанов"),
        ("1 знак", "1 знак"),
    ],
)
def test_letters_among_figures(printed: str, read: str) -> None:
    assert digits(printed) == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [("jоurnal", "journal"), ("оne@mail.ru", "one@mail.ru"), ("mail.ruКанат", "mail.ruКанат"), ("сор ab", "сор ab")],
)
def test_cyrillic_letters_among_latin_ones(printed: str, read: str) -> None:
    assert latin(printed) == read
