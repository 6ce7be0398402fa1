"""Original and romanised printings of one work."""

import pytest

from multilex.align.reference_differences import twin_notes
from multilex.align.reference_twins import twins
from multilex.extract.reference_fields import parse_reference
from multilex.record import Reference, ReferenceList
from multilex.vocabulary import ListKind, NoteCode

ORIGINAL = [
    "Орлова А.Б., Щербакова Ж.Х. Реки степной зоны // Вестник географии. – 2019. – № 2. – С. 5–9.",
    "Қасымов Е.Т. Өзендердің су режимі. – Алматы: Терек, 2011. – 120 б.",
    "Ли В.Г. Ледники хребта. URL: https://ledniki.example/a1b2 (дата обращения: 1.02.2020).",
    "Smith J. Lakes of the plain // Water Letters. – 2015. – Vol. 7. – P. 10–19.",
]
ROMANIZED = [
    "Smith, J. (2015). Lakes of the plain. Water Letters, 7, 10–19.",
    "Orlova A.B., Shherbakova Zh.H. Reki stepnoj zony // Vestnik geografii. – 2019. – № 2. – S. 5–9.",
    "Li V.G. Ledniki hrebta. URL: https://ledniki.example/a1b2 (data obrashhenija: 1.02.2020).",
    "Kasymov E.T. Ozenderdin su rezhimi [Water regime of rivers]. Almaty: Terek, 2011. 120 b. [in Kazakh]",
]


def listed(kind: ListKind, texts: list[str], *, numbered: bool = True) -> ReferenceList:
    items = tuple(
        Reference(
            text=text,
            span=(0, len(text)),
            rule="test",
            id=f"{kind.value}:{number}",
            number=number if numbered else None,
            number_printed=numbered,
            value=text,
            lang="ru",
            fields=parse_reference(text),
        )
        for number, text in enumerate(texts, 1)
    )
    return ReferenceList(id=kind.value, kind=kind, heading=None, items=items)


def lists(original: list[str], romanized: list[str]) -> list[ReferenceList]:
    return [listed(ListKind.ORIGINAL, original), listed(ListKind.ROMANIZED, romanized)]


def pairs(original: list[str], romanized: list[str]) -> set[tuple[str, str]]:
    return {(pair.original[-1], pair.romanized[-1]) for pair in twins(lists(original, romanized))}


def messages(original: list[str], romanized: list[str]) -> list[tuple[NoteCode, str]]:
    both = lists(original, romanized)
    return [(note.code, note.message) for note in twin_notes(both, twins(both))]


def test_content_decides_and_not_the_place() -> None:
    assert pairs(ORIGINAL, ROMANIZED) == {("1", "2"), ("2", "4"), ("3", "3"), ("4", "1")}


def test_any_scheme_of_romanisation_will_do() -> None:
    for latin in ("Orlova A.B., Shcherbakova J.Kh. Reki stepnoy zony", "Orlova A.B., Ŝerbakova Ž.H. Reki stepnoj zony"):
        assert pairs(ORIGINAL[:1], [f"{latin} // Vestnik geografii. – 2019. – № 2. – S. 5–9."]) == {("1", "1")}


def test_works_that_share_a_line_share_their_twin() -> None:
    together = f"{ROMANIZED[1]} {ROMANIZED[3]}"
    assert pairs(ORIGINAL[:2], [together]) == {("1", "1"), ("2", "1")}


def test_what_has_no_twin_is_told_and_gets_none() -> None:
    assert pairs(ORIGINAL[:2], ROMANIZED[1:2]) == {("1", "1")}
    assert [code for code, message in messages(ORIGINAL[:2], ROMANIZED[1:2]) if "original:2" in message] == [
        NoteCode.TWIN_MISSING
    ]
    assert pairs(ORIGINAL[1:2], ["Weber K. Deserts of the south. Berlin, 1999."]) == set()


def test_pairs_that_agree_give_no_notes() -> None:
    assert messages(ORIGINAL, ROMANIZED) == []


def test_differences_are_told_field_by_field() -> None:
    changed = (
        ROMANIZED[1].replace("2019", "2018").replace("5–9", "5–8").replace("Orlova", "Arlova"),
        ROMANIZED[2].replace("a1b2", "a1c2"),
    )
    told = messages([ORIGINAL[0], ORIGINAL[2]], list(changed))
    assert {code for code, _ in told} == {NoteCode.TWIN_DIFFERS}
    for field in ("issued", "page", "author", "URL"):
        assert sum(f"differ in {field}" in message for _, message in told) == 1


def test_a_missing_author_and_a_title_left_half_in_cyrillic_are_told() -> None:
    romanized = ROMANIZED[1].replace(", Shherbakova Zh.H.", "").replace("stepnoj", "степной")
    told = " ".join(message for _, message in messages(ORIGINAL[:1], [romanized]))
    assert "differ in author: 'Щербакова Ж.Х.' and nothing" in told
    assert "half romanised" in told


def test_a_work_under_two_numbers_is_told() -> None:
    told = messages([*ORIGINAL, ORIGINAL[0]], [])
    assert told == [(NoteCode.REFERENCE_DUPLICATE, "original:1 and original:5 are the same work")]
    same_doi = [
        "Lee V. Rivers of ice // Water. – 2001. https://doi.org/10.5555/xyz",
        "Lee, V. (2001). Rivers of the ice. doi:10.5555/XYZ",
    ]
    assert [code for code, _ in messages(same_doi, [])] == [NoteCode.REFERENCE_DUPLICATE]


@pytest.mark.parametrize(
    ("original", "romanized", "said"),
    [
        (ORIGINAL[0], ROMANIZED[1].replace("stepnoj zony", "степной зоны"), "half romanised"),
        (ORIGINAL[0], ROMANIZED[1].replace("Reki stepnoj zony", "Реки степной зоны"), "not romanised"),
        (ORIGINAL[3], ROMANIZED[0].replace("plain", "plains"), "'Lakes of the plain' and 'Lakes of the plains'"),
    ],
)
def test_what_is_wrong_with_a_title_is_told(original: str, romanized: str, said: str) -> None:
    assert [said in message for _, message in messages([original], [romanized])] == [True]
