"""Affiliations: one per organisation, however they are printed."""

import pytest

from multilex.extract.affiliations import extract_affiliations, parts_of
from tests.extract.front import affiliation, authors, front


def values(*lines: str) -> list[tuple[str | None, str | None]]:
    return [(one.mark, one.value) for one in extract_affiliations(front(*map(affiliation, lines)))]


STEPPE, HILLS = "Институт степи, Астана, Казахстан", "Университет гор, Бишкек, Кыргызстан"


@pytest.mark.parametrize(
    "lines",
    [
        (f"¹{STEPPE}", f"²{HILLS}"),
        (f"¹{STEPPE} ²{HILLS}",),
        (f"¹{STEPPE},² {HILLS},",),
        (f"1 {STEPPE}, 2 {HILLS}",),
        (f"^1 {STEPPE};", f"^2 {HILLS}"),
        (f"^{{1}}{STEPPE}; ^{{2}}{HILLS}",),
        ("¹Институт степи,", "Астана, Казахстан,", "²Университет гор,", "Бишкек, Кыргызстан"),
    ],
)
def test_marked_affiliations_are_cut_at_their_marks(lines: tuple[str, ...]) -> None:
    assert values(*lines) == [("1", STEPPE), ("2", HILLS)]


@pytest.mark.parametrize(
    "lines",
    [(STEPPE, HILLS), (f"{STEPPE}; {HILLS}",), ("Институт степи", "г. Астана, Казахстан", HILLS)],
)
def test_unmarked_affiliations_end_with_their_place(lines: tuple[str, ...]) -> None:
    found = [value for _, value in values(*lines)]
    assert len(found) == 2
    assert found[0] is not None and found[0].startswith("Институт степи") and found[0].endswith("Казахстан")
    assert found[1] == HILLS


def test_an_affiliation_over_two_lines_is_one_finding_with_its_whole_span() -> None:
    article = front(affiliation("Министерство степи Республики Казахстан,"), affiliation("г. Астана, Казахстан"))
    (one,) = extract_affiliations(article)
    assert one.value == "Министерство степи Республики Казахстан, г. Астана, Казахстан"
    assert article.document.text[slice(*one.span)] == one.text


def test_several_marks_are_one_affiliation_of_several_authors() -> None:
    assert values("¹,²Университет гор, Республика Казахстан, г. Павлодар")[0][0] == "1,2"


def test_a_street_number_is_no_mark() -> None:
    line = "1 Институт степи, пр. Мира, 2, Астана, Казахстан"
    assert values(line) == [("1", "Институт степи, пр. Мира, 2, Астана, Казахстан")]


@pytest.mark.parametrize(
    "line",
    [
        f"{HILLS} (e-mail: *author@example.kz)",
        f"{HILLS}, e-mail: author@example.kz",
        f"доктор юридических наук, профессор кафедры права, {HILLS}",
        f"Д.С. Каратаев – PhD, доцент, {HILLS}",
        f"PhD, {HILLS}, ORCID: 0000-0002-1825-0097",
    ],
)
def test_posts_addresses_and_identifiers_are_no_part_of_it(line: str) -> None:
    assert values(line) == [(None, HILLS)]


def test_lost_blanks_are_mended_in_the_value_only() -> None:
    (one,) = extract_affiliations(front(affiliation("¹UniversityofHills,Kazakhstan", "en")))
    assert (one.text, one.value) == ("UniversityofHills,Kazakhstan", "University of Hills, Kazakhstan")


def test_raised_letters_are_marks() -> None:
    assert values(f"^{{a}} {STEPPE}", f"^{{b}} {HILLS}") == [("a", STEPPE), ("b", HILLS)]


def test_lines_of_posts_or_addresses_alone_are_no_affiliations() -> None:
    assert values("PhD, доцент", "e-mail: author@example.kz") == []


def test_each_language_counts_from_one() -> None:
    article = front(
        authors("Д.С. Каратаев"),
        affiliation(HILLS),
        authors("D.S. Karatayev", "en"),
        affiliation("Hill University", "en"),
    )
    assert [one.id for one in extract_affiliations(article)] == ["ru-a1", "en-a1"]


@pytest.mark.parametrize(
    ("value", "organisation", "city", "country"),
    [
        ("Hill University, Almaty, Kazakhstan", "Hill University", "Almaty", "Kazakhstan"),
        (
            "Hill University, 050010, 13 Abai Ave., Almaty, Kazakhstan",
            "Hill University",
            "Almaty",
            "Kazakhstan",
        ),
        ("Дала университеті, Алматы қ., Қазақстан", "Дала университеті", "Алматы", "Қазақстан"),
        ("Университет гор, Астана. Казахстан", "Университет гор", "Астана", "Казахстан"),
        (
            "Академия гор Кыргызской Республики, Кыргызстан",
            "Академия гор Кыргызской Республики",
            None,
            "Кыргызстан",
        ),
        (
            "Қырғыз Республикасы Тау академиясы, Қырғызстан",
            "Қырғыз Республикасы Тау академиясы",
            None,
            "Қырғызстан",
        ),
        ("АО «Горы, степь и море», Актау", "АО «Горы, степь и море»", "Актау", None),
        ("Hill University, Nowhereton, Kazakhstan", "Hill University", "Nowhereton", "Kazakhstan"),
        ("Hill University, Nowhereton", "Hill University, Nowhereton", None, None),
        ("School of Law, Hill University, Kazakhstan", "School of Law, Hill University", None, "Kazakhstan"),
        ("Университет Алматы", "Университет Алматы", None, None),
    ],
)
def test_places_at_the_end_are_city_and_country(
    value: str, organisation: str, city: str | None, country: str | None
) -> None:
    parts = parts_of(value)
    assert (parts.organisation, parts.city, parts.country) == (organisation, city, country)
