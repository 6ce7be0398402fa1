"""The term list: its form, and that its stems find the words they are meant for."""

import pytest
import regex

from multilex.packs import terms

SCRIPTS = {"kk": r"\p{Cyrillic}", "ru": r"\p{Cyrillic}", "en": r"\p{Latin}"}


def test_every_row_says_its_meaning_in_all_three_languages() -> None:
    assert len(terms.rows()) >= 1500
    assert [row for row in terms.rows() if len(row) != 3 or not all(row)] == []


@pytest.mark.parametrize("lang", terms.COLUMNS)
def test_stems_are_written_in_the_letters_of_their_language(lang: str) -> None:
    column = terms.COLUMNS.index(lang)
    foreign = "A-Za-z" if lang != "en" else "Ѐ-ӿ"
    latin_abbreviations = {"phd", "COVID", "covid"}
    wrong = [
        way
        for row in terms.rows()
        for way in row[column]
        if regex.search(f"[{foreign}]", way) and way not in latin_abbreviations
    ]
    assert wrong == []


def same(lang: str, word: str, other_lang: str, other: str) -> bool:
    return bool(set(terms.index(lang).meanings(word)) & set(terms.index(other_lang).meanings(other)))


@pytest.mark.parametrize(
    ("kk", "ru", "en"),
    [
        ("зерттеудің", "исследования", "study"),
        ("заңнамасын", "законодательства", "legislation"),
        ("көші-қонның", "миграционной", "migration"),
        ("тиімділігін", "эффективности", "efficiency"),
        ("көлдердің", "озёра".replace("ё", "е"), "lakes"),
        ("ЕАЭО", "ЕАЭС", "EAEU"),
        ("БҰҰ", "ООН", "UN"),
        ("қаңтар", "января", "january"),
        ("қырық", "сорока", "forty"),
    ],
)
def test_inflected_forms_of_one_meaning(kk: str, ru: str, en: str) -> None:
    assert same("kk", kk, "ru", ru)
    assert same("ru", ru, "en", en)
    assert same("kk", kk, "en", en)


def test_the_longest_stem_decides() -> None:
    assert not same("kk", "заңсыз", "en", "laws")  # illegal, though it begins as law
    assert not same("ru", "правительства", "en", "rights")  # government, though it begins as right


def test_a_short_stem_takes_no_second_word_for_an_ending() -> None:
    assert terms.index("ru").meanings("годограф") == ()


def test_stems_in_a_row_stand_for_words_in_a_row() -> None:
    kk = set(terms.index("kk").phrases(("адам", "саудасына", "қарсы")))
    assert kk & set(terms.index("en").phrases(("human", "trafficking")))
    assert not set(terms.index("en").phrases(("human", "rights"))) & kk
