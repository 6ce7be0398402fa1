"""From a folder of gold and inputs to a report."""

import json
from pathlib import Path

import pytest

from multilex.errors import OptionError
from multilex.evaluate import evaluate
from tests.evaluate.paper import BLOCKS, GOLD, TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "paper.txt").write_text(TEXT, "utf-8")
    (tmp_path / "paper.gold.json").write_text(json.dumps({"articles": [GOLD], "blocks": BLOCKS}), "utf-8")
    return tmp_path


def test_a_folder_is_read_scored_and_reported(folder: Path) -> None:
    report = evaluate(folder)
    assert (report.corpus["files"], report.corpus["kind"], report.corpus["path"]) == (1, "text", str(folder))
    cells = report.figures["header_cells"].all
    assert cells.gold == 13
    assert cells.right >= 10  # the small paper is easy to read
    assert report.figures["conservation"].all.f1 == 1
    assert cells.gold - cells.right == sum(
        one.outcome.figure == "header_cells" and one.outcome.gold is not None for one in report.misses
    )
    assert report.cost["cpu_seconds"] >= 0
    assert report.cost["peak_mb"] > 0


def test_an_input_that_cannot_be_read_counts_as_missed(folder: Path) -> None:
    (folder / "paper.txt").write_bytes(b"")
    report = evaluate(folder)
    cells = report.figures["header_cells"].all
    assert (cells.gold, cells.found, cells.right) == (13, 0, 0)


def test_a_folder_without_gold_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"it needs NAME\.gold\.json beside NAME\.txt"):
        evaluate(tmp_path)
