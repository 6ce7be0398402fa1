"""Which reference list is which, the ids of its items, and the notes on its numbers."""

import pytest

from multilex.article import Article
from multilex.extract.references import reference_lists, says_language
from multilex.packs import table
from multilex.record import Note, ReferenceList
from multilex.vocabulary import ArticleKind, ListKind, NoteCode, Role, Severity
from tests.extract.papers import article_of, undetermined

NOTES = table("references")["language_notes"]
RUSSIAN = (
    "1 Орлова А.К. Реки. – Алматы, 2011.",
    "2 Сеитов Б. Озёра // Природа. – 2012.",
    "3 Ким В. Моря. – 2013.",
)
LATIN = (
    "1 Orlova A.K. Reki [Rivers]. – Almaty, 2011. [in Russian]",
    "2 Seitov B. Ozjora [Lakes] // Priroda. – 2012. [in Russian]",
    "3 Kim V. Morja [Seas]. – 2013. [in Russian]",
)


def references(*texts: str) -> list[tuple[Role, str]]:
    return [(Role.REFERENCE, text) for text in texts]


def heading(text: str) -> tuple[Role, str]:
    return Role.REFERENCE_HEADING, text


def found(article: Article) -> tuple[tuple[ReferenceList, ...], tuple[Note, ...]]:
    return reference_lists(article, undetermined)


def test_ibid_as_an_item_repeats_the_one_before_with_its_own_page() -> None:
    items = (
        "1 Орлова А.К. Реки. – Алматы, 2011. – С. 7.",
        "2 Там же. – С. 25–27.",
        "3 Ibid.",
        "4 Ким В. Моря. – 2013.",
    )
    (one,), _ = found(article_of(heading("Литература"), *references(*items)))
    fields = [item.fields for item in one.items if item.fields]
    assert [field.names["author"][0].family for field in fields] == ["Орлова", "Орлова", "Орлова", "Ким"]
    assert [field.values["page"].value if "page" in field.values else None for field in fields] == [
        "7",
        "25-27",
        None,
        None,
    ]
    assert {field.values["title"].value for field in fields[:3]} == {"Реки"}


@pytest.mark.parametrize("note", NOTES["examples"])
def test_examples_of_the_pack_say_the_language(note: str) -> None:
    assert says_language(f"Orlova A. Reki. 2011. {note}")


@pytest.mark.parametrize("note", NOTES["near_misses"])
def test_near_misses_of_the_pack_do_not(note: str) -> None:
    assert not says_language(f"Orlova A. Reki. 2011. {note}")


def test_two_lists_are_the_original_and_its_romanised_twin() -> None:
    article = article_of(
        heading("Список литературы"),
        *references(*RUSSIAN),
        heading("References:"),
        *references(*LATIN),
        language="ru",
    )
    lists, notes = found(article)
    assert [(one.id, one.kind, len(one.items)) for one in lists] == [
        ("original", ListKind.ORIGINAL, 3),
        ("romanized", ListKind.ROMANIZED, 3),
    ]
    assert [one.heading and one.heading.value for one in lists] == ["Список литературы", "References:"]
    assert notes == ()


def test_the_romanised_list_may_come_first() -> None:
    article = article_of(heading("References"), *references(*LATIN), heading("Литература"), *references(*RUSSIAN))
    assert [one.kind for one in found(article)[0]] == [ListKind.ROMANIZED, ListKind.ORIGINAL]


def test_the_heading_of_the_second_list_may_be_lost() -> None:
    article = article_of(heading("Литература"), *references(*RUSSIAN), *references(*LATIN), language="ru")
    lists, _ = found(article)
    assert [(one.kind, len(one.items), one.heading is None) for one in lists] == [
        (ListKind.ORIGINAL, 3, False),
        (ListKind.ROMANIZED, 3, True),
    ]


