"""Ends of lines. A bar stands where the line ended."""

import pytest

from multilex import packs
from multilex.layout.hyphens import Words, join


def joined(cut: str, *evidence: str) -> str:
    before, after = cut.split("|")
    keep, blank = join(before, after, Words([*evidence, before, after]))
    return (before if keep else before[:-1]) + " " * blank + after


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("the legis-|lation of", "the legislation of"),
        ("законода-|тельство о труде", "законодательство о труде"),
        ("еңбек көші-|қон саясаты", "еңбек көші-қон саясаты"),
        ("социально-|экономических условий", "социально-экономических условий"),
        ("нормативно-пра-|вовых актов", "нормативно-правовых актов"),
        ("дополнительно-|го образования", "дополнительного образования"),
        ("ответственно-|стью сторон", "ответственностью сторон"),
        ("в 2023-|2027 годы", "в 2023-2027 годы"),
        ("от 22 июля № 477-|IV «О миграции»", "от 22 июля № 477-IV «О миграции»"),
        ("на 5-|бабында", "на 5-бабында"),
        ("Нью-|Йорк", "Нью-Йорк"),
        ("IT-|технологии", "IT-технологии"),
        ("web-|сайты", "web-сайты"),
        ("микро-|и макроструктура", "микро- и макроструктура"),
        ("so\u00ad|cial", "social"),
        ("по мнению А.С.Ива-|нова", "по мнению А.С.Иванова"),
        ("одно слово|и другое", "одно слово и другое"),
        ("и/|или", "и/или"),
        ("годы 2023–|2027", "годы 2023–2027"),
        ("Казахстан –|страна", "Казахстан – страна"),
        ("Название //|Журнал", "Название // Журнал"),
    ],
)
def test_words(cut: str, whole: str) -> None:
    assert joined(cut) == whole


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("https://example.kz/rus/|docs/Z11", "https://example.kz/rus/docs/Z11"),
        ("https://example.org/world-report-|2022-russian.", "https://example.org/world-report-2022-russian."),
        ("https://|www.example.org/a", "https://www.example.org/a"),
        ("DOI: https://doi.org/10.1000/|978019.001", "DOI: https://doi.org/10.1000/978019.001"),
        ("https://example.org/page|(accessed 2024)", "https://example.org/page (accessed 2024)"),
        ("https://example.org/docs.|Next sentence", "https://example.org/docs. Next sentence"),
        ("see https://example.org/a|https://example.org/b", "see https://example.org/a https://example.org/b"),
        ("e-mail: someone@|example.kz", "e-mail: someone@example.kz"),
    ],
)
def test_addresses(cut: str, whole: str) -> None:
    assert joined(cut) == whole


def test_the_file_itself_knows_best() -> None:
    assert joined("a nation-|state", "the nationstate of old") == "a nationstate"
    assert joined("вице-|министр", "был вицеминистром") == "вицеминистр"
    assert joined("long-|standing", "a longstanding one") == "longstanding"
    assert joined("көз-|қарас", "деген көз-қарастар бар") == "көз-қарас"
    assert joined("on https://some-|site.org/x", "at https://somesite.org/y") == "on https://somesite.org/x"


def test_a_word_cut_at_a_line_end_is_no_evidence() -> None:
    words = Words(["the gram-", "mar of it", "gram-mar"])
    assert (words.count("gram"), words.count("mar"), words.count("gram-mar")) == (0, 0, 1)


def test_a_hostile_line_takes_no_time() -> None:
    line = "a-" * 2_000_000
    assert join(line, line, Words([line[:1000]]))[1] is False
    assert join("/" * 2_000_000, "@" * 2_000_000, Words([])) is not None


def test_no_first_part_is_listed_on_both_sides() -> None:
    table = packs.table("hyphenation")
    assert not set(table["keeps"]) & set(table["never"])
    assert all("-" in pair for pair in table["pairs"])
