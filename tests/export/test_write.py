"""Writing records: what lands where, and what never happens to files."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.export.papers import COMPLETE

import multilex
from multilex.errors import OptionError
from multilex.export import formats
from multilex.record import Record


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """The records of two samples; the second file holds the tail of a neighbour too."""
    return [record for name in ("law-ru", "pedagogy-kk") for record in multilex.extract(ROOT / f"samples/{name}.txt")]


def test_json_lines_come_back_as_the_same_records(records: list[Record], tmp_path: Path) -> None:
    [path] = multilex.write(records, tmp_path / "all.jsonl")
    assert [Record.from_json(line) for line in path.read_text("utf-8").splitlines()] == records


def test_a_folder_gets_one_file_per_input_or_per_record(records: list[Record], tmp_path: Path) -> None:
    lines = multilex.write(records, tmp_path / "lines")
    pages = multilex.write(records, tmp_path / "pages", format="html")
    assert [path.name for path in lines] == ["law-ru.jsonl", "pedagogy-kk.jsonl"]
    assert [path.name for path in pages] == ["law-ru.html", "pedagogy-kk-1.html", "pedagogy-kk-2.html"]
    assert [len(path.read_text("utf-8").splitlines()) for path in lines] == [1, 2]


def test_two_inputs_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    records = [multilex.extract(text.encode(), name="paper.txt")[0] for text in ("УДК 341.2", "УДК 342.7")]
    assert [path.name for path in multilex.write(records, tmp_path)] == ["paper.jsonl", "paper-2.jsonl"]


@pytest.mark.filterwarnings("ignore::multilex.errors.ExportWarning")
@pytest.mark.parametrize("format", sorted(formats()))
def test_the_same_records_give_the_same_bytes(format: str, records: list[Record], tmp_path: Path) -> None:
    again = [Record.from_json(records[0].to_json())]
    written = []
    for name, given in (("first", records[:1]), ("second", again)):
        paths = multilex.write(given, tmp_path / name, format=format, settings=COMPLETE)
        written.append({path.name: path.read_bytes() for path in paths})
    assert written[0] == written[1]
    assert any(written[0].values())


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(records: list[Record], tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("precious")
    with pytest.raises(FileExistsError, match=r"mine\.jsonl is there already"):
        multilex.write(records, path)
    assert path.read_text() == "precious"
    multilex.write(records, path, overwrite=True)
    assert path.read_text("utf-8").startswith('{"schema": "multilex.record/1"')


def test_a_file_that_comes_while_we_write_stays_too(records: list[Record], tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"

    def slowly() -> Iterator[Record]:
        yield records[0]
        path.write_text("somebody else's")

    with pytest.raises(FileExistsError):
        multilex.write(slowly(), path)
    assert path.read_text() == "somebody else's"


def test_when_records_fail_no_half_file_is_left(records: list[Record], tmp_path: Path) -> None:
    def failing() -> Iterator[Record]:
        yield records[0]
        raise RuntimeError("the disk caught fire")

    with pytest.raises(RuntimeError):
        multilex.write(failing(), tmp_path / "all.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_json_lines_are_written_as_records_come(records: list[Record]) -> None:
    stream = io.BytesIO()
    seen: list[int] = []

    def watched() -> Iterator[Record]:
        for record in records:
            seen.append(stream.getvalue().count(b"\n"))
            yield record

    multilex.write(watched(), stream)
    assert seen == [0, 1, 2]


def test_one_json_file_holds_one_record(records: list[Record], tmp_path: Path) -> None:
    [path] = multilex.write(records[:1], tmp_path / "one.json", format="json")
    assert json.loads(path.read_text("utf-8")) == records[0].to_dict()
    for count in (0, 2):
        with pytest.raises(OptionError, match="a json file holds one record"):
            multilex.write(records[:count], tmp_path / "other.json", format="json")
    assert [one.name for one in tmp_path.iterdir()] == ["one.json"]


def test_an_unknown_format_is_told_with_those_there_are(records: list[Record]) -> None:
    with pytest.raises(OptionError, match=r"choose one of .*json, jsonl"):
        multilex.write(records, io.BytesIO(), format="bibtex")
