"""Gold against itself: a record that says exactly what the gold says scores 1 in every figure."""

from pathlib import Path

import pytest

from multilex.evaluate.goldset import gold_files
from multilex.evaluate.report import figures
from multilex.evaluate.score import score
from tests.evaluate import perfect


@pytest.mark.parametrize(("folder", "least"), [("papers", 13), ("kazutb", 8)])
def test_the_gold_agrees_with_itself(folder: str, least: int, corpus: Path) -> None:
    outcomes = []
    for file in gold_files(corpus / folder, "text")[:40]:
        document = perfect.document(file.text or "")
        outcomes += [one for _, one in score(file, document, perfect.records(file, document))]
    assert [one for one in outcomes if not one.right] == []
    assert len(figures(outcomes)) >= least
