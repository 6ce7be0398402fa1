"""Tags on plain strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import multilex
from multilex.errors import OptionError
from multilex.tagging import UNASKED


def tags(text: str, *only: str) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.text, one.value) for one in multilex.tag(text, only=only or None).findings]


def test_codes_take_the_name_of_their_scheme() -> None:
    line = "МРНТИ 10.87.27; УДК 341.2, https://doi.org/10.12345/ab.1 ISSN 2049-3630"
    assert tags(line, "codes") == [
        ("irsti", "10.87.27", "10.87.27"),
        ("udc", "341.2", "341.2"),
        ("doi", "https://doi.org/10.12345/ab.1", "10.12345/ab.1"),
        ("issn", "2049-3630", "2049-3630"),
    ]


def test_a_date_is_no_code() -> None:
    assert tags("12.06.2025", "codes") == []
    assert tags("12.06.2025", "dates") == [("date", "12.06.2025", "2025-06-12")]


def test_a_labelled_date_says_what_happened_and_a_year_alone_is_no_date() -> None:
    assert tags("Поступила в редакцию 12.03.2024. Обзор 2020 года", "dates") == [
        ("received", "12.03.2024", "2024-03-12")
    ]


def test_the_language_is_told_with_its_stretch() -> None:
    tagged = multilex.tag("  Нарықтық экономика жағдайында ", only=["language"])
    assert (tagged.lang, tagged.findings[0].start, tagged.findings[0].text) == (
        "kk",
        2,
        "Нарықтық экономика жағдайында",
    )
    assert multilex.tag("341.2").lang == "und"


def test_only_what_is_asked_for() -> None:
    line = "УДК 341.2, a@example.kz"
    assert [kind for kind, _, _ in tags(line, "emails")] == ["email"]
    assert [kind for kind, _, _ in tags(line)] == ["udc", "email"]
    with pytest.raises(OptionError, match="no kind 'laws': choose among codes, language, dates, emails"):
        multilex.tag(line, only=["laws"])


@given(st.text(alphabet=st.sampled_from("УДКМРНТИ 0123456789.;-@aбқ\n,¹№«»[]/:xX"), max_size=80))
def test_each_finding_is_the_text_at_its_span(text: str) -> None:
    tagged = multilex.tag(text)
    assert tagged.text == text
    assert all(one.text == text[one.start : one.end] != "" for one in tagged.findings)
    assert multilex.tag(text, only=list(UNASKED)) == tagged


def test_a_string_is_read_as_a_reference_when_asked() -> None:
    found = tags("Орлова А.Б. Реки степи // Вестник географии. – 2019. – № 2. – С. 5–9.", "references")
    assert ("author", "Орлова А.Б.", "Орлова, А.Б.") in found
    assert ("page", "5–9", "5-9") in found
    assert tags("Реки степи") == [("language", "Реки степи", "ru")]


def test_acts_have_their_key_and_their_places_and_judgments_stay_apart() -> None:
    line = "Согласно ст. 5 Закона РК «О рекламе» от 19 декабря 2003 года № 508-II; ср. Roe v. Wade"
    assert tags(line, "acts") == [
        ("pinpoint", "ст. 5", "article 5"),
        ("act", "Закона РК «О рекламе» от 19 декабря 2003 года № 508-II", "kz/law/2003-12-19/508-II"),
        ("case", "Roe v. Wade", "Roe v. Wade"),
    ]
