"""Flat tables: the same rows as CSV, Parquet, SQLite and pandas frames, each read back by another's reader."""

import csv
import sqlite3
from pathlib import Path

import pyarrow.parquet
import pytest
from tests.conftest import ROOT
from tests.export.papers import tabled

import multilex
from multilex.errors import OptionError
from multilex.export import find_format
from multilex.export._tables import TABLES, rows
from multilex.record import Record


@pytest.fixture(scope="module")
def records() -> list[Record]:
    papers = [record for name in ("law-ru", "pedagogy-kk") for record in multilex.extract(ROOT / f"samples/{name}.txt")]
    return [*papers, tabled()]


def table(records: list[Record], name: str) -> list[dict[str, object]]:
    return [dict(zip(TABLES[name].columns, row, strict=True)) for table, row in rows(records) if table == name]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_cells_are_of_the_type_that_their_column_says(name: str, records: list[Record]) -> None:
    columns, found = TABLES[name].columns, table(records, name)
    assert found, "the samples have something for every table"
    assert [
        (column, value)
        for row in found
        for column, value in row.items()
        if value is not None and type(value) is not columns[column]
    ] == []


def test_no_fact_is_left_out(records: list[Record]) -> None:
    counts = {name: len(table(records, name)) for name in TABLES}
    assert counts["articles"] == len(records)
    assert counts["authors"] == sum(len(record.authors) for record in records)
    assert counts["blocks"] == sum(len(record.blocks) for record in records)
    assert counts["acts"] == sum(len(record.acts) for record in records)
    assert counts["legal_sources"] == sum(len(record.legal_sources) for record in records)
    works = sum(len(one.items) for record in records for one in record.references)
    noted = sum(len(note.references) for record in records for note in record.footnotes)
    assert counts["references"] == works + noted


def test_rows_join_by_ids(records: list[Record]) -> None:
    items = {(row["record"], row["item"]) for row in table(records, "references")}
    cited = {(row["record"], row["target"]) for row in table(records, "citations") if row["target"]}
    assert cited
    assert cited <= items
    twins = {(row["record"], row["twin"]) for row in table(records, "references") if row["twin"]}
    assert twins
    assert twins <= items


def test_each_cell_of_a_table_is_a_row() -> None:
    record = tabled()
    cells = [[row[name] for name in ("table", "number", "row", "column", "text")] for row in table([record], "tables")]
    assert cells == [
        [1, "1", 1, 1, "Культура"],
        [1, "1", 1, 2, "Тонн [1]"],
        [1, "1", 2, 1, "Рис & просо"],
        [1, "1", 2, 2, "5,1"],
    ]
    assert [(row["number"], row["caption"]) for row in table([record], "figures")] == [("2", "Схема опыта")]


def test_csv_keeps_labels_and_codes_as_they_are(records: list[Record], tmp_path: Path) -> None:
    paths = multilex.write(records, tmp_path / "tables", format="csv")
    assert sorted(path.stem for path in paths) == sorted(TABLES)
    with (tmp_path / "tables" / "codes.csv").open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    assert [row["value"] for row in read] == [row["value"] for row in table(records, "codes")]


def test_parquet_of_different_runs_is_one_data_set(records: list[Record], tmp_path: Path) -> None:
    for number, some in enumerate((records, records[:0])):
        multilex.write(some, tmp_path / str(number), format="parquet")
    full, empty = (pyarrow.parquet.read_table(tmp_path / str(at) / "references.parquet") for at in (0, 1))
    assert full.schema == empty.schema
    assert full.to_pylist() == table(records, "references")


def test_sqlite_answers_questions(records: list[Record], tmp_path: Path) -> None:
    [path] = multilex.write(records, tmp_path / "all.sqlite", format="sqlite")
    database = sqlite3.connect(path)
    asked = 'SELECT a.record, count(*) FROM articles a JOIN "references" r USING (record) GROUP BY 1'
    counts = dict(database.execute(asked))
    database.close()
    assert counts[records[0].id] == len(table(records[:1], "references")) > 10


def test_several_files_need_a_folder(records: list[Record], tmp_path: Path) -> None:
    (tmp_path / "one.csv").touch()
    with pytest.raises(OptionError, match="csv makes 16 files: give a folder"):
        multilex.write(records, tmp_path / "one.csv", format="csv", overwrite=True)


def test_frames_have_the_same_rows(records: list[Record]) -> None:
    frames = multilex.frames(records)
    assert list(frames) == list(TABLES)
    assert len(frames["citations"]) == len(table(records, "citations"))
    assert str(frames["articles"]["first_page"].dtype) == "Int64"


@pytest.mark.parametrize("format", ["csv", "parquet", "sqlite"])
def test_no_field_that_has_a_table_of_its_own_is_called_lost(format: str) -> None:
    assert set(TABLES) & set(find_format(format).LOSSES) == set()
