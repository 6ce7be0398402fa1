"""Acts as tables for citation networks."""

import csv
import io

import pytest
from tests.conftest import ROOT

import multilex
from multilex.record import Record

LABOUR = "kz/code/2015-11-23/414-V"
MIGRATION = (
    "УДК 342.7\n\nПраво мигранта\n\nКлючевые слова: право\n\nВведение\n\nЗакон РК «О миграции населения» от 22 июля "
    "2011 года № 477-IV дополняет ст. 5, 9 Трудового кодекса РК от 23 ноября 2015 года № 414-V.\n"
)
EMPTY = "УДК 551.5\n\nПраво реки\n\nКлючевые слова: реки\n\nВведение\n\nЗаконы течения воды известны.\n"


@pytest.fixture(scope="module")
def records() -> list[Record]:
    law = multilex.extract(ROOT / "samples/law-ru.txt")
    return [
        *law,
        *multilex.extract(MIGRATION.encode(), name="b.txt"),
        *multilex.extract(EMPTY.encode(), name="c.txt"),
    ]


def written(records: list[Record], format: str) -> list[dict[str, str]]:
    stream = io.BytesIO()
    multilex.write(records, stream, format=format)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))


def test_a_line_per_paper_and_act(records: list[Record]) -> None:
    rows = written(records, "acts")
    assert len(rows) == sum(len(record.legal_sources) for record in records) > 8
    assert {row["file"] for row in rows} == {"law-ru.txt", "b.txt"}
    labour = [row for row in rows if row["act"] == LABOUR]
    assert [(row["file"], row["mentions"], row["places"]) for row in labour] == [
        ("law-ru.txt", "4", "article 138; article 138, paragraph 2"),
        ("b.txt", "1", "article 5; article 9"),
    ]
    assert labour[1] == {
        "record": records[1].id,
        "file": "b.txt",
        "paper": "Право мигранта",
        "language": "ru",
        "act": LABOUR,
        "type": "code",
        "jurisdiction": "kz",
        "date": "2015-11-23",
        "number": "414-V",
        "title": "Трудовой кодекс Республики Казахстан",
        "adilet": "K1500000414",
        "status": "in-force",
        "mentions": "1",
        "languages": "ru",
        "places": "article 5; article 9",
        "resolution": "own-words",
        "candidates": "",
    }


def test_the_matrix_has_a_line_per_paper_and_a_column_per_act(records: list[Record]) -> None:
    rows = written(records, "act-matrix")
    keys = sorted({one.key for record in records for one in record.legal_sources if one.key})
    assert list(rows[0]) == ["record", "file", *keys]
    assert [(row["file"], row[LABOUR], row["kz/law/2011-07-22/477-IV"]) for row in rows] == [
        ("law-ru.txt", "4", "0"),
        ("b.txt", "1", "1"),
        ("c.txt", "0", "0"),
    ]


def test_no_acts_make_a_table_without_rows(records: list[Record]) -> None:
    assert written([records[-1]], "acts") == []
    assert [row["file"] for row in written([records[-1]], "act-matrix")] == ["c.txt"]
