"""People: one number per person across languages; addresses and their owners; what contradicts is noted."""

from typing import Any

import pytest

from multilex.extract.people import affiliation_notes, join_people, link_emails
from multilex.record import Affiliation, Author, Email
from multilex.vocabulary import NoteCode


def author(identifier: str, given: str, family: str, **fields: Any) -> Author:
    language = identifier.split("-")[0]
    value = f"{given} {family}"
    return Author(
        text=value,
        span=(0, 0),
        rule="test",
        id=identifier,
        lang=language,
        value=value,
        family=family,
        given=given,
        **fields,
    )


def email(value: str, lang: str = "ru", mark: str | None = None) -> Email:
    return Email(text=value, span=(0, 0), rule="test", value=value, lang=lang, mark=mark)


def persons(*authors: Author) -> dict[str, int | None]:
    return {one.id: one.person for one in join_people(authors)}


def test_the_same_order_gives_the_same_persons() -> None:
    assert persons(
        author("kk-1", "Д.С.", "Қаратаев"),
        author("kk-2", "Л.П.", "Орехова"),
        author("en-1", "D.S.", "Karatayev"),
        author("en-2", "L.P.", "Orekhova"),
    ) == {"kk-1": 1, "kk-2": 2, "en-1": 1, "en-2": 2}


def test_names_decide_where_the_order_flips() -> None:
    assert persons(
        author("ru-1", "Д.С.", "Каратаев"),
        author("ru-2", "Л.П.", "Орехова"),
        author("en-1", "L.P.", "Orekhova"),
        author("en-2", "D.S.", "Karatayev"),
    ) == {"ru-1": 1, "ru-2": 2, "en-1": 2, "en-2": 1}


def test_a_misspelt_name_in_the_same_place_is_the_same_person() -> None:
    assert persons(author("ru-1", "Д.С.", "Каратаев"), author("en-1", "D.S.", "Qaratai"))["en-1"] == 1


def test_another_name_is_another_person_even_when_counts_agree() -> None:
    assert persons(author("ru-1", "Д.С.", "Каратаев"), author("en-1", "M.", "Smith"))["en-1"] == 2


def test_one_language_may_leave_an_author_out() -> None:
    numbers = persons(
        author("ru-1", "Д.С.", "Каратаев"),
        author("ru-2", "Л.П.", "Орехова"),
        author("en-1", "L.P.", "Orekhova"),
    )
    assert numbers["en-1"] == numbers["ru-2"] == 2


def test_family_and_given_name_may_change_places() -> None:
    numbers = persons(
        author("kk-1", "Хюльсман", "Питер"),
        author("kk-2", "Ж.Е.", "Қожабек"),
        author("ru-1", "Ж.Е.", "Кожабек"),
        author("ru-2", "Питер", "Хюльсман"),
    )
    assert numbers["ru-2"] == numbers["kk-1"] != numbers["ru-1"]


def test_husband_and_wife_are_two_persons() -> None:
    numbers = persons(
        author("ru-1", "А.К.", "Каратаева"),
        author("ru-2", "А.К.", "Каратаев"),
        author("en-1", "A.K.", "Karatayev"),
    )
    assert numbers["en-1"] == numbers["ru-2"]


KARATAYEV, OREKHOVA = (
    author("ru-1", "Д.С.", "Каратаев", person=1),
    author("ru-2", "Л.П.", "Орехова", person=2),
)


@pytest.mark.parametrize(
    ("address", "owner"),
    [
        ("karatayev@example.kz", "ru-1"),
        ("orexova_lp@example.kz", "ru-2"),
        ("l.orekhova81@example.kz", "ru-2"),
        ("info@example.kz", None),
        ("sport77@example.kz", None),
    ],
)
def test_an_address_goes_to_the_name_that_it_spells(address: str, owner: str | None) -> None:
    _, (linked,), _ = link_emails([KARATAYEV, OREKHOVA], [email(address)])
    assert linked.author == owner


def test_the_star_owns_the_only_address_whatever_it_spells() -> None:
    starred = OREKHOVA.model_copy(update={"corresponding": True})
    people, (linked,), _ = link_emails([KARATAYEV, starred], [email("sport77@example.kz", mark="*")])
    assert linked.author == "ru-2"
    assert [one.email for one in people] == [None, "sport77@example.kz"]


def test_an_address_follows_its_person_into_another_language() -> None:
    english = author("en-1", "D.S.", "Karatayev", person=1), author("en-2", "L.P.", "Orekhova", person=2)
    starred = OREKHOVA.model_copy(update={"corresponding": True})
    _, linked, notes = link_emails(
        [KARATAYEV, starred, *english], [email("sport77@example.kz", "ru"), email("sport77@example.kz", "en")]
    )
    assert [one.author for one in linked] == ["ru-2", "en-2"]
    assert notes == ()


def test_numbers_before_addresses_are_marks_of_authors() -> None:
    pair = KARATAYEV.model_copy(update={"marks": ("1",)}), OREKHOVA.model_copy(update={"marks": ("2",)})
    _, linked, _ = link_emails(pair, [email("sport77@example.kz", mark="²"), email("info@example.kz", mark="¹")])
    assert [one.author for one in linked] == ["ru-2", "ru-1"]


def test_one_address_printed_in_two_ways_is_noted() -> None:
    _, _, notes = link_emails([KARATAYEV], [email("karatayev@example.kz"), email("Karatayev@example.kz")])
    assert [note.code for note in notes] == [NoteCode.EMAIL_DUPLICATE]


def test_languages_with_different_numbers_of_authors_are_noted() -> None:
    _, _, notes = link_emails([KARATAYEV, OREKHOVA, author("en-1", "L.P.", "Orekhova", person=2)], [])
    assert [note.code for note in notes] == [NoteCode.COUNT_DIFFERS]


def test_marks_without_affiliation_and_affiliations_without_author_are_noted() -> None:
    institute = Affiliation(text="x", span=(0, 1), rule="test", id="ru-a1", lang="ru", value="x", mark="3")
    lone = KARATAYEV.model_copy(update={"marks": ("1",)})
    codes = [note.code for note in affiliation_notes([lone], [institute])]
    assert codes == [NoteCode.AFFILIATION_DANGLING, NoteCode.AFFILIATION_DANGLING]
    linked = KARATAYEV.model_copy(update={"marks": ("3",), "affiliations": ("ru-a1",)})
    assert affiliation_notes([linked], [institute]) == ()
