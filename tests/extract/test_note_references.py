"""References inside footnotes: none, one or several in a note, short forms with the works they mean."""

import pytest

from multilex.extract.footnotes import footnotes
from multilex.extract.note_pieces import pieces
from multilex.extract.note_references import with_references
from multilex.extract.references import reference_lists
from multilex.packs import table
from multilex.record import Footnote, Note
from multilex.vocabulary import NoteCode, Role
from tests.extract.papers import article_of, undetermined

PACK = table("citations")["notes"]
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read(*texts: str, listed: tuple[str, ...] = ()) -> tuple[tuple[Footnote, ...], tuple[Note, ...]]:
    """The footnotes of a paper with these notes and this list of references."""
    marks = [str(number).translate(RAISED) for number in range(1, len(texts) + 1)]
    references = [(Role.REFERENCE_HEADING, "References"), *((Role.REFERENCE, text) for text in listed)]
    article = article_of(
        (Role.BODY, " ".join(f"words{mark} follow" for mark in marks)),
        *((Role.FOOTNOTE, f"{mark} {text}") for mark, text in zip(marks, texts, strict=True)),
        *(references if listed else ()),
    )
    notes, _ = footnotes(article, undetermined)
    lists, _ = reference_lists(article, undetermined)
    found, remarks = with_references(article.document, notes, lists, undetermined)
    for one in (one for note in found for one in note.references):
        assert article.document.text[slice(*one.span)] == one.text
    return found, remarks


def summary(*texts: str, listed: tuple[str, ...] = ()) -> list[tuple[str, str | None, str | None]]:
    """Id, antecedent and pinpoint of every reference."""
    notes, _ = read(*texts, listed=listed)
    return [(one.id, one.antecedent, one.pinpoint) for note in notes for one in note.references]


FULL = "Орлова И.И. Теория рек. – М.: Наука, 2010. – С. 25."


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        (FULL, "book", "Теория рек"),
        ("Сейітова Қ.А. Су құқығы // Заң журналы. – 2018. – № 4. – 15-21 бб.", "article-journal", "Су құқығы"),
        (
            "Brown, A. (2019). Water law in Asia. Journal of Water Law, 12(3), 45–60.",
            "article-journal",
            "Water law in Asia",
        ),
        ("Подсчитано по: Орлова И.И. Теория рек. – М.: Наука, 2010.", "book", "Теория рек"),
        ("Об этом см. нашу работу: Орлова И.И. Теория рек. – М.: Наука, 2010.", "book", "Теория рек"),
        ("Запасы воды. [Электрон. ресурс]. – URL: https://example.org/water", "webpage", "Запасы воды"),
    ],
)
def test_a_reference_has_fields(text: str, kind: str, title: str) -> None:
    ((note,), _) = read(text)
    (only,) = note.references
    assert only.fields is not None
    assert (only.id, only.fields.type, only.fields.values["title"].value) == ("notes:1a", kind, title)


@pytest.mark.parametrize(
    "text",
    [
        "Автор выражает благодарность рецензентам за ценные замечания.",
        "Данные приведены за 2019 год без учёта сезонных колебаний.",
        "Здесь и далее перевод наш. – Прим. авт.",
        "В 2019 г. в Алматы было издано 25 книг (см. табл. 3).",
        "The author thanks the two reviewers (see the acknowledgements on p. 12).",
        "Сонда автор бұл мәселені қарастырмаған.",
        "All values are in thousands of tenge, 2021 prices.",
    ],
)
def test_comment_is_no_reference(text: str) -> None:
    assert summary(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "См.: Петрова А.Б. О воде // Право. – 2015. – № 3. – С. 5–9; Smith J. Water. Oxford: OUP, 2011. P. 45.",
            [
                "Петрова А.Б. О воде // Право. – 2015. – № 3. – С. 5–9",
                "Smith J. Water. Oxford: OUP, 2011. P. 45",
            ],
        ),
        (
            "Это мнение оспаривается. Подробнее см.: Сейітова Қ.А. Су құқығы. Алматы: Жеті жарғы, 2008. 112-б.",
            ["Сейітова Қ.А. Су құқығы. Алматы: Жеті жарғы, 2008. 112-б"],
        ),
        (
            "For details, see Brown, A. (2019). Water law. Journal of Law, 12(3), 45–60; but others hold the opposite.",
            ["Brown, A. (2019). Water law. Journal of Law, 12(3), 45–60"],
        ),
        (
            "J. Brown, Rivers (Cambridge: CUP, 2009), 45; see also K. White, “Lakes,” Geography Today 5 (2011): 12.",
            ["J. Brown, Rivers (Cambridge: CUP, 2009), 45", "K. White, “Lakes,” Geography Today 5 (2011): 12"],
        ),
        (
            "О водах на 2023–2027 годы. Постановление Правительства от 30 ноября 2022 года № 961. – URL: https://example.kz/1",
            [
                "О водах на 2023–2027 годы. Постановление Правительства от 30 ноября 2022 года № 961. – URL: https://example.kz/1"
            ],
        ),
    ],
)
def test_references_are_told_from_each_other_and_from_comment(text: str, values: list[str]) -> None:
    ((note,), _) = read(text)
    assert [one.value for one in note.references] == values


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("Там же.", None),
        ("Там же. С. 30–31.", "С. 30–31"),
        ("Там же, с. 30.", "с. 30"),
        ("Ibid., p. 50.", "p. 50"),
        ("Ibid. 50–52.", "50–52"),
        ("Ibidem.", None),
        ("Сонда. 115-б.", "115-б"),
        ("Бұл да сонда.", None),
        ("Сол жерде, 12-бет", "12-бет"),
        ("См.: Там же. С. 7.", "С. 7"),
        ("Указ. соч. С. 44.", "С. 44"),
        ("Орлова И.И. Указ. соч. С. 44.", "С. 44"),
        ("Орлова И.И. Указ.соч. – С. 44.", "С. 44"),
        ("Orlova, op. cit., pp. 50-52.", "pp. 50-52"),
        ("Орлова И.И. Аталған еңбек. 20-б.", "20-б"),
        ("Орлова И.И. Теория рек… С. 7.", "7"),
        ("Орлова, Теория рек, с. 7.", "с. 7"),
        ("Id. at 25.", "25"),
        ("Orlova, supra note 1, at 7.", "7"),
        ("См. сноску 1.", None),
        ("1-сілтемені қараңыз", None),
        (FULL, None),
    ],
)
def test_short_forms_mean_the_work_before(text: str, pinpoint: str | None) -> None:
    assert summary(FULL, text) == [("notes:1a", None, None), ("notes:2a", "notes:1a", pinpoint)]


