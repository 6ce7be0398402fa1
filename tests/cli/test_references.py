"""``multilex references``: cited works to standard output."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LAW = ROOT / "samples/law-ru.txt"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "multilex.cli", "references", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


def test_csl_json_is_the_default() -> None:
    done = run(LAW)
    assert (done.returncode, done.stderr) == (0, "")
    items = json.loads(done.stdout)
    assert items
    assert all(item["id"] and item["type"] and item["title"] for item in items)
    assert len({item["id"] for item in items}) == len(items)


@pytest.mark.parametrize(("format", "begins"), [("biblatex", "@"), ("bibtex", "@"), ("ris", "TY  - ")])
def test_other_formats(format: str, begins: str) -> None:
    done = run(LAW, "--format", format)
    assert done.returncode == 0
    assert done.stdout.startswith(begins)


def test_json_lines_say_where_a_work_is_cited() -> None:
    entries = [json.loads(line) for line in run(LAW, "-f", "jsonl").stdout.splitlines()]
    assert [entry["csl"] for entry in entries] == json.loads(run(LAW).stdout)
    assert {entry["file"] for entry in entries} == {"law-ru.txt"}


def test_an_unknown_format_and_a_missing_file_end_in_one_line(tmp_path: Path) -> None:
    wrong = run(LAW, "--format", "endnote")
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
    assert "csl-json" in wrong.stderr
    gone = run(tmp_path / "gone.txt")
    assert (gone.returncode, gone.stderr.count("\n")) == (3, 1)
