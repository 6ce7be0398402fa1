"""Spellings of one name across scripts, and names that only look alike."""

import pytest

from multilex.extract.name_lattice import same_initials, same_name, spelt_length

SAME = [
    ("Хамитов", "Khamitov"), ("Хамитов", "Hamitov"), ("Жұмабек", "Zhumabek"),
    ("Жұмабек", "Jumabek"), ("Қасым", "Kassym"), ("Қасым", "Qasym"),
    ("Щукина", "Shchukina"), ("Щукина", "Shhukina"), ("Цой", "Tsoi"),
    ("Цой", "Tsoy"), ("Ясин", "Yasin"), ("Ясин", "Iassin"),
    ("Юрьев", "Yuriev"), ("Ельцов", "Yeltsov"), ("Борский", "Borskiy"),
    ("Борский", "Borsky"), ("Борский", "Borskii"), ("Ғалым", "Galym"),
    ("Ғалым", "Ghalym"), ("Өтеген", "Utegen"), ("Өтеген", "Otegen"),
    ("Әлім", "Alim"), ("Әлім", "Älim"), ("Шоқан", "Şoqan"),
    ("Ахметова", "Axmetova"), ("Айтжан", "Aitzhan"), ("Сейіт", "Seiit"),
    ("Өскенбай", "Ускенбай"), ("Көшербай", "Кошербай"), ("Жұмабек", "Джумабек"),
    ("Александр", "Alexandr"), ("Қасымов", "Касымов"), ("Сәрсен", "Сарсен"),
]  # fmt: skip
DIFFERENT = [
    ("Хамитов", "Khamitova"), ("Хамитов", "Хамитова"), ("Ли", "Lim"),
    ("Ким", "Kuma"), ("Жұмабек", "Zhumagali"), ("Орлов", "Orlovsky"),
    ("Серік", "Berik"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), SAME)
def test_spellings_of_one_name_match_in_both_directions(first: str, second: str) -> None:
    assert same_name(first, second) and same_name(second, first)


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_other_names_do_not(first: str, second: str) -> None:
    assert not same_name(first, second) and not same_name(second, first)


def test_look_alikes_of_the_other_script_are_read_as_meant() -> None:
    latin_a_in_cyrillic, cyrillic_a_in_latin = "Хaмитов", "Khаmitov"
    assert same_name(latin_a_in_cyrillic, "Khamitov") and same_name("Хамитов", cyrillic_a_in_latin)


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("Ж.А.", "Zh.A.", True), ("Ж.А.", "J.", True), ("Е.", "Ye.", True), ("Х.К.", "Kh.", True),
        ("Ш.", "S.", True), ("Жанар", "Zh.", True), ("А.Б.", "A.V.", False),
        ("С.", "Sh.", False), (None, "A.", True),
    ],
)  # fmt: skip
def test_initials_agree_as_far_as_both_are_printed(first: str | None, second: str | None, agree: bool) -> None:
    assert same_initials(first, second) is agree


def test_a_long_hostile_name_is_read_in_no_time() -> None:
    assert not same_name("ы" * 100_000, "y" * 100_000 + "z" * 10)


def test_how_much_of_a_name_the_beginning_of_a_text_spells() -> None:
    assert spelt_length("Хамитова", "khamitov_k") == 7
    assert spelt_length("Хамитова", "omarov") == 0
