"""DOI: with and without resolver, what closes it, where a line breaks it."""

import pytest

from multilex.codes.doi import find
from multilex.vocabulary import CodeStatus


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("DOI 10.1000/2019-3/12-17", "10.1000/2019-3/12-17", "10.1000/2019-3/12-17"),
        ("DOI: https://doi.org/10.1000/182.", "https://doi.org/10.1000/182", "10.1000/182"),
        ("http://dx.doi.org/10.1000/182", "http://dx.doi.org/10.1000/182", "10.1000/182"),
        ("<https://doi.org/10.1000/182>", "https://doi.org/10.1000/182", "10.1000/182"),
        ("(10.1000/a(1))", "10.1000/a(1)", "10.1000/a(1)"),
        ("10.1016/S0000-0000(20)30183-5,", "10.1016/S0000-0000(20)30183-5", "10.1016/S0000-0000(20)30183-5"),
        ("10.1000/81.3.008УДК 341.2", "10.1000/81.3.008", "10.1000/81.3.008"),
        ("10.1000/182. 2020. Т. 5", "10.1000/182", "10.1000/182"),
        ("10.1000/182.\n2020", "10.1000/182", "10.1000/182"),
    ],
)
def test_a_sound_doi(text: str, printed: str, value: str) -> None:
    (match,) = find(text)
    assert (text[match.start : match.end], match.value, match.status) == (printed, value, CodeStatus.VALID)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://doi.org/10.1000/jоurn.2.23", "10.1000/journ.2.23"),  # Cyrillic о
        ("https://doi.org/ 10.1000/182", "10.1000/182"),
        ("DOI: 10,1000/182", "10.1000/182"),
        ("10.1000/2020–4", "10.1000/2020-4"),
        ("https://doi.org/10.1000/2019-\n3/12-17", "10.1000/2019-3/12-17"),
        ("https://doi.org/10.1000/journ.v.2.\n23-293", "10.1000/journ.v.2.23-293"),
    ],
)
def test_damage_is_repaired(text: str, value: str) -> None:
    (match,) = find(text)
    assert match.value == value
    if "/ 10" not in text:  # a blank in the resolver leaves the identifier whole
        assert match.status is CodeStatus.REPAIRED


def test_two_on_a_line() -> None:
    assert [match.value for match in find("10.1000/a; 10.1000/b,10.1000/c")] == [
        "10.1000/a",
        "10.1000/b",
        "10.1000/c",
    ]


def test_a_labelled_one_without_a_slash_is_malformed() -> None:
    (match,) = find("DOI: 10.1000-182")
    assert match.status is CodeStatus.MALFORMED


@pytest.mark.parametrize("text", ["10.79.35", "10.79/15", "210.1000/182", "DOI: нет", "doi.org"])
def test_what_is_no_doi(text: str) -> None:
    assert not list(find(text))
