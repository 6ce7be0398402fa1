"""Labels of codes, from the examples and near misses of ``packs/codes.toml``."""

import pytest

from multilex.codes._labels import labels, scheme_of
from multilex.packs import table

ENTRIES = {scheme: entry for scheme, entry in table("codes").items() if "labels" in entry}


@pytest.mark.parametrize(
    ("scheme", "word"),
    [(scheme, word) for scheme, entry in ENTRIES.items() for word in (*entry["labels"], *entry["examples"])],
)
def test_an_example_is_a_label_of_its_scheme(scheme: str, word: str) -> None:
    assert scheme_of(word) == scheme
    assert [label.scheme for label in labels(f"{word} 10")] == [scheme]


@pytest.mark.parametrize(
    ("scheme", "word"), [(scheme, word) for scheme, entry in ENTRIES.items() for word in entry["near_misses"]]
)
def test_a_near_miss_is_no_label_of_its_scheme(scheme: str, word: str) -> None:
    assert scheme_of(word) != scheme


@pytest.mark.parametrize(
    ("scheme", "tail"), [(scheme, tail) for scheme, entry in ENTRIES.items() for tail in entry["tails"]]
)
def test_a_word_between_label_and_code_is_passed_over(scheme: str, tail: str) -> None:
    text = f"{ENTRIES[scheme]['labels'][0]} ({tail}): 10"
    assert [text[label.code :] for label in labels(text)] == ["10"]


@pytest.mark.parametrize("gap", ["", " ", ": ", " – ", " №", ":\n", "** "])
def test_signs_between_label_and_code_are_passed_over(gap: str) -> None:
    text = f"УДК{gap}341.2"
    (label,) = labels(text)
    assert (text[label.start : label.end], text[label.code :]) == ("УДК", "341.2")


def test_a_label_inside_a_word_is_none() -> None:
    assert not list(labels("СУДКИ 341.2, doi@mail.ru"))
