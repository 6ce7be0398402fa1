"""Reading many files: which ones, and what a fault in one costs."""

import os
import signal
from math import inf
from pathlib import Path

import pytest

from multilex.cli.inputs import Batch, Limits, files
from multilex.cli.terminal import NOTHING_READABLE, PARTIAL, say
from multilex.document import Document
from multilex.pipeline import Extractor, Input
from multilex.record import Record


def test_each_file_is_taken_once_in_the_order_given(tmp_path: Path) -> None:
    for name in ("b.txt", "a.pdf"):
        (tmp_path / name).touch()
    last = str(tmp_path / "b.txt")
    assert files([last, str(tmp_path), "-", "-"]) == [last, str(tmp_path / "a.pdf"), "-"]


class Fragile(Extractor):
    """Fails on some names as a fault of ours would."""

    def extract(self, origin: Input | Document, *, name: str | None = None) -> list[Record]:
        if name and name.startswith("bad"):
            raise ZeroDivisionError("division\nby zero")
        if name and name.startswith("hostile"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().extract(origin, name=name)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_file_is_told_and_the_next_one_read(
    jobs: int, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    names = ["bad.txt", "good.txt", "gone.txt", "hostile.txt", "last.txt"]
    for name in {*names} - {"gone.txt"}:
        (tmp_path / name).write_text(f"УДК 341.2\n\nКлючевые слова: миграция {name}")
    batch = Batch(Fragile(), jobs=jobs)
    found = list(batch.read_all(str(tmp_path / name) for name in names))
    assert [[record.source.file for record in records] for records in found] == [[], ["good.txt"], [], [], ["last.txt"]]
    assert (batch.exit_code, batch.summary()) == (PARTIAL, "2 records from 2 files, 3 skipped")
    fault, gone, killed = capsys.readouterr().err.splitlines()
    assert fault.startswith(f"multilex: {tmp_path}/bad.txt: a fault in multilex, please report it with the file: Zero")
    assert gone == f"multilex: {tmp_path}/gone.txt: there is no such file"
    assert killed.startswith(f"multilex: {tmp_path}/hostile.txt: the process that read it died (SIGKILL)")


def test_when_nothing_can_be_read_the_exit_code_says_so(tmp_path: Path) -> None:
    batch = Batch(Fragile())
    assert (batch.read(str(tmp_path / "bad.txt")), batch.exit_code) == ([], NOTHING_READABLE)


def test_the_time_for_a_file_grows_with_it_unless_it_is_given() -> None:
    assert Limits().time(0) < Limits().time(10_000_000)
    assert (Limits(7).time(10_000_000), Limits(0).time(0)) == (7, inf)


def test_what_is_said_is_one_line_that_any_terminal_takes(capsys: pytest.CaptureFixture[str]) -> None:
    say("first\nsecond\udcff")
    assert capsys.readouterr().err == "multilex: first second?\n"
