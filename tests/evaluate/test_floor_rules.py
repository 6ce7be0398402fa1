"""A floor may rise by itself; it goes down only with a sentence."""

import json
from pathlib import Path

import pytest

from multilex.evaluate.floors import complaints, load, main, updated
from multilex.evaluate.outcome import Outcome
from multilex.evaluate.report import Report, figures
from tests.evaluate.paper import BLOCKS, GOLD, TEXT


def report(right: int, of: int = 4, sha256: str = "a" * 64) -> Report:
    outcomes = [
        Outcome("language", ("ru",), "ru", "ru" if i < right else "kk", i < right, i < right) for i in range(of)
    ]
    corpus = {"path": "papers", "sha256": sha256, "files": 1, "kind": "text"}
    return Report(corpus, figures(outcomes), {"cpu_seconds": 0.0, "peak_mb": 0.0}, ())


FLOORS = updated({}, "papers/text", report(3), None)
FLOOR = FLOORS["sets"]["papers/text"]


def test_the_first_floor_is_what_was_measured() -> None:
    assert FLOOR == {"sha256": "a" * 64, "figures": {"language": 0.75}}


def test_a_figure_at_or_above_its_floor_is_fine() -> None:
    assert complaints(FLOOR, report(3)) == []
    assert complaints(FLOOR, report(4)) == []


def test_a_figure_below_its_floor_is_named() -> None:
    assert complaints(FLOOR, report(2)) == ["language: 0.5000 is below its floor 0.7500"]


def test_a_figure_that_disappears_is_below_its_floor() -> None:
    assert complaints(FLOOR, report(0, of=0)) == ["language: 0.0000 is below its floor 0.7500"]


def test_another_corpus_cannot_be_compared() -> None:
    assert "another corpus" in complaints(FLOOR, report(4, sha256="b" * 64))[0]


def test_an_update_raises_and_refuses_to_lower() -> None:
    assert updated(FLOORS, "papers/text", report(4), None)["sets"]["papers/text"]["figures"] == {"language": 1.0}
    with pytest.raises(ValueError, match=r"language 0\.7500 → 0\.5000"):
        updated(FLOORS, "papers/text", report(2), None)


def test_a_lowered_floor_keeps_its_sentence() -> None:
    lowered = updated(FLOORS, "papers/text", report(2), "The gold was mended.")
    assert lowered["sets"]["papers/text"]["figures"] == {"language": 0.5}
    assert lowered["lowered"] == [
        {
            "set": "papers/text",
            "figure": "language",
            "from": 0.75,
            "to": 0.5,
            "reason": "The gold was mended.",
        }
    ]


def test_the_command_sets_floors_and_fails_when_one_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "paper.txt").write_text(TEXT, "utf-8")
    (tmp_path / "small" / "paper.gold.json").write_text(json.dumps({"articles": [GOLD], "blocks": BLOCKS}), "utf-8")
    file = tmp_path / "floors.json"
    where = ["--corpus", str(tmp_path), "--file", str(file)]
    assert main(["small/text", "--update", *where]) == 0
    floors = load(file)
    assert floors["sets"]["small/text"]["figures"]["conservation"] == 1
    assert main(where) == 0
    floors["sets"]["small/text"]["figures"]["conservation"] = 1.5
    file.write_text(json.dumps(floors), "utf-8")
    assert main(where) == 1
    assert "small/text: conservation: 1.0000 is below its floor 1.5000" in capsys.readouterr().err
    assert main([*where, "--update"]) == 1
    assert load(file) == floors
    assert main([*where, "--update", "--allow-regression", "No figure can be above 1."]) == 0
    assert load(file)["lowered"][0]["reason"] == "No figure can be above 1."
