"""Records as a table."""

import sys

import pytest
from tests.conftest import ROOT

import multilex
from multilex.errors import MissingEngineError


def test_one_row_per_record_with_a_column_per_role_and_language() -> None:
    records = multilex.extract(ROOT / "samples/law-ru.txt")
    frame = multilex.records_to_frame(records)
    row = frame.iloc[0]
    assert len(frame) == len(records) == 1
    assert row["irsti"] == "10.63.37; 10.63.35"
    assert row["title_en"] == "THE REMOTE WORKER'S RIGHT TO REST AND THE LIMITS OF THE EMPLOYER'S CONTROL"
    assert row["authors_ru"] == "Ермагулова С.К.; Латышев П.О."
    assert row["emails"] == "s.yermagulova@example.kz"
    assert row["references"] == sum(len(one.items) for one in records[0].references) > 10


def test_no_records_make_an_empty_table() -> None:
    assert len(multilex.records_to_frame([])) == 0


def test_without_pandas_the_message_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingEngineError, match=r'pip install "multilex\[tables\]"'):
        multilex.records_to_frame([])