def test_ibid_means_the_last_work_and_op_cit_the_authors() -> None:
    other = "Smith J. Law of Water. Oxford: OUP, 2011. P. 45."
    assert summary(FULL, other, "Ibid.", "Орлова И.И. Указ. соч. С. 3.", "Там же.") == [
        ("notes:1a", None, None),
        ("notes:2a", None, None),
        ("notes:3a", "notes:2a", None),
        ("notes:4a", "notes:1a", "С. 3"),
        ("notes:5a", "notes:1a", None),
    ]


def test_archives_and_bare_addresses_are_references_without_a_title() -> None:
    notes, _ = read(
        "ЦГА РК. Ф. 44. Оп. 1. Д. 2345. Л. 12–13.", "Там же. Л. 15.", "URL: https://example.kz/ (12.03.2024)"
    )
    (archive,), (again,), (page,) = (note.references for note in notes)
    assert archive.fields is not None and archive.fields.values["archive"].value == "ЦГА РК"
    assert (again.antecedent, again.pinpoint) == ("notes:1a", "Л. 15")
    assert page.fields is not None and page.fields.values["URL"].value == "https://example.kz/"


def test_ibid_behind_what_could_not_be_read_is_not_guessed() -> None:
    notes, remarks = read(FULL, "Case of Orlova v. Ministry, No. 12345/06, 12 May 2010.", "Ibid. P. 7.")
    assert [[one.antecedent for one in note.references] for note in notes] == [[None], [], [None]]
    assert [remark.message for remark in remarks] == ["Ibid. P. 7 means no work named before"]


def test_a_work_of_the_list_may_be_meant() -> None:
    listed = ("1. Орлова И.И. Теория рек. – М.: Наука, 2010. – 215 с.", "2. Petrov B. Lakes. – 2019. – 90 p.")
    assert summary("Орлова И.И. Указ. соч. С. 3.", listed=listed) == [("notes:1a", "original:1", "С. 3")]


def test_of_several_works_of_an_author_in_the_list_none_is_chosen() -> None:
    listed = (
        "1. Орлова И.И. Теория рек. – М.: Наука, 2010. – 215 с.",
        "2. Орлова И.И. Озёра. – М.: Наука, 2012. – 90 с.",
    )
    assert summary("Орлова И.И. Указ. соч. С. 3.", listed=listed) == [("notes:1a", None, "С. 3")]


def test_a_short_form_that_leads_nowhere_is_noted() -> None:
    notes, remarks = read("Ковалёва Л.М. Указ. соч. С. 3.")
    assert [one.antecedent for one in notes[0].references] == [None]
    (remark,) = remarks
    assert (remark.code, remark.field) == (NoteCode.CITATION_DANGLING, "/footnotes/0")
    assert remark.message == "Ковалёва Л.М. Указ. соч. С. 3 means no work named before"


@pytest.mark.parametrize("text", PACK["examples"])
def test_examples_of_the_pack_are_short_forms(text: str) -> None:
    assert [piece.kind.value for piece in pieces(text, "ru")] == ["ibid"]


@pytest.mark.parametrize("text", PACK["near_misses"])
def test_near_misses_of_the_pack_are_none(text: str) -> None:
    assert {piece.kind.value for piece in pieces(text, "ru")} == {"full"}


@pytest.mark.parametrize("unit", ["Там же. ", "; ", "См. ", "Орлова И.И. ", "2010; ", "Указ. соч. ", "https://"])
def test_a_hostile_note_is_read_in_bounded_time(unit: str) -> None:
    notes, _ = read(unit * (200_000 // len(unit)))
    assert len(notes) == 1
