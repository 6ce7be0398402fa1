"""Labels and section headings: the packs' forms, their slips, and sentences that only begin like one."""

import pytest

from multilex.packs import languages
from multilex.segment.headings import find_heading
from multilex.segment.labels import find_label, one_slip
from multilex.vocabulary import SectionRole


@pytest.mark.parametrize(
    ("text", "meaning", "lang", "label"),
    [
        ("Түйін сөздер: су, өзен", "keywords", "kk", "Түйін сөздер:"),
        ("Tүйiн сөздер: су, өзен", "keywords", "kk", "Tүйiн сөздер:"),  # Latin T and i
        ("КЛЮЧЕВЫЕ СЛОВА. вода", "keywords", "ru", "КЛЮЧЕВЫЕ СЛОВА."),
        ("Key words – water, river", "keywords", "en", "Key words –"),
        ("Keywords (5): water", "keywords", "en", "Keywords (5):"),
        ("Кілт сөздер су, өзен", "keywords", "kk", "Кілт сөздер"),
        ("Анотация. Текст", "abstract", "kk", "Анотация."),  # «Аннотация» is printed in both languages
        ("Список использованой литературы", "references", "ru", "Список использованой литературы"),
        ("Referenses", "references", "en", "Referenses"),
        ("6. References", "references", "en", "6. References"),
        ("Әдебиеттер тізімі:", "references", "kk", "Әдебиеттер тізімі:"),
    ],
)
def test_labels(text: str, meaning: str, lang: str | None, label: str | None) -> None:
    found = find_label(text, meaning)
    assert found is not None
    assert (found.lang, text[found.start : found.end]) == (lang, label)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Abstract algebra is a field of mathematics", "abstract"),
        ("References to the law are given in brackets", "references"),
        ("Литература народов Севера богата", "references"),
        ("Keyword", "abstract"),
        ("", "keywords"),
        ("Түйін", "keywords"),
    ],
)
def test_sentences_are_no_labels(text: str, meaning: str) -> None:
    assert find_label(text, meaning) is None


@pytest.mark.parametrize(
    ("text", "role", "heading"),
    [
        ("Введение", SectionRole.INTRODUCTION, "Введение"),
        ("ВВЕДЕНИЕ", SectionRole.INTRODUCTION, "ВВЕДЕНИЕ"),
        ("1 Кіріспе", SectionRole.INTRODUCTION, "1 Кіріспе"),
        ("Introduction. Rivers are long.", SectionRole.INTRODUCTION, "Introduction."),
        ("Кіріспе. Өзендер ұзын.", SectionRole.INTRODUCTION, "Кіріспе."),
        ("2. Материалы и методы исследования", SectionRole.METHODS, "2. Материалы и методы исследования"),
        ("Зерттеу материалдары мен әдістері", SectionRole.METHODS, "Зерттеу материалдары мен әдістері"),
        ("Нәтижелер мен талқылау", SectionRole.RESULTS_AND_DISCUSSION, "Нәтижелер мен талқылау"),
        ("Результаты и их обсуждение:", SectionRole.RESULTS_AND_DISCUSSION, "Результаты и их обсуждение:"),
        ("Discussion of the results", SectionRole.DISCUSSION, "Discussion of the results"),
        ("Нәтижелерді талқылау", SectionRole.DISCUSSION, "Нәтижелерді талқылау"),
        ("Заключение и выводы", SectionRole.CONCLUSION, "Заключение и выводы"),
        ("Қорытынды (Нәтижелер)", SectionRole.CONCLUSION, "Қорытынды (Нәтижелер)"),
        ("Acknowledgments", SectionRole.ACKNOWLEDGEMENTS, "Acknowledgments"),
        ("Мүдделер қақтығысы", SectionRole.CONFLICT_OF_INTEREST, "Мүдделер қақтығысы"),
        ("Information about the auhtors", SectionRole.AUTHOR_INFO, "Information about the auhtors"),
        ("Обзор литературы", SectionRole.LITERATURE_REVIEW, "Обзор литературы"),
        ("Сведения обавторах", SectionRole.AUTHOR_INFO, "Сведения обавторах"),  # a blank lost in typesetting
        ("Conflict ofinterest", SectionRole.CONFLICT_OF_INTEREST, "Conflict ofinterest"),
    ],
)
def test_headings(text: str, role: SectionRole, heading: str) -> None:
    found = find_heading(text)
    assert found is not None
    assert (found.role, text[found.start : found.end]) == (role, heading)


@pytest.mark.parametrize(
    "text",
    [
        "Results show that wages grew in 2020.",
        "Методы Гаусса применяются к системам линейных уравнений с большим числом неизвестных.",
        "Выводы суда первой инстанции не соответствуют закону, и это признал сам суд",
        "Об исследовании рек",
        "и их",  # fillers alone make no heading
        "",
    ],
)
def test_sentences_are_no_headings(text: str) -> None:
    assert find_heading(text) is None


def test_a_heading_run_into_a_paragraph_without_a_stop() -> None:
    text = "Introduction Rivers of the region carry most of their water in spring. " * 4
    found = find_heading(text)
    assert found is not None and text[found.start : found.end] == "Introduction" and not found.alone


@pytest.mark.parametrize(("text", "level"), [("1. Methods", 1), ("2.3 Methods", 2), ("2.3.1. Methods", 3)])
def test_the_level_is_that_of_the_number(text: str, level: int) -> None:
    found = find_heading(text)
    assert found is not None and found.level == level


@pytest.mark.parametrize("tag", ["kk", "ru", "en"])
def test_every_label_of_a_pack_is_found_as_printed(tag: str) -> None:
    pack = languages()[tag]
    for meaning, forms in pack.data["labels"].items():
        for form in forms:
            found = find_label(form, meaning)
            assert found is not None and found.alone, (meaning, form)


@pytest.mark.parametrize("tag", ["kk", "ru", "en"])
def test_section_roles_of_the_packs_are_known(tag: str) -> None:
    for role in languages()[tag].data["headings"]:
        assert role == "filler" or SectionRole(role)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("abcd", "abcd", True),
        ("abcd", "abd", True),
        ("abcd", "acbd", True),
        ("abcd", "abxd", True),
        ("abcd", "badc", False),
        ("abcd", "ab", False),
    ],
)
def test_one_slip(a: str, b: str, expected: bool) -> None:
    assert one_slip(a, b) is expected and one_slip(b, a) is expected