def test_numbers_that_restart_in_one_list_do_not_divide_it() -> None:
    article = article_of(heading("Литература"), *references(*RUSSIAN, *RUSSIAN), language="ru")
    lists, notes = found(article)
    assert [len(one.items) for one in lists] == [6]
    assert lists[0].items[3].id == "original:1-2"
    assert [(note.code, note.severity) for note in notes] == [(NoteCode.NUMBERING, Severity.WARNING)]


def test_the_only_list_of_an_english_paper_is_the_original() -> None:
    article = article_of(heading("References"), *references(*LATIN), language="en")
    assert [one.kind for one in found(article)[0]] == [ListKind.ORIGINAL]


def test_the_only_list_of_another_paper_may_be_either() -> None:
    article = article_of(heading("References"), *references(*LATIN), language="kk")
    assert [one.kind for one in found(article)[0]] == [ListKind.UNKNOWN]


def test_the_list_of_a_tail_is_of_unknown_kind() -> None:
    article = article_of(*references("16 Orlova A. Rivers.", "17 Seitov B. Lakes."), kind=ArticleKind.TAIL)
    (only,), _ = found(article)
    assert (only.kind, only.heading) == (ListKind.UNKNOWN, None)
    assert [item.id for item in only.items] == ["unknown:16", "unknown:17"]


def test_the_places_in_an_unnumbered_tail_are_not_its_numbers() -> None:
    article = article_of(*references("Orlova A. Rivers.", "Seitov B. Lakes."), kind=ArticleKind.TAIL)
    (only,), _ = found(article)
    assert [(item.id, item.number) for item in only.items] == [("unknown:#1", None), ("unknown:#2", None)]


def test_an_unnumbered_list_is_numbered_by_place() -> None:
    article = article_of(heading("References"), *references("Orlova A. Rivers.", "Seitov B. Lakes."))
    (only,), notes = found(article)
    assert [(item.number, item.number_printed, item.value) for item in only.items] == [
        (1, False, "Orlova A. Rivers."),
        (2, False, "Seitov B. Lakes."),
    ]
    assert notes == ()


def test_value_leaves_out_a_footnote_that_interrupts_the_item() -> None:
    article = article_of(
        heading("References"),
        (Role.REFERENCE, "1 Orlova A. Rivers"),
        (Role.FOOTNOTE, "* Corresponding author."),
        (Role.REFERENCE, "and lakes. 2011."),
        (Role.REFERENCE, "2 Seitov B. Seas. 2012."),
    )
    (only,), _ = found(article)
    assert [item.value for item in only.items] == [
        "Orlova A. Rivers and lakes. 2011.",
        "Seitov B. Seas. 2012.",
    ]
    first = only.items[0]
    assert first.text == article.document.text[slice(*first.span)]


def test_a_running_head_between_items_belongs_to_none() -> None:
    article = article_of(
        heading("References"),
        (Role.REFERENCE, "1 Orlova A. Rivers."),
        (Role.RUNNING_HEAD, "Bulletin of Water, 2021"),
        (Role.REFERENCE, "2 Seitov B. Lakes."),
    )
    (only,), _ = found(article)
    assert [item.text for item in only.items] == ["1 Orlova A. Rivers.", "2 Seitov B. Lakes."]


def test_missing_and_doubled_numbers_are_noted() -> None:
    lines = ("1 Orlova A. Rivers.", "2 Seitov B. Lakes.", "2 Kim V. Seas.", "5 Li Y. Bays.")
    lists, notes = found(article_of(heading("References"), *references(*lines)))
    (note,) = notes
    assert note.message == "numbers of the original reference list: missing: 3, 4; printed twice: 2"
    assert note.field == "/references/0"
    assert [item.id for item in lists[0].items] == ["original:1", "original:2", "original:2-2", "original:5"]


def test_lists_of_different_length_are_noted() -> None:
    article = article_of(
        heading("Литература"),
        *references(*RUSSIAN),
        heading("References"),
        *references(*LATIN[:2]),
        language="ru",
    )
    (note,) = found(article)[1]
    assert note.code == NoteCode.LISTS_DIFFER
    assert note.message == "the original list has 3 items, the romanised one 2; only in the original: 3"
