"""Numeric citations: what their brackets say, which brackets are none, and what they are linked to."""

import pytest

from multilex.article import Article
from multilex.extract.citations import MOST_CITATIONS, citations
from multilex.extract.citations.brackets import brackets, parse
from multilex.extract.references import reference_lists
from multilex.packs import table
from multilex.record import Citation, Note
from multilex.vocabulary import NoteCode, Role, Severity, State
from tests.extract.papers import article_of, undetermined

PACK = table("references")["citations"]


def numbers(text: str) -> list[tuple[int, ...]]:
    return [bracket.numbers for bracket in brackets(text, 0, len(text))]


def paper(*body: str, items: int = 12) -> Article:
    """A paper with these paragraphs and a list of so many references."""
    listed = [(Role.REFERENCE, f"{n}. Orlova A.K. Rivers of region {n}. – 2011.") for n in range(1, items + 1)]
    return article_of(*((Role.BODY, text) for text in body), (Role.REFERENCE_HEADING, "References"), *listed)


def found(article: Article) -> tuple[tuple[Citation, ...], tuple[Note, ...]]:
    return citations(article, reference_lists(article, undetermined)[0])


@pytest.mark.parametrize("inside", PACK["examples"])
def test_examples_of_the_pack_are_citations(inside: str) -> None:
    assert parse(inside) is not None


@pytest.mark.parametrize("inside", PACK["near_misses"])
def test_near_misses_of_the_pack_are_none(inside: str) -> None:
    assert parse(inside) is None


@pytest.mark.parametrize(
    ("inside", "cited", "pinpoint"),
    [
        ("1", (1,), None),
        ("5 - 7", (5, 6, 7), None),
        ("1, 3–5", (1, 3, 4, 5), None),
        ("2−4; 4", (2, 3, 4), None),
        ("2, с. 15", (2,), "с. 15"),
        ("3, P. 12-14; 7, 45-б.", (3, 7), "P. 12-14; 45-б."),
        ("12:45", (12,), "45"),
        ("1, т. 2, с. 15", (1,), "т. 2; с. 15"),
        ("см. 3", (3,), None),
        ("№ 3, с. 5", (3,), "с. 5"),
        ("Ref. 3", (3,), None),
        ("1, 2 және 5", (1, 2, 5), None),
        ("2, 3 и 4, с. 5", (2, 3, 4), "с. 5"),
        ("1…3", (1, 2, 3), None),
        ("1‑3", (1, 2, 3), None),
        ("3. с. 25", (3,), "с. 25"),
        ("3 p. 45", (3,), "p. 45"),
        ("3, с. 25 – 27", (3,), "с. 25 – 27"),
        ("3, с. 25, 30", (3,), "с. 25; 30"),
        ("1, с. 12, 3", (1, 3), "с. 12"),
        ("3, 25-бет", (3,), "25-бет"),
        ("3, 12-14-бб.", (3,), "12-14-бб."),
        ("3, 45-бетте", (3,), "45-бетте"),
        ("12, л. 5", (12,), "л. 5"),
        ("12, Л. 25 об.; 3, л. 4об", (12, 3), "Л. 25 об.; л. 4об"),
        ("5, § 2", (5,), "§ 2"),
        ("3, с. 25 и др.", (3,), "с. 25"),
        ("2, Т.2. С. 45", (2,), "Т.2; С. 45"),
    ],
)
def test_brackets_are_read(inside: str, cited: tuple[int, ...], pinpoint: str | None) -> None:
    assert parse(inside) == (cited, pinpoint)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("as shown in [1],[2].", [(1,), (2,)]),
        ("as shown in [1]-[3].", [(1, 2, 3)]),
        ("the market[7,8,9]", [(7, 8, 9)]),
        (
            "(Orlova and Seitov [11; 12], partially",
            [(11, 12)],
        ),  # the round bracket is the one that lost its half
    ],
)
def test_citations_in_text(text: str, cited: list[tuple[int, ...]]) -> None:
    assert numbers(text) == cited


@pytest.mark.parametrize(
    "text",
    [
        "normalised to [0, 1] and [0;1]",
        "where x ∈ [1, 5]",
        "y = [1, 2]",
        "\\in [1, 5]",
        "the element a[3] of the array",
        "in [2020] and [1-2020]",
        "Report [Электрон. ресурс]. – 2021",
        "the 3-[2-ethyl] group, [3+2] cycloaddition",
        "a range wider than any list [1-99]",
        "backwards [7-5]",
        "written [In Russian] and [in Kazakh]",
        "the matrix [1 2; 3 4] and the vector [1 0 0]",
        "the complex [Cu(NH3)4] and the ion [M]+",
        "section [1.2] of [3.4.5]",
        "the token [CLS]",
        "calix[4]arene and cucurbit[6]uril",
        "the values [0.5, 1.5]",
    ],
)
def test_brackets_that_are_no_citations(text: str) -> None:
    assert numbers(text) == []


