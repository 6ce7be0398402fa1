"""What a sentence shows: numbers, abbreviations, words of common origin."""

import pytest

from multilex.align.words import LONGEST, evidence, vocabulary
from multilex.packs.sounds import sounds


def shown(text: str, lang: str) -> set[tuple[str, str]]:
    return {one for word in evidence(text, vocabulary(lang)) for one in word}


def in_common(first: str, lang: str, second: str, other: str) -> set[str]:
    return {kind for kind, _ in shown(first, lang) & shown(second, other)}


@pytest.mark.parametrize(
    ("ru", "en"),
    [
        ("86,1 %", "86.1 %"),
        ("17 425 человек", "17,425 people"),
        ("в XIX веке", "in the 19th century"),
        ("№ 961", "No. 961"),
    ],
)
def test_a_number_is_one_however_it_is_written(ru: str, en: str) -> None:
    assert "number" in in_common(ru, "ru", en, "en")


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("методология", "methodology"), ("функция", "function"), ("Каримов", "Karimov"), ("Жұмабаев", "Zhumabayev")],
)
def test_common_roots_and_names_sound_alike(cyrillic: str, latin: str) -> None:
    assert sounds(cyrillic.casefold())[:4] == sounds(latin.casefold())[:4]


def test_abbreviations_keep_their_case_endings_apart() -> None:
    assert "acronym" in in_common("БҰҰ-ның шешімі", "kk", "решение ООН", "ru")


def test_keywords_of_the_paper_are_evidence_in_any_form() -> None:
    kk, en = vocabulary("kk", ["ақбөкен", ""]), vocabulary("en", ["saiga", "steppe fox"])
    first = {one for word in evidence("Ақбөкендердің саны", kk) for one in word}
    second = {one for word in evidence("the saigas", en) for one in word}
    assert ("keyword", "0") in first & second


def test_a_hostile_sentence_is_looked_at_no_further_than_its_first_words() -> None:
    assert len(evidence(" ".join(f"слово{i:05}" for i in range(100_000)), vocabulary("ru"))) <= 2 * LONGEST
    assert evidence("1" * 1_000_000, vocabulary("ru")) != ()
