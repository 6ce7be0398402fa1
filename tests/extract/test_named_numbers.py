"""Authors named before a number, raised numbers, and the sentences that citations stand in."""

import pytest

from multilex.article import Article
from multilex.extract.citations import citations
from multilex.extract.footnotes import footnotes
from multilex.extract.references import reference_lists
from multilex.record import Citation, Note
from multilex.vocabulary import CitationStyle, NoteCode, Role
from tests.extract.papers import article_of, undetermined

LIST = (
    "1. Whitford J., Marlow K. Rivers of Asia. – Oxford, 2018. – 210 p.",
    "2. Орлова И.И. Реки степи. – М.: Наука, 2020. – 215 с.",
    "3. Дүйсенов Б.С. Өзен алаптары // Су шаруашылығы. – 2019. – № 3. – Б. 15–21.",
    "4. Li X., Guo Z. Lakes. – Beijing, 2015. – 88 p.",
    "5. Water report. – Geneva, 2021. – 30 p.",
)


def paper(*body: str) -> Article:
    listed = [(Role.REFERENCE, text) for text in LIST]
    return article_of(*((Role.BODY, text) for text in body), (Role.REFERENCE_HEADING, "References"), *listed)


def found(*body: str) -> tuple[tuple[Citation, ...], tuple[Note, ...]]:
    article = paper(*body)
    return citations(article, reference_lists(article, undetermined)[0], footnotes(article, undetermined)[0])


def contradictions(notes: tuple[Note, ...]) -> list[str]:
    return [note.message for note in notes if note.code is NoteCode.CITATION_AUTHOR]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("shown by Whitford and Marlow [1]", "Whitford and Marlow"),
        ("Later Whitford [1] argued", "Whitford"),
        ("работы И.И. Орловой [2, с. 5]", "И.И. Орловой"),
        ("Орлова И.И. и др. [2] отмечают", "Орлова И.И. и др."),
        ("Дүйсеновтің [3] еңбегінде", "Дүйсеновтің"),
        ("B.Duisenov [3] noted", "B.Duisenov"),
        ("Ли Кс. и Го Ж. [4] считают", "Ли Кс. и Го Ж."),
        ("the market of Kazakhstan [1]", None),
        ("However [1] rivers are long", None),
        ("the World Bank [5] reports", None),
        ("уравнение Максвелла [2]", None),
        ("rivers are long [1]", None),
    ],
)
def test_the_author_before_a_number(text: str, author: str | None) -> None:
    (only,), notes = found(text)
    assert only.author == author
    assert contradictions(notes) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Orlova [3] says", "Orlova [3]: the work cited is by Дүйсенов; of Orlova is 2"),
        ("работа Орловой [1]", "Орловой [1]: the work cited is by Whitford, Marlow; of Орловой is 2"),
        ("Hartnell K. [2]", "Hartnell K. [2]: the work cited is by Орлова"),
        ("according to Hartnell [2]", "Hartnell [2]: the work cited is by Орлова"),
        ("Hartnell [2] argues", "Hartnell [2]: the work cited is by Орлова"),
        ("Hartnell et al. [4]", "Hartnell et al. [4]: the work cited is by Li, Guo"),
    ],
)
def test_a_name_that_contradicts_the_number_is_noted(text: str, message: str) -> None:
    assert contradictions(found(text)[1]) == [message]


def test_raised_numbers_are_citations_in_a_paper_without_footnotes() -> None:
    cited, _ = found("Rivers are long¹, lakes deep²,³ and seas wide⁴⁻⁵ on 5 m² of water.")
    assert [(one.text, one.numbers, one.style) for one in cited] == [
        ("¹", (1,), CitationStyle.SUPERSCRIPT),
        ("²,³", (2, 3), CitationStyle.SUPERSCRIPT),
        ("⁴⁻⁵", (4, 5), CitationStyle.SUPERSCRIPT),
    ]


@pytest.mark.parametrize("text", ["an area of 5 m² and 10³ litres", "the isotope¹³C", "Rivers are long³ and wide⁹."])
def test_other_raised_numbers_are_none(text: str) -> None:
    assert found(text)[0] == ()


def test_raised_numbers_that_call_footnotes_are_none() -> None:
    article = article_of(
        (Role.BODY, "Rivers¹, lakes² and seas³."),
        *((Role.FOOTNOTE, f"{mark} Atlas.") for mark in "¹²³"),
        (Role.REFERENCE_HEADING, "References"),
        *((Role.REFERENCE, text) for text in LIST),
    )
    lists, notes = reference_lists(article, undetermined)[0], footnotes(article, undetermined)[0]
    assert [len(note.callouts) for note in notes] == [1, 1, 1]
    assert citations(article, lists, notes)[0] == ()


def test_a_citation_knows_its_sentence() -> None:
    body = "Rivers are long. Lakes are deep [1]. Seas are wide (Whitford & Marlow, 2018), says somebody."
    article = paper(body)
    cited, _ = found(body)
    assert [article.document.text[slice(*one.sentence)] for one in cited if one.sentence] == [
        "Lakes are deep [1].",
        "Seas are wide (Whitford & Marlow, 2018), says somebody.",
    ]
