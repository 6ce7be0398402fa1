"""The report in JSON and on the screen."""

import json
from io import StringIO

from rich.console import Console

from multilex.evaluate.render import render
from multilex.evaluate.report import Miss, Report, figures
from tests.evaluate.paper import RECORD, outcomes


def report() -> Report:
    title = RECORD.titles[0].model_copy(update={"value": "Право на волю"})
    found = outcomes(RECORD.model_copy(update={"titles": (title,)}))
    return Report(
        {"path": "gold", "sha256": "a" * 64, "files": 1, "kind": "text"},
        figures(found),
        {"cpu_seconds": 0.1, "peak_mb": 50.0},
        tuple(Miss("paper", "a0", one) for one in found if not one.right),
    )


def test_json_has_the_agreed_shape() -> None:
    data = json.loads(json.dumps(report().to_dict(misses=True)))
    assert list(data) == ["corpus", "figures", "cost", "misses"]
    cells = data["figures"]["header_cells"]
    assert cells["by"]["title"] == {
        "gold": 2,
        "found": 1,
        "right": 0,
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "soft_f1": 0.0,
    }
    assert (cells["gold"], cells["found"], cells["right"]) == (13, 12, 11)
    assert data["misses"][0] == {
        "file": "paper",
        "article": "a0",
        "figure": "header_cells",
        "by": ["en", "title"],
        "gold": "Water law",
        "found": None,
        "at": RECORD.titles[1].span[0],
        "count": 1,
    }
    assert "misses" not in report().to_dict()


def test_the_screen_shows_figures_and_what_was_missed() -> None:
    console = Console(file=StringIO(), width=120)
    console.print(render(report(), misses=True))
    screen = console.file.getvalue()  # type: ignore[attr-defined]
    assert "header_cells" in screen
    assert "Право на волю" in screen
