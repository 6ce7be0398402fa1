"""IRSTI: codes of the rubricator under their many labels, their damage, and dates that look like them."""

import pytest

from multilex.codes import udc
from multilex.codes.irsti import describe, find
from multilex.vocabulary import CodeStatus


def values(text: str, *, header: bool = False) -> list[str]:
    return [match.value for match in find(text, header=header)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("МРНТИ 06.71.33; 10.77.51", ["06.71.33", "10.77.51"]),
        ("IRSTI 06.71.33,10.77.51", ["06.71.33", "10.77.51"]),
        ("ҒТАМР 06.71.33 10.77.51", ["06.71.33", "10.77.51"]),
        ("ГРНТИ 06.71.33 и 10.77.51", ["06.71.33", "10.77.51"]),
        ("МРНТИ 10.79, 10.77", ["10.79", "10.77"]),  # both of the second level
        ("МРНТИ (IRSTI) 10.79.35", ["10.79.35"]),
        ("XҒТАР 10.79.00", ["10.79.00"]),  # padded
        ("МРНТИ 10", ["10"]),
    ],
)
def test_lists_and_levels(text: str, found: list[str]) -> None:
    assert values(text) == found
    assert {match.status for match in find(text)} == {CodeStatus.VALID}


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("34. 15.23", "34.15.23"),
        ("10,79,35", "10.79.35"),
        ("1О.79.35", "10.79.35"),
        ("З4.15.23", "34.15.23"),
        ("107935", "10.79.35"),
        ("6.71.33", "06.71.33"),
        ("10.79.\n35", "10.79.35"),
    ],
)
def test_damage_is_repaired(printed: str, value: str) -> None:
    (match,) = find(f"МРНТИ {printed}.")
    assert (match.value, match.status) == (value, CodeStatus.REPAIRED)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("10.79.35", CodeStatus.VALID),
        ("10.79.98", CodeStatus.UNKNOWN),  # the third level differs between editions
        ("10.02", CodeStatus.UNKNOWN),
        ("01.02.03", CodeStatus.MALFORMED),  # no such first level
        ("10.8.27", CodeStatus.MALFORMED),
    ],
)
def test_the_status_of_a_code(value: str, status: CodeStatus) -> None:
    assert describe(value).status is status
    assert [match.status for match in find(f"МРНТИ {value}")] == [status]


def test_the_path_names_the_first_level_in_three_languages() -> None:
    path = describe("06.71.33").path
    assert [level.code for level in path] == ["06", "06.71", "06.71.33"]
    assert set(path[0].names) == {"kk", "ru", "en"}
    assert [level.code for level in describe("06.71.00").path] == ["06", "06.71"]


@pytest.mark.parametrize("text", ["12.06.2025", "МРНТИ 12.06.2025", "дата обращения: 04.21.51", "МРНТИ 10 января"])
def test_a_date_is_no_code(text: str) -> None:
    assert values(text) == []


def test_a_bare_code_counts_only_where_the_caller_vouches_for_a_header() -> None:
    assert values("10.79.35 Құқық") == []
    assert values("10.79.35 Құқық", header=True) == ["10.79.35"]
    assert values("10.79.98", header=True) == []  # not in the rubricator


def test_a_bare_code_that_could_be_a_date_needs_a_line_of_its_own() -> None:
    assert describe("10.07.01").status is CodeStatus.VALID
    assert values("10.07.01\nАстана", header=True) == ["10.07.01"]
    assert values("Астана, 10.07.01", header=True) == []


def test_a_code_under_the_label_of_udc_is_told_by_its_shape() -> None:
    (match,) = find("УДК 10.79.35")
    assert (match.value, match.rule) == ("10.79.35", "irsti/mislabelled")
    assert values("УДК 341.2") == []


@pytest.mark.parametrize(
    "text",
    ["УДК 341.2; 10.79.35", "МРНТИ 341.2; 10.79.35", "МРНТИ 10.79.35; 341.2", "УДК 341.2МРНТИ 10.79.35"],
)
def test_a_list_may_mix_both_schemes(text: str) -> None:
    assert values(text) == ["10.79.35"]
    assert [match.value for match in udc.find(text)] == ["341.2"]
