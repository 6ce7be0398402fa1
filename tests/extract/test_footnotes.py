"""Footnotes and their callouts."""

from array import array

import pytest

from multilex.article import Article, Unit
from multilex.document import Block, Document
from multilex.extract.footnotes import footnotes
from multilex.record import Footnote, Note
from multilex.source import Page, Source
from multilex.vocabulary import ArticleKind, BlockKind, NoteCode, Role
from tests.extract.papers import UNDETERMINED, article_of, undetermined


def found(article: Article) -> tuple[tuple[Footnote, ...], tuple[Note, ...]]:
    return footnotes(article, undetermined)


def called(article: Article) -> list[tuple[str | None, str]]:
    """Each footnote's number with the text just before its callout."""
    text = article.document.text
    notes, _ = found(article)
    return [(note.number, text[one.span[0] - 5 : one.span[1]]) for note in notes for one in note.callouts]


def body(text: str) -> tuple[Role, str]:
    return Role.BODY, text


def note(text: str) -> tuple[Role, str]:
    return Role.FOOTNOTE, text


def test_a_note_is_found_with_its_callout() -> None:
    notes, remarks = found(article_of(body("The river is long¹."), note("¹ Atlas of rivers. – Astana, 2021.")))
    (only,) = notes
    assert (only.number, only.value) == ("1", "Atlas of rivers. – Astana, 2021.")
    assert only.text == "¹ Atlas of rivers. – Astana, 2021."
    assert [one.text for one in only.callouts] == ["¹"]
    assert remarks == ()


def test_a_callout_glued_to_a_number_is_one_where_its_note_is_due() -> None:
    article = article_of(
        body("Rivers¹ are covered by resolution № 12². Lakes³ are not."),
        note("¹ Atlas of rivers."),
        note("²On rivers. Resolution № 12."),
        note("³ Atlas of lakes."),
    )
    assert called(article) == [("1", "ivers¹"), ("2", " № 12²"), ("3", "Lakes³")]


@pytest.mark.parametrize(
    "exponent", ["an area of 5 м²", "a flow of 10² litres", "a rate of 3 с⁻²", "the isotope ²H", "a sum x²"]
)
def test_exponents_are_passed_over(exponent: str) -> None:
    article = article_of(
        body(f"The river¹ has {exponent} and a mouth² in the north."),
        note("¹ Atlas."),
        note("² Map of mouths."),
    )
    notes, remarks = found(article)
    assert called(article) == [("1", "river¹"), ("2", "mouth²")]
    assert remarks == ()
    assert len(notes) == 2


def test_affiliation_marks_are_no_callouts() -> None:
    article = article_of(
        (Role.AUTHORS, "A.K. Orlova¹"),
        (Role.AFFILIATION, "¹ Institute of Water"),
        body("The river is long¹."),
        note("¹ Atlas of rivers."),
    )
    assert called(article) == [("1", " long¹")]


def test_a_note_with_an_asterisk_belongs_to_the_authors_or_the_title() -> None:
    article = article_of(
        (Role.TITLE, "Rivers*"),
        body("The river is long¹."),
        note("* Written with a grant."),
        note("¹ Atlas."),
    )
    assert called(article) == [("*", "ivers*"), ("1", " long¹")]


def test_several_notes_in_one_block_are_told_apart() -> None:
    article = article_of(body("Rivers¹ and lakes² and seas³."), note("¹ Atlas of rivers. ² Atlas of lakes. ³ Map."))
    assert [(one.number, one.value) for one in found(article)[0]] == [
        ("1", "Atlas of rivers."),
        ("2", "Atlas of lakes."),
        ("3", "Map."),
    ]


def test_a_block_without_mark_goes_on_with_the_note_before() -> None:
    article = article_of(body("Rivers¹ are long."), note("¹ Atlas of"), note("rivers. 2021."))
    assert [one.value for one in found(article)[0]] == ["Atlas of rivers. 2021."]


def test_a_note_may_be_called_twice() -> None:
    article = article_of(
        body("Rivers¹ are long, and long¹ they stay; lakes² are not."), note("¹ Atlas."), note("² Map.")
    )
    assert called(article) == [("1", "ivers¹"), ("1", " long¹"), ("2", "lakes²")]
    assert found(article)[1] == ()


def test_what_has_no_partner_is_noted() -> None:
    article = article_of(body("Rivers¹ are long and lakes³ deep."), note("¹ Atlas."), note("² Map."))
    notes, remarks = found(article)
    assert [len(one.callouts) for one in notes] == [1, 0]
    assert [(remark.code, remark.message) for remark in remarks] == [
        (NoteCode.FOOTNOTE_DANGLING, "footnote 2 has no callout in the text"),
        (NoteCode.FOOTNOTE_DANGLING, "callout 3 has no footnote"),
    ]


def test_no_notes_no_remarks_on_raised_digits() -> None:
    assert found(article_of(body("An area¹ of 5 м²."))) == ((), ())


def test_numbers_may_restart_on_each_page() -> None:
    pages = [
        "Rivers¹ are long.\n\n¹ First page.\n\n",
        "Lakes¹ are deep and seas² wide.\n\n¹ Second.\n\n² Third.\n\n",
    ]
    text = "".join(pages)
    lines = [line for line in text.split("\n\n") if line]
    starts = [text.index(line) for line in lines]
    blocks = tuple(
        Block(start, start + len(line), BlockKind.PARAGRAPH, 1 if start < len(pages[0]) else 2)
        for start, line in zip(starts, lines, strict=True)
    )
    source = Source("paper.pdf", "pdf", "0" * 64, (Page(1, pages[0], 0), Page(2, pages[1], len(pages[0]))))
    document = Document(source, text, blocks, array("q", range(len(text))))
    units = tuple(
        Unit(block.start, block.end, Role.FOOTNOTE if text[block.start] in "¹²" else Role.BODY, UNDETERMINED)
        for block in blocks
    )
    article = Article(document, ArticleKind.ARTICLE, units, "en")
    assert called(article) == [("1", "ivers¹"), ("1", "Lakes¹"), ("2", " seas²")]
    assert found(article)[1] == ()
