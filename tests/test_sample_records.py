"""The records that the samples give, beside them: what a user gets, and what a change changes.

``python -m tests.test_sample_records`` writes them anew; read the difference before you commit it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from multilex import pipeline
from multilex.record import Record
from multilex.vocabulary import ArticleKind

from .conftest import ROOT

SAMPLES = ROOT / "samples"
PAPERS = sorted(SAMPLES.glob("*.txt"))
ISSUE = SAMPLES / "issue.pdf"


def papers(path: Path) -> list[dict[str, Any]]:
    """The records of the papers in a file; what depends on the versions of engines left out."""
    records = [record.to_dict() for record in pipeline.extract(path) if record.kind == ArticleKind.ARTICLE]
    for record in records:
        del record["engines"]
        _drop_boxes(record)
    return records


def _drop_boxes(value: Any) -> None:
    if isinstance(value, dict):
        if value.get("box"):
            value["box"] = [round(edge) for edge in value["box"]]
        for one in value.values():
            _drop_boxes(one)
    elif isinstance(value, list):
        for one in value:
            _drop_boxes(one)


def expected(path: Path) -> Path:
    return path.with_suffix(".record.json") if path.suffix == ".txt" else path.with_suffix(".records.jsonl")


def written(path: Path) -> str:
    lines = (json.dumps(record, ensure_ascii=False) for record in papers(path))
    return "".join(line + "\n" for line in lines)


@pytest.mark.parametrize("path", [*PAPERS, ISSUE], ids=lambda path: path.name)
def test_the_record_is_the_one_beside_the_sample(path: Path) -> None:
    kept = [json.loads(line) for line in expected(path).read_text(encoding="utf-8").splitlines()]
    found = papers(path)
    assert len(found) == len(kept)
    for one, other in zip(found, kept, strict=True):
        for field in one.keys() - {"multilex"}:
            assert one[field] == other[field], field


@pytest.mark.parametrize("path", [*PAPERS, ISSUE], ids=lambda path: path.name)
def test_the_record_beside_the_sample_is_one_to_read(path: Path) -> None:
    lines = expected(path).read_text(encoding="utf-8").splitlines()
    assert all(Record.from_json(line).titles for line in lines)
    assert lines


if __name__ == "__main__":
    for sample in [*PAPERS, ISSUE]:
        expected(sample).write_text(written(sample), encoding="utf-8")
