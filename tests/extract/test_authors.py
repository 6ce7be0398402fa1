"""Authors: names as printed, their marks, affiliations and identifiers."""

import json
from pathlib import Path

import pytest

from multilex.article import Article
from multilex.extract.affiliations import extract_affiliations
from multilex.extract.authors import extract_authors
from multilex.layout.text import layout_text
from multilex.read.text import read_text
from multilex.record import Author
from multilex.segment import segment
from tests.extract.front import about_authors, affiliation, authors, front


def people(article: Article) -> tuple[Author, ...]:
    return extract_authors(article, extract_affiliations(article))


def test_marks_after_names_link_authors_to_affiliations() -> None:
    first, second = people(
        front(
            authors("Д.С. Каратаев¹, Л.П. Орехова¹,²*"),
            affiliation("¹Институт степи, Астана, Казахстан"),
            affiliation("²Университет гор, Бишкек, Кыргызстан"),
        )
    )
    assert (first.value, first.marks, first.affiliations) == ("Д.С. Каратаев", ("1",), ("ru-a1",))
    assert (second.marks, second.affiliations) == (("1", "2"), ("ru-a1", "ru-a2"))
    assert second.corresponding and not first.corresponding


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("¹Д.С. Каратаев, ²Л.П. Орехова", [("Каратаев", ("1",)), ("Орехова", ("2",))]),
        ("¹,²Д.С.Каратаев, ¹ Л.П. Орехова", [("Каратаев", ("1", "2")), ("Орехова", ("1",))]),
        ("Д.С. Каратаев 1 , Л.П. Орехова 2*", [("Каратаев", ("1",)), ("Орехова", ("2",))]),
        ("Каратаев Д.С.1, Орехова Л.П.1,2", [("Каратаев", ("1",)), ("Орехова", ("1", "2"))]),
        (
            "¹Д.С. Каратаев, Л.П. Орехова²,³ Э. Ким",
            [("Каратаев", ("1",)), ("Орехова", ("2",)), ("Ким", ("3",))],
        ),
        ("Д.С. Каратаев,¹ Л.П. Орехова²", [("Каратаев", ("1",)), ("Орехова", ("2",))]),
        ("Д.С. Каратаев^{1*}, Л.П. Орехова^{2}", [("Каратаев", ("1",)), ("Орехова", ("2",))]),
    ],
)
def test_marks_stand_before_or_after_names_raised_or_not(
    line: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(author.family, author.marks) for author in people(front(authors(line)))] == expected


def test_raised_figures_that_run_together_are_two_marks_unless_an_affiliation_bears_them() -> None:
    (author,) = people(
        front(authors("Д.С. Каратаев¹²"), affiliation("¹Институт степи"), affiliation("²Университет гор"))
    )
    assert author.marks == ("1", "2")
    twelve = [affiliation(f"{mark}Институт степи {number}") for number, mark in enumerate(("¹", "²", "¹²"))]
    (author,) = people(front(authors("Д.С. Каратаев¹²"), *twelve))
    assert author.marks == ("12",)


def test_span_is_the_printed_name_and_value_has_its_blank() -> None:
    article = front(authors("¹Д.С.Каратаев, ²Л.П.  Орехова"))
    assert [(author.text, author.value) for author in people(article)] == [
        ("Д.С.Каратаев", "Д.С. Каратаев"),
        ("Л.П.  Орехова", "Л.П. Орехова"),
    ]
    assert all(article.document.text[slice(*author.span)] == author.text for author in people(article))


def test_without_marks_all_belong_to_the_only_affiliation() -> None:
    found = people(front(authors("Д.С. Каратаев, Л.П. Орехова"), affiliation("Институт степи, Астана, Казахстан")))
    assert [author.affiliations for author in found] == [("ru-a1",), ("ru-a1",)]


def test_affiliations_under_each_author_line_belong_to_it() -> None:
    article = front(
        authors("Д.С. Каратаев"),
        affiliation("Институт степи, Астана, Казахстан"),
        authors("Л.П. Орехова"),
        affiliation("Университет гор, Бишкек, Кыргызстан"),
    )
    assert [author.affiliations for author in people(article)] == [("ru-a1",), ("ru-a2",)]


def test_an_author_line_over_two_lines_does_not_claim_what_stands_under_the_second() -> None:
    article = front(
        authors("Д.С. Каратаев,"),
        authors("Л.П. Орехова"),
        affiliation("Институт степи, Астана, Казахстан"),
        affiliation("Университет гор, Бишкек, Кыргызстан"),
    )
    assert [author.affiliations for author in people(article)] == [(), ()]


def test_the_mark_that_no_affiliation_bears_is_that_of_the_unmarked_one() -> None:
    article = front(
        authors("Д.С. Каратаев¹, Л.П. Орехова²"),
        affiliation("Институт степи, Астана, Казахстан"),
        affiliation("²Университет гор, Бишкек, Кыргызстан"),
    )
    assert [author.affiliations for author in people(article)] == [("ru-a1",), ("ru-a2",)]


def test_addresses_and_identifiers_go_to_the_name_before_them() -> None:
    article = front(
        authors("Д.С. Каратаев, Л.П. Орехова"),
        about_authors("Каратаев Д.С. – к.т.н., доцент, e-mail: one@example.kz, https://orcid.org/0000-0002-1825-0097"),
        about_authors("Орехова Л.П. – PhD, e-mail: two@example.kz"),
    )
    assert [(author.email, author.orcid) for author in people(article)] == [
        ("one@example.kz", "0000-0002-1825-0097"),
        ("two@example.kz", None),
    ]


def test_identifiers_in_the_header_follow_marks_or_the_order() -> None:
    one, two = "0000-0002-1825-0097", "0000-0001-5109-3700"
    names = authors("Д.С. Каратаев¹, Л.П. Орехова²")
    for line in (f"^2 ORCID {two}, ^1 ORCID {one}", f"ORCID {one}, {two}", f"Орехова Л.П. {two}; Каратаев Д.С. {one}"):
        assert [author.orcid for author in people(front(names, affiliation(line)))] == [one, two]


def test_names_that_affiliation_lines_begin_with_are_authors_where_no_line_names_them() -> None:
    article = front(affiliation("Каратаев Д.С. – PhD, доцент, Институт степи, Астана, Казахстан"))
    assert [(author.value, author.affiliations) for author in people(article)] == [("Каратаев Д.С.", ("ru-a1",))]


def test_authors_of_the_law_papers_are_all_right(corpus: Path) -> None:
    checked = 0
    for gold_file in sorted((corpus / "papers").glob("*.gold.json")):
        text = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt"))
        articles = segment(layout_text(read_text(text.read_bytes(), text.name)))
        found = [author for article in articles for author in people(article)]
        wanted = [
            author
            for article in json.loads(gold_file.read_text())["articles"]
            for line in article.get("author_lists", ())
            for author in line["authors"]
        ]
        for author, gold in zip(found, sorted(wanted, key=lambda one: int(one["start"])), strict=True):
            assert (author.value, author.family, author.given) == (
                gold["name"],
                gold["family"],
                gold["given"],
            )
            assert (list(author.marks), author.corresponding) == (gold["marks"], gold["corresponding"])
            checked += 1
    assert checked == 15
