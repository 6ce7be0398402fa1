"""What all code modules promise, for every module that is in the folder."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multilex.codes import Scheme, schemes
from multilex.vocabulary import CodeStatus

PIECES = [
    *("УДК", "МРНТИ ", "DOI: ", "ISSN ", "ORCID ", "JEL ", "https://doi.org/", "orcid.org/", "10.1000/"),
    *(
        "10.79.35",
        "341.2",
        "(574)",
        '"19"',
        "0000-0002-1825-0097",
        "2049-3630",
        "J61",
        "a@b.kz",
        "@",
        "mail. ru",
    ),
    *(
        ";",
        ", ",
        ".",
        " ",
        "\n",
        "-",
        "–",
        "/",
        ":",
        "::",
        "+",
        "[",
        "]",
        "(",
        ")",
        "=",
        "*",
        "'",
        "1",
        "0",
        "31",
    ),
    *("З", "О", "б", "и", "¹", "²", "٣", "ß", "İ", "\u00a0", "\u0301", "💧"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=80)
EVERY = pytest.mark.parametrize("scheme", schemes().values(), ids=schemes())


def test_the_folder_is_not_empty() -> None:
    assert {"udc", "irsti", "doi", "issn", "orcid", "jel", "email"} <= set(schemes())


@EVERY
@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
def test_matches_are_ordered_stretches_of_the_text(scheme: Scheme, text: str) -> None:
    done = 0
    for match in scheme.find(text):
        assert done <= match.start < match.end <= len(text)
        assert match.label is None or 0 <= match.label[0] < match.label[1] <= len(text)
        done = match.end


@EVERY
@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_match_agrees_with_its_module(scheme: Scheme, text: str) -> None:
    for match in scheme.find(text):
        described = scheme.describe(match.value)
        assert (match.status is CodeStatus.MALFORMED) == (described.status is CodeStatus.MALFORMED)
        assert scheme.compact(match.value) == match.value
        assert scheme.is_valid(match.value) == (described.status is CodeStatus.VALID)


@EVERY
@given(text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_junk_has_a_compact_form_and_a_description(scheme: Scheme, text: str) -> None:
    compact = scheme.compact(text)
    assert scheme.describe(compact).value == compact
    if scheme.is_valid(text):
        assert scheme.compact(compact) == compact


@EVERY
@pytest.mark.parametrize("piece", ["УДК 1 ", "МРНТИ 10.79.35; ", "a@b.", "10.1000/(", "0000-", "О1", "У Д К ("])
def test_a_line_of_a_megabyte_is_read_in_time(scheme: Scheme, piece: str) -> None:
    line = piece * (1_000_000 // len(piece))
    began = time.process_time()
    for _ in scheme.find(line):
        pass
    scheme.compact(line)
    assert time.process_time() - began < 30
