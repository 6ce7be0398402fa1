"""Reading many files: which ones, and what a fault in one costs."""

from pathlib import Path

import pytest

from multilex.cli.inputs import Batch, files
from multilex.cli.terminal import NOTHING_READABLE, PARTIAL, say
from multilex.pipeline import Extractor


def test_each_file_is_taken_once_in_the_order_given(tmp_path: Path) -> None:
    for name in ("b.txt", "a.pdf"):
        (tmp_path / name).touch()
    last = str(tmp_path / "b.txt")
    assert files([last, str(tmp_path), "-", "-"]) == [last, str(tmp_path / "a.pdf"), "-"]


def test_a_fault_of_ours_is_told_and_the_next_file_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    for path in (good, bad):
        path.write_text("УДК 341.2\n\nКлючевые слова: миграция")
    extract = Extractor.extract

    def fragile(self: Extractor, origin: str, *, name: str) -> object:
        if name == "bad.txt":
            raise ZeroDivisionError("division\nby zero")
        return extract(self, origin, name=name)

    monkeypatch.setattr(Extractor, "extract", fragile)
    batch = Batch()
    assert (batch.read(str(bad)), batch.exit_code) == ([], NOTHING_READABLE)
    assert (len(batch.read(str(good))), batch.exit_code) == (1, PARTIAL)
    assert batch.summary() == "1 record from 1 file, 1 skipped"
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"multilex: {bad}: a fault in multilex, please report it with the file: ZeroDivisionError")


def test_what_is_said_is_one_line_that_any_terminal_takes(capsys: pytest.CaptureFixture[str]) -> None:
    say("first\nsecond\udcff")
    assert capsys.readouterr().err == "multilex: first second?\n"
