"""``multilex split``."""

from pathlib import Path

from tests.cli.test_cli import run
from tests.conftest import ROOT


def test_papers_land_in_the_folder(tmp_path: Path) -> None:
    done = run("split", ROOT / "samples/pedagogy-kk.pdf", "--out", tmp_path / "papers")
    assert (done.returncode, "1 part, 3 files" in done.stderr) == (0, True)
    assert sorted(path.suffix for path in (tmp_path / "papers").iterdir()) == [".json", ".pdf", ".txt"]


def test_all_writes_tails_and_covers_too(tmp_path: Path) -> None:
    assert run("split", ROOT / "samples/pedagogy-kk.txt", "--out", tmp_path, "--all").returncode == 0
    assert sorted(path.name for path in tmp_path.glob("*.json")) == ["pedagogy-kk-1.json", "pedagogy-kk-2.json"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    done = run("split", ROOT / "samples/law-ru.txt", "--out", tmp_path / "taken")
    assert (done.returncode, "is a file: give a folder" in done.stderr) == (2, True)
