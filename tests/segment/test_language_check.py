"""Languages of short strings that were written by one who had not read the evidence, and run only when finished.

At first sight (26 November 2026): kk 49, ru 50, en 50 of 50 each, romanised 20 of 20, neighbours 19 of 20.
"""

import tomllib
from pathlib import Path

import pytest

from multilex.segment.language import identify

STRINGS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("language_check.toml").read_text("utf-8"))
JOURNALS = ("kk", "ru", "en")


@pytest.mark.parametrize("tag", JOURNALS)
def test_titles_and_keywords_of_one_to_four_words(tag: str) -> None:
    assert len(STRINGS[tag]) == 50
    assert _right(tag) >= 48


def test_romanised_strings() -> None:
    assert _right("kk-Latn") + _right("ru-Latn") >= 18


def test_neighbours() -> None:
    neighbours = [tag for tag in STRINGS if tag not in JOURNALS and tag not in ("kk-Latn", "ru-Latn")]
    assert len(neighbours) == 5
    assert sum(map(_right, neighbours)) >= 17


def _right(tag: str) -> int:
    return sum(identify(text) == tag for text in STRINGS[tag])
