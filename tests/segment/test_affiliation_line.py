"""Affiliation lines against titles, prose, references and headings; places at their end."""

import json
import time
from pathlib import Path

import pytest

from multilex import packs
from multilex.segment.affiliation_line import Line, affiliation_kind, author_before, looks_like_affiliation, with_blanks
from multilex.segment.places import place_of

PACK = packs.table("organisations")["affiliations"]


@pytest.mark.parametrize("line", PACK["examples"])
def test_affiliation_lines_are_accepted(line: str) -> None:
    assert looks_like_affiliation(line)


@pytest.mark.parametrize("line", PACK["near_misses"])
def test_near_misses_are_not(line: str) -> None:
    assert not looks_like_affiliation(line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("²Университет гор, Бишкек, Кыргызстан", Line.ORGANISATION),
        ("«Тау» ЖШС, Алматы қ., Қазақстан", Line.ORGANISATION),
        ("Hill University", Line.ORGANISATION),
        ("^{1}ТОО «Степь», г. Тараз", Line.ORGANISATION),
        ("Алматы қ., Қазақстан", Line.PLACE),
        ("Beijing, China", Line.PLACE),
        ("к.т.н., доцент", Line.POSITION),
        ("PhD", Line.POSITION),
        ("*Corresponding author: author@example.kz", Line.CONTACT),
        ("ORCID: 0000-0002-1825-0097", Line.CONTACT),
        ("12. Университет гор. Отчёт за 2019 год.", None),
        ("Горы Казахстана: природа и люди", None),
        ("Университетте оқыту сапасы туралы", None),
        ("Table 1 – Universities of Kazakhstan", None),
        ("", None),
    ],
)
def test_a_line_is_of_one_kind(line: str, kind: Line | None) -> None:
    assert affiliation_kind(line) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("г. Алматы", "Алматы", "city", "KZ"),
        ("г.Алматы", "Алматы", "city", "KZ"),
        ("Астана қ.", "Астана", "city", "KZ"),
        ("Қарағанды қаласы", "Қарағанды", "city", "KZ"),
        ("Almaty city", "Almaty", "city", "KZ"),
        ("ҚАЗАҚСТАН", "ҚАЗАҚСТАН", "country", "KZ"),
        ("Ресей Федерациясы", "Ресей Федерациясы", "country", "RU"),
        ("Алматинская область", "Алматинская область", "region", None),
        ("050010", "050010", "address", None),
        ("пр. Достык, 13", "пр. Достык, 13", "address", None),
    ],
)
def test_places_are_known_in_three_languages(text: str, name: str, kind: str, country: str | None) -> None:
    place = place_of(text)
    assert place is not None
    assert (place.text, place.kind, place.country) == (name, kind, country)


@pytest.mark.parametrize(
    "text", ["Университет Алматы", "Казахстанский институт", "право", "", "Қырғыз Республикасы ІІМ"]
)
def test_other_words_are_no_place(text: str) -> None:
    assert place_of(text) is None


def test_a_name_before_the_affiliation_is_told_from_it() -> None:
    line = "Серік А.Б., к.т.н., Институт права, Алматы"
    assert line[author_before(line) :] == "к.т.н., Институт права, Алматы"
    assert author_before("Институт права, Алматы") is None
    assert author_before("Серік А.Б., Қасым Б.Д., Институт права, Алматы") is None


def test_lost_blanks_are_found_around_head_words_only() -> None:
    assert with_blanks("UniversityofHills") == "University of Hills"
    assert with_blanks("АО «КазАзот», McDonald") == "АО «КазАзот», McDonald"


def test_hostile_lines_are_read_in_no_time() -> None:
    started = time.process_time()
    for line in ("Аа" * 700, "¹," * 700, "," * 1400, "а@" * 700, "Institute, " * 10**6):
        looks_like_affiliation(line)
    assert time.process_time() - started < 5


def test_affiliations_of_the_corpus_are_accepted_and_titles_headings_references_are_not(corpus: Path) -> None:
    accepted, wanted, wrong, others = 0, 0, [], 0
    for gold_file in sorted(corpus.glob("*/*.gold.json")):
        for article in json.loads(gold_file.read_text())["articles"]:
            lines = [line for entry in article.get("affiliations", ()) for line in entry["text"].split("\n\n")]
            wanted += len(lines)
            accepted += sum(map(looks_like_affiliation, lines))
            rest = [entry["text"] for entry in article.get("titles", ())]
            rest += [entry["text"] for entry in article.get("author_lines", ())]
            rest += [item["text"] for entry in article.get("reference_lists", ()) for item in entry["items"]]
            others += len(rest)
            wrong += [line for line in rest if looks_like_affiliation(line)]
    assert wanted > 900 and others > 4000
    assert accepted / wanted > 0.99
    assert len(wrong) <= 2, wrong


def test_every_place_of_the_pack_is_known_alone() -> None:
    data = packs.table("places")
    names = [name for kind in ("countries", "cities") for forms in data[kind].values() for name in forms]
    assert len(names) > 900
    assert [name for name in names if place_of(name) is None] == []
