"""References in CSL fields."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multilex.extract.reference_fields import parse_reference
from multilex.record import ParsedReference, Span
from multilex.vocabulary import State
from tests.extract.marked_references import f1, marked_references, outcomes, whole


def values(text: str) -> dict[str, str]:
    return {name: field.value for name, field in parse_reference(text).values.items()}


def places(parsed: ParsedReference) -> list[tuple[str, Span]]:
    """Printed text and span of every field and name."""
    names = [(name.text, name.span) for people in parsed.names.values() for name in people]
    return [*names, *((value.text, value.span) for value in parsed.values.values())]


def authors(text: str) -> list[str]:
    names = parse_reference(text).names.get("author", ())
    return [name.literal or f"{name.family} {name.given}" for name in names]


OWN = [("held_out", 0.96, 0.80), ("tuning", 0.98, 0.95), ("examiner", 0.97, 0.84), ("second", 0.95, 0.78)]
"""Least F1 of fields and share of whole references.

The examiner's at first sight (26 November 2026): 0.941 and 0.711; with ten of the marks corrected 0.950 and 0.770.
The second examiner's with the rules of the hour when they were finished: 0.947 and 0.738; later 0.952 and 0.754; with
seven of the marks corrected 0.957 and 0.803.
"""


@pytest.mark.parametrize(("name", "fields", "items"), OWN)
def test_fields_of_our_own_references(name: str, fields: float, items: float) -> None:
    references = marked_references(name)
    read = outcomes(references)
    assert len(references) > 100
    assert f1(read) >= fields
    assert whole(read) >= items


@pytest.mark.parametrize("name", ["held_out", "tuning"])
def test_every_field_points_at_its_characters(name: str) -> None:
    for one in marked_references(name):
        parsed = parse_reference(one.text)
        found = places(parsed)
        assert found
        assert all(text == one.text[start:end] != "" for text, (start, end) in found)


def test_a_journal_article_in_the_style_of_gost() -> None:
    text = "Орлова А.Б., Ли В.Г. Реки степи: очерк // Вестник географии. Серия 2. – 2019. – Т. 4, № 2 (15). – С. 5–9."
    assert authors(text) == ["Орлова А.Б.", "Ли В.Г."]
    assert values(text) == {
        "issued": "2019",
        "volume": "4",
        "issue": "2 (15)",
        "page": "5-9",
        "title": "Реки степи: очерк",
        "container-title": "Вестник географии. Серия 2",
    }


def test_names_left_out_are_kept_as_such() -> None:
    for text in ("Орлова А.Б. и др. Реки. – М.: Ясень, 2001.", "Ли В. т.б. Өзендер. – Алматы: Терек, 2001."):
        assert parse_reference(text).others == ("author",)
    assert parse_reference("Lee V., et al. Rivers // Lakes. – 2001. – № 3.").others == ("author",)
    assert parse_reference("Lee V. Rivers // Lakes. – 2001. – № 3.").others == ()


def test_where_the_names_stand_after_the_slash_they_are_authors_and_the_repeated_ones_are_not_doubled() -> None:
    assert authors("Реки степи: учебник / А.Б. Орлова, В.Г. Ли. – М.: Ясень, 2001.") == ["Орлова А.Б.", "Ли В.Г."]
    assert authors("Орлова, А.Б. Реки степи / А.Б. Орлова. – М.: Ясень, 2001.") == ["Орлова А.Б."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Орлова А.Б. Реки: дис. ... канд. геогр. наук: 25.00.23. – Омск, 2004. – 150 с.", "thesis"),
        ("Орлова А.Б. Реки // Тезисы докладов IV съезда гидрологов. – Омск, 2004. – С. 5.", "paper-conference"),
        ("Орлова А.Б. Реки // В кн.: Воды степей. – Омск: Ясень, 2004. – С. 5-19.", "chapter"),
        ("ГОСТ 1.0-2015. Стандартизация. – М.: Ясень, 2016. – 20 с.", "standard"),
        ("Закон Республики Казахстан от 9 июля 2003 года № 481 «О реках».", "legislation"),
        ("Пат. 21345 РФ. Способ очистки рек / Орлова А.Б.; опубл. 20.01.2009.", "patent"),
        ("Реки степи [Электронный ресурс]. – URL: https://reki.example/ (дата обращения: 01.02.2020).", "webpage"),
        ("Lee, V. (2020). River gauges [Data set]. Gauge House. https://doi.org/10.5555/abc", "dataset"),
        ("Орлова А.Б. Реки степи. – М.: Ясень, 2001. – 99 с.", "book"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert parse_reference(text).type == kind


def test_what_is_repaired_keeps_the_printed_form() -> None:
    broken = parse_reference("Реки степи. URL: https://reki.example /a/b.").values["URL"]
    assert (broken.value, broken.text, broken.state) == (
        "https://reki.example/a/b",
        "https://reki.example /a/b",
        State.REPAIRED,
    )
    doi = parse_reference("Lee V. Rivers // Lakes. – 2001. – № 3. DOI: 10.5555/аbc").values["DOI"]
    assert (doi.value, doi.text, doi.state) == ("10.5555/abc", "10.5555/аbc", State.REPAIRED)


def test_a_translated_title_stands_beside_the_title() -> None:
    found = values("Orlova, A.B. (2011). Reki stepi [Rivers of the steppe]. Almaty: Terek [in Russian].")
    assert (found["title"], found["title-translation"]) == ("Reki stepi", "Rivers of the steppe")
    assert "title-translation" not in values("Орлова А.Б. Реки степи [Текст]. – М.: Ясень, 2001.")


def test_what_no_field_took_stays_marked() -> None:
    text = "Орлова А.Б. Реки степи. – М.: Ясень, 2001. – 99 с. – Экз. из частного собрания"
    unparsed = [text[start:end] for start, end in parse_reference(text).unparsed]
    assert any("частного собрания" in stretch for stretch in unparsed)


def test_letters_with_their_marks_apart_are_read_and_pointed_at() -> None:
    text = "Орлова А.Б. Реки [Электронныи\u0306 ресурс]. – М.: Ясень, 2001. – 99 с."
    parsed = parse_reference(text)
    assert parsed.values["medium"].text == "Электронныи\u0306 ресурс"
    assert text[slice(*parsed.values["publisher"].span)] == "Ясень"


def test_json_round_trip_and_csl() -> None:
    parsed = parse_reference("Lee, V. (2020). River gauges. Gauge House.", lang="en")
    assert ParsedReference.model_validate_json(parsed.model_dump_json()) == parsed
    assert parsed.csl() == {
        "type": "book",
        "author": [{"family": "Lee", "given": "V."}],
        "issued": {"date-parts": [[2020]]},
        "title": "River gauges",
        "publisher": "Gauge House",
        "language": "en",
    }
    assert json.loads(parsed.model_dump_json())["type"] == "book"


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from('АБвгд Lorem.,:;/–-«»"[]()№CС0123456789ТVhtps\n\u0306'), max_size=160))
def test_any_string_is_read_and_spans_hold(text: str) -> None:
    parsed = parse_reference(text)
    for printed, (start, end) in places(parsed):
        assert 0 <= start < end <= len(text)
        assert printed == text[start:end]
    assert all(0 <= start < end <= len(text) for start, end in parsed.unparsed)


def test_of_a_line_that_is_no_reference_the_beginning_is_read_and_the_rest_kept() -> None:
    text = "Орлова А.Б. Реки степи. – М.: Ясень, 2001. " * 5000
    parsed = parse_reference(text)
    assert parsed.names["author"][0].family == "Орлова"
    assert parsed.unparsed[-1][1] == len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "https://a",
        "2019 (",
        "Abc Def, ",
        "А.А. ",
        "дис. канд. ",
        "№ 1 [",
        "1-2; ",
        "Ф. 1. Оп. 1. Д. 1, ",
        "12-13 мая - ",
    ],
)
def test_hostile_lines_cost_little(piece: str) -> None:
    began = time.process_time()
    parse_reference(piece * 500)
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Орлова А.Б. Реки // Степь. – 2019. – Вып. 2(54). – С. 5–9.", {"issue": "2(54)", "page": "5-9"}),
        ("Орлова А.Б. Реки // Степь. 2019 № 2 С. 5–9.", {"issued": "2019", "issue": "2"}),
        ("Orlova A.B. Rivers // Steppe. – 2003. – Vol. 33. – P. 1851-1856.", {"issued": "2003", "page": "1851-1856"}),
        ("Орлова А.Б. Реки. – Казань, 2008. – 40 с.", {"issued": "2008", "publisher-place": "Казань"}),
        ("Lee V. Rivers. J. Steppe 2014;48(2):112-9.", {"volume": "48", "issue": "2", "page": "112-9"}),
        ('A. Lee, "Rivers of ice," in Proc. Int. Conf. Ice, 2017, pp. 1–6.', {"title": "Rivers of ice", "page": "1-6"}),
        ("Орлова А.Б. Реки: в 2 т. – М.: Ясень, 2001. – Т. 2. – 99 с.", {"number-of-volumes": "2", "volume": "2"}),
        ("Сериков Д. Өзендер // Дала. – 2019. – 56-том, № 3. – 44-52-б.", {"volume": "56", "page": "44-52"}),
    ],
)
def test_where_a_work_stands_in_its_host(text: str, expected: dict[str, str]) -> None:
    found = values(text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "archive", "place"),
    [
        ("ЦГА РК. Ф. 64. Оп. 1. Д. 509. Л. 12–14.", "ЦГА РК", "Ф. 64. Оп. 1. Д. 509. Л. 12–14"),
        ("Отчет губернатора // АП РК, ф. И-141, оп. 1, д. 17, л. 3 об.", "АП РК", "ф. И-141, оп. 1, д. 17, л. 3 об."),
        ("ҚР ОММ. 64-қор, 1-тізбе, 125-іс, 12-парақ.", "ҚР ОММ", "64-қор, 1-тізбе, 125-іс, 12-парақ"),
        ("CSA RK. F. 30. Op. 1. D. 44. L. 2.", "CSA RK", "F. 30. Op. 1. D. 44. L. 2"),
    ],
)
def test_documents_of_archives(text: str, archive: str, place: str) -> None:
    assert parse_reference(text).type == "manuscript"
    assert (values(text)["archive"], values(text)["archive_location"]) == (archive, place)


def test_a_number_before_the_reference_is_no_part_of_it() -> None:
    for number in ("12. ", "[3] ", "7) ", ""):
        assert authors(f"{number}Орлова А.Б. Реки степи. – М.: Ясень, 2001. – 99 с.") == ["Орлова А.Б."]


def test_romanised_months_and_accesses_in_any_language() -> None:
    assert values("Qazaqstan Respublikasynyñ Eñbek kodeksi 2015 jylğy 23 qaraşadağy № 414-V.")["issued"] == "2015-11-23"
    for label in (
        "дата обращения: 1.02.2020",
        "қаралған күні: 01.02.2020",
        "accessed 1 February 2020",
        "data obrashcheniya: 1.02.2020",
    ):
        assert values(f"Реки степи. URL: https://reki.example/ ({label}).")["accessed"] == "2020-02-01"
