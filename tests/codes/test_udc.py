"""UDC: the notation, what print does to it, and lists of numbers under a label."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multilex.codes.udc import compact, describe, find, is_valid
from multilex.vocabulary import CodeStatus


def values(text: str) -> list[str]:
    return [match.value for match in find(text)]


@pytest.mark.parametrize(
    ("number", "kinds"),
    [
        ("622+669", "main addition main"),
        ("629.734/.735", "main range main"),
        ("17:7", "main relation main"),
        ("77.044::355", "main special order main"),
        ("[31:63](574)", "group main relation main group place"),
        ("94(574).08", "main place special"),
        ("81-13=512.122", "main special language"),
        ("378(075.8)", "main form"),
        ("39(=512.122)", "main ethnic"),
        ('94(574)"1991/2024"', "main place time"),
        ("523.4*433", "main external"),
        ("821.512.122Abai", "main name"),
        ("616-053.2", "main person"),
        ("620.22-036.5", "main material"),
        ("159.9-04", "main relation"),
        ("614.8-027.45", "main property"),
        ("811.111'276.6", "main special"),
        ("338.001.36", "main viewpoint"),
        ("37.013:004.9", "main special relation main"),
        ("(574)", "place"),
        ("332.1(470+571)", "main place"),
        ("616.89-008.441.13", "main special"),
    ],
)
def test_the_parts_of_a_number(number: str, kinds: str) -> None:
    described = describe(number)
    assert described.status is CodeStatus.VALID
    assert " ".join(part.kind for part in described.parts) == kinds
    assert "".join(part.value for part in described.parts) == number
    assert [(match.value, match.status) for match in find(f"УДК {number}")] == [(number, CodeStatus.VALID)]


@pytest.mark.parametrize("number", ["3412.15", "34.12", "4", "412.1", "[31:63", "341.2:", "(574)abc", "", "341..2"])
def test_a_broken_number_is_malformed(number: str) -> None:
    assert describe(number).status is CodeStatus.MALFORMED
    assert not is_valid(number) or compact(number) != number


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("УДК З41.2", "341.2"),  # Cyrillic letters for figures
        ("УДК 34О.1", "340.1"),
        ("УДК 5б1.2", "561.2"),
        ("УДК 341. 215", "341.215"),  # a blank after the point
        ("УДК 347.\n965.42", "347.965.42"),  # over two lines
        ("УДК341.2", "341.2"),  # the label glued
        ("УДК 616–053.2", "616-053.2"),  # an en dash
        ("УДК 94(574)“19”", '94(574)"19"'),  # curly quotes
        ("УДК 341.2.", "341.2"),  # a closing point
        ("УДК 341,2", "341.2"),  # a comma for the point
        ("УДК 349.2(574", "349.2(574)"),  # the closing bracket lost
        ("УДК 330.3 (574)", "330.3(574)"),
        ("УДК 343.9 : 004.8", "343.9:004.8"),
        ("ӘОЖ 81’373", "81'373"),
    ],
)
def test_damage_is_repaired_and_said(printed: str, value: str) -> None:
    assert [(match.value, match.status) for match in find(printed)] == [(value, CodeStatus.REPAIRED)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("УДК 347.965.42; 343.985", ["347.965.42", "343.985"]),
        ("УДК 341.2, 343.1 и 347", ["341.2", "343.1", "347"]),
        ("УДК 341,343", ["341", "343"]),
        ("ӘОЖ 341.2 УДК 341.2 UDC 341.2", ["341.2", "341.2", "341.2"]),
        ("УДК/ӘОЖ/UDC 341.2", ["341.2"]),
        ("УДК 341.2; ГРНТИ 10.79.35", ["341.2"]),
        ("УДК – 349", ["349"]),
        ("УДК 1", ["1"]),
        ("УДК 341.2 10.1000/182", ["341.2"]),  # a DOI follows
        ("УДК 341.2 12.06.2025", ["341.2"]),  # a date follows
        ("УДК 340.12 Оспанов И.", ["340.12"]),
        ("УДК 341.2МРНТИ 10.79.35", ["341.2"]),  # the next label glued
        ("УДК 341.2¹", ["341.2"]),
    ],
)
def test_a_list_of_numbers(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "341.2",  # no label: only a number
        "УДК принята в 1905 году",
        "УДК 1905 года",  # a year
        "УДК\n\n1. Кіріспе",  # a heading
        "УДК 10.79.35",  # a code of the rubricator
        "УК 341.2",
        "УДК 341.2abc",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert values(text) == []


def test_a_number_under_the_label_of_the_rubricator_is_told_by_its_shape() -> None:
    (match,) = find("МРНТИ 342.723.5")
    assert (match.value, match.rule) == ("342.723.5", "udc/mislabelled")


GROUP = st.integers(100, 399).map(str)
MAIN = st.builds(
    lambda groups, last: ".".join([*groups, last]), st.lists(GROUP, max_size=2), st.integers(1, 399).map(str)
).filter(lambda main: not main.startswith("4"))
AUXILIARY = st.sampled_from(
    ["(574)", "(075.8)", "(=512.122)", "=512.122", '"1991/2024"', "-053.2", "-31", "'373", "(470+571)", "*12"]
)
TERM = st.builds(lambda main, auxiliaries: main + "".join(auxiliaries), MAIN, st.lists(AUXILIARY, max_size=2))
NUMBER = st.builds(
    lambda first, rest: first + "".join(sign + term for sign, term in rest),
    TERM,
    st.lists(st.tuples(st.sampled_from(["+", ":", "::", "/"]), TERM), max_size=2),
)


@given(numbers=st.lists(NUMBER, min_size=1, max_size=3), label=st.sampled_from(["УДК ", "ӘОЖ: ", "UDC "]))
@settings(max_examples=200, deadline=None)
def test_numbers_built_by_the_notation_are_found_whole(numbers: list[str], label: str) -> None:
    text = f"{label}{'; '.join(numbers)}\nА.Б. Оспанов"
    assert [match.value for match in find(text)] == numbers
    assert all("".join(part.value for part in describe(number).parts) == number for number in numbers)