def test_slashes_and_round_brackets_count_where_there_are_no_square_ones() -> None:
    found_, _ = found(paper("Rivers /1/, lakes /2, с. 15/, seas (3, p. 7) and ponds /4-6/; and/or (8) 1/2/3.", items=8))
    assert [(one.text, one.numbers, one.pinpoint) for one in found_] == [
        ("/1/", (1,), None),
        ("/2, с. 15/", (2,), "с. 15"),
        ("(3, p. 7)", (3,), "p. 7"),
        ("/4-6/", (4, 5, 6), None),
    ]
    assert [one.text for one in found(paper("Rivers [1] /2/, lakes /3/ and seas /4/."))[0]] == ["[1]"]
    assert found(paper("Either /1/ or (2, p. 7)."))[0] == ()


def test_plain_round_brackets_count_where_there_are_no_others() -> None:
    cited, _ = found(
        paper("Rivers flow (1), (2). By formula (3). Lakes lie (2, 4), seas rise (5).", "Ice melts (6).", items=6)
    )
    assert [one.numbers for one in cited] == [(1,), (2, 4), (5,), (6,)]
    assert found(paper("Rivers flow (1).", "Seas rise (2).", items=6))[0] == ()


def test_a_second_number_is_a_page_where_pages_have_no_word() -> None:
    body = ["Rivers flow [3, 145].", "Lakes lie [2, 87].", "Seas rise [3, 5]."]
    assert [(one.numbers, one.pinpoint) for one in found(paper(*body))[0]] == [((3,), "145"), ((2,), "87"), ((3,), "5")]
    assert [one.numbers for one in found(paper(*body, "Ice melts [1, 2, 4]."))[0]][2] == (3, 5)


def test_citations_are_linked_to_the_list() -> None:
    found_, notes = found(paper("Rivers are long [1], lakes are deep [3–5, p. 7].", items=5))
    assert [(one.text, one.targets) for one in found_] == [
        ("[1]", ("original:1",)),
        ("[3–5, p. 7]", ("original:3", "original:4", "original:5")),
    ]
    (note,) = notes
    assert (note.code, note.severity) == (NoteCode.REFERENCE_UNCITED, Severity.INFO)
    assert note.message == "never cited in the text: 2"


def test_brackets_inside_references_are_none() -> None:
    article = article_of(
        (Role.BODY, "Rivers are long [1]."),
        (Role.REFERENCE_HEADING, "References"),
        (Role.REFERENCE, "1. Orlova A.K. Rivers, see [1]. – 2011."),
    )
    assert len(found(article)[0]) == 1


def test_a_number_beyond_the_list_dangles() -> None:
    article = paper("Rivers [13] and all [1-12].")
    found_, notes = found(article)
    assert found_[0].targets == ()
    (note,) = notes
    assert note.code == NoteCode.CITATION_DANGLING
    assert note.span is not None and article.document.text[slice(*note.span)] == "[13]"
    assert note.places


def test_a_number_far_beyond_the_list_means_something_else() -> None:
    assert [one.text for one in found(paper("The plane [111] and [1]."))[0]] == ["[1]"]


def test_a_number_far_beyond_the_list_behind_a_comma_is_a_page() -> None:
    found_, _ = found(paper("Rivers [3, 145], lakes [4, 145-147; 5, 12] and seas [6, 7]."))
    assert [(one.numbers, one.pinpoint) for one in found_] == [
        ((3,), "145"),
        ((4, 5, 12), "145-147"),
        ((6, 7), None),
    ]


def test_an_unclosed_bracket_counts_when_its_works_are_cited_nowhere_else() -> None:
    found_, _ = found(paper("Seitov [11; 12, partially agrees; others [1] do not."))
    assert [(one.text, one.state, one.numbers) for one in found_] == [
        ("[11; 12", State.REPAIRED, (11, 12)),
        ("[1]", State.READ, (1,)),
    ]
    again, _ = found(paper("Seitov [1, partially agrees; others [1] do not."))
    assert [one.text for one in again] == ["[1]"]


def test_a_bracket_that_lost_its_opening_half_counts_as_well() -> None:
    found_, _ = found(paper("Seitov agrees 11; 12], others [1] do not, for all x in (0, 7] and n 1]."))
    assert [(one.text, one.state, one.numbers) for one in found_] == [
        ("11; 12]", State.REPAIRED, (11, 12)),
        ("[1]", State.READ, (1,)),
    ]


def test_without_a_list_citations_have_no_targets_and_nothing_dangles() -> None:
    article = article_of((Role.BODY, "Rivers are long [1]."))
    found_, notes = citations(article, ())
    assert [(one.numbers, one.targets) for one in found_] == [((1,), ())]
    assert notes == ()


def test_more_citations_than_any_paper_has_are_cut_with_a_note() -> None:
    found_, notes = found(paper("[1] " * (MOST_CITATIONS + 1)))
    assert len(found_) == MOST_CITATIONS
    assert NoteCode.INPUT_TRUNCATED in {note.code for note in notes}


@pytest.mark.parametrize(
    ("text", "count"),
    [("[" * 100_000, 0), ("[1, " * 50_000, 1), ("[1-2]-" * 10_000, 10_000), ("[1" * 50_000, 0), ("aa 1] " * 30_000, 1)],
)
def test_a_hostile_line_is_read_in_bounded_time(text: str, count: int) -> None:
    assert len(found(paper(text))[0]) == count
