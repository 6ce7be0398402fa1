"""The commands as a person or a script uses them: what they print, where, and how they end."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

import multilex
from multilex.record import Record
from tests.conftest import ROOT

LAW, SCHOOL = ROOT / "samples/law-ru.txt", ROOT / "samples/pedagogy-kk.txt"
COMMAND = [sys.executable, "-m", "multilex.cli"]


def run(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    """The finished command, as from a shell; output and errors are decoded."""
    done = subprocess.run([*COMMAND, *map(str, arguments)], input=given, capture_output=True, timeout=60, check=False)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def records(text: str) -> list[Record]:
    return [Record.from_json(line) for line in text.splitlines()]


def files(folder: Path) -> Sequence[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def heed_interrupts() -> None:
    """A job in the background of a script is told to ignore them, and so are its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def read_to_end(terminal: int) -> Iterator[str]:
    """What a program prints on a terminal until it ends."""
    with open(terminal, "rb", buffering=0) as shown, suppress(OSError):
        while piece := shown.read(4096):
            yield piece.decode("utf-8", errors="replace")


class TestExtract:
    def test_records_go_to_standard_output_and_nothing_else_does(self) -> None:
        done = run("extract", LAW)
        assert records(done.stdout) == multilex.extract(LAW)
        assert (done.returncode, done.stderr) == (0, "")

    def test_standard_input_is_a_file_like_others(self) -> None:
        done = run("extract", "-", given=LAW.read_bytes())
        [record] = records(done.stdout)
        assert (record.source.file, record.titles) == ("stdin", multilex.extract(LAW)[0].titles)

    def test_folders_are_walked_in_order_and_other_files_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "b/deep").mkdir(parents=True)
        (tmp_path / ".hidden").mkdir()
        for name in ("b/deep/one.TXT", "a.txt", "b/two.md", ".hidden/no.txt", "notes.csv"):
            (tmp_path / name).write_text("УДК 341.2\n\nКлючевые слова: миграция")
        done = run("extract", tmp_path)
        assert [record.source.file for record in records(done.stdout)] == ["a.txt", "two.md", "one.TXT"]

    def test_out_makes_files_and_says_nothing_in_a_pipe(self, tmp_path: Path) -> None:
        done = run("extract", LAW, SCHOOL, "--out", tmp_path / "new/")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert files(tmp_path) == ["new/law-ru.jsonl", "new/pedagogy-kk.jsonl"]

    def test_the_ending_of_the_output_names_the_format(self, tmp_path: Path) -> None:
        run("extract", LAW, "--out", tmp_path / "law.html")
        assert (tmp_path / "law.html").read_text("utf-8").startswith("<!DOCTYPE html>")

    def test_what_is_there_is_replaced_only_by_force(self, tmp_path: Path) -> None:
        (tmp_path / "law.jsonl").write_text("precious")
        refused = run("extract", LAW, "--out", tmp_path / "law.jsonl")
        assert (refused.returncode, (tmp_path / "law.jsonl").read_text()) == (2, "precious")
        assert "is there already" in refused.stderr and "--force" in refused.stderr
        assert run("extract", LAW, "--out", tmp_path / "law.jsonl", "--force").returncode == 0
        assert records((tmp_path / "law.jsonl").read_text("utf-8")) == multilex.extract(LAW)

    def test_a_bad_file_costs_one_line_and_not_the_batch(self, tmp_path: Path) -> None:
        (tmp_path / "empty.pdf").touch()
        (tmp_path / "old.pdf").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(100))
        done = run("extract", tmp_path / "gone.pdf", tmp_path, LAW)
        assert [record.source.file for record in records(done.stdout)] == ["law-ru.txt"]
        assert done.returncode == 1
        lines = done.stderr.splitlines()
        assert [
            name for name, line in zip(("gone.pdf", "empty.pdf", "old.pdf"), lines, strict=True) if name in line
        ] == [
            "gone.pdf",
            "empty.pdf",
            "old.pdf",
        ]

    def test_a_paper_with_an_error_note_is_partial(self, tmp_path: Path) -> None:
        (tmp_path / "poem.txt").write_text("Молоко, хлеб, соль\n\nи ещё чай")
        done = run("extract", tmp_path / "poem.txt")
        assert done.returncode == 1
        assert "poem.txt: partial: nothing here looks like a paper" in done.stderr
        assert len(records(done.stdout)) == 1

    def test_nothing_readable_makes_no_output_at_all(self, tmp_path: Path) -> None:
        done = run("extract", tmp_path / "gone.pdf", "--out", tmp_path / "all.jsonl")
        assert (done.returncode, files(tmp_path)) == (3, [])
        empty = run("extract", tmp_path)
        assert (empty.returncode, "no files that multilex reads" in empty.stderr) == (3, True)

    def test_papers_only_leaves_the_tail_of_a_neighbour_out(self) -> None:
        kinds = [record.kind.value for record in records(run("extract", SCHOOL).stdout)]
        papers = [record.kind.value for record in records(run("extract", SCHOOL, "--papers-only").stdout)]
        assert (kinds, papers) == (["tail", "article"], ["article"])

    def test_several_records_do_not_go_into_one_page(self, tmp_path: Path) -> None:
        done = run("extract", SCHOOL, "--out", tmp_path / "all.html")
        assert (done.returncode, files(tmp_path)) == (2, [])
        assert "give a folder, or use jsonl" in done.stderr

    def test_a_closed_pipe_ends_it_quietly(self) -> None:
        shell = f"{' '.join(COMMAND)} extract {LAW} {LAW} {SCHOOL} | head -c 10"
        done = subprocess.run(shell, shell=True, capture_output=True, text=True, timeout=60, check=False)
        assert (done.stdout, done.stderr) == ('{"schema":', "")

    def test_an_interrupt_ends_it_without_a_half_file(self, tmp_path: Path) -> None:
        pipe = tmp_path / "slow.txt"
        os.mkfifo(pipe)
        command = [*COMMAND, "extract", str(LAW), str(pipe), "--out", str(tmp_path / "all.jsonl")]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heed_interrupts) as process:
            partial = tmp_path / f".all.jsonl.{process.pid}.partial"
            deadline = time.monotonic() + 30
            while not partial.exists() and time.monotonic() < deadline:
                time.sleep(0.02)
            process.send_signal(signal.SIGINT if partial.exists() else signal.SIGKILL)
            _, errors = process.communicate(timeout=30)
        assert (process.returncode, "Traceback" in errors) == (130, False)
        assert files(tmp_path) == []

    def test_on_a_terminal_it_says_what_it_did(self, tmp_path: Path) -> None:
        terminal, side = pty.openpty()
        command = [*COMMAND, "extract", str(LAW), str(SCHOOL), "--out", str(tmp_path / "new")]
        with subprocess.Popen(command, stderr=side) as process:
            os.close(side)
            shown = "".join(read_to_end(terminal))
        assert process.returncode == 0
        assert "2/2" in shown
        assert "3 records from 2 files" in shown


class TestShow:
    def test_the_header_stands_side_by_side_and_all_else_is_told(self) -> None:
        done = run("show", LAW)
        assert done.returncode == 0
        for told in ("kk", "THE REMOTE", "IRSTI    10.63.37", "Материалы и методы", "References: 10 items (romanized)"):
            assert told in done.stdout

    def test_a_file_of_several_papers_is_listed_first(self) -> None:
        lines = run("show", ROOT / "samples/issue.pdf").stdout.splitlines()
        assert lines[0].split() == ["pages", "kind", "lang", "title", "refs", "notes"]
        listed = lines[: lines.index("")]
        assert sum(" article " in line for line in listed) == 4

    def test_a_file_that_cannot_be_read_is_one_line(self, tmp_path: Path) -> None:
        done = run("show", tmp_path / "gone.pdf")
        assert (done.returncode, done.stdout) == (3, "")
        assert done.stderr == f"multilex: {tmp_path}/gone.pdf: there is no such file\n"


class TestTag:
    def test_one_object_a_line_for_plain_strings_and_json_lines(self) -> None:
        given = 'УДК 341.2\n\n{"id": 7, "text": "a@example.kz"}\n'
        done = run("tag", given=given.encode())
        first, empty, last = map(json.loads, done.stdout.splitlines())
        assert first == {
            "text": "УДК 341.2",
            "lang": "und",
            "findings": [{"kind": "udc", "start": 4, "end": 9, "text": "341.2", "value": "341.2"}],
        }
        assert (empty["text"], empty["findings"]) == ("", [])
        assert (last["id"], last["findings"][0]["kind"]) == (7, "email")
        assert (done.returncode, done.stderr) == (0, "")

    def test_each_line_is_answered_before_the_next_comes(self) -> None:
        with subprocess.Popen([*COMMAND, "tag"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdin and process.stdout
            for text in ("УДК 341.2", "10 мая 2024 года"):
                process.stdin.write(f"{text}\n")
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["text"] == text

    def test_a_broken_line_is_told_and_skipped(self) -> None:
        done = run("tag", "--only", "codes", given=b'{"id": 1}\n{no json\n\xff\xfe\n')
        assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["{no json", "\ufffd\ufffd"]
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert 'line 1: a JSON object without a "text" string' in done.stderr

    def test_an_unknown_kind_is_a_usage_error(self) -> None:
        done = run("tag", "--only", "codes,laws")
        assert (done.returncode, "choose among codes, language, dates, emails" in done.stderr) == (2, True)


class TestOthers:
    def test_packs_lists_what_is_known(self) -> None:
        words = run("packs").stdout.split()
        assert {"kk", "ru", "en", "irsti", "udc", "orcid", "jsonl,", "html,"} <= set(words)

    def test_evaluate_scores_a_folder(self) -> None:
        done = run("evaluate", ROOT / "samples", "--json")
        report = json.loads(done.stdout)
        assert (done.returncode, report["corpus"]["files"]) == (0, 4)
        assert report["figures"]["conservation"]["f1"] == 1.0
        assert "misses" not in report
        assert "header_cells" in run("evaluate", ROOT / "samples").stdout

    def test_evaluate_without_gold_says_what_it_needs(self, tmp_path: Path) -> None:
        done = run("evaluate", tmp_path)
        assert (done.returncode, "it needs NAME.gold.json beside NAME.txt" in done.stderr) == (2, True)

    def test_version(self) -> None:
        assert run("--version").stdout == f"multilex {multilex.__version__}\n"

    @pytest.mark.parametrize("arguments", [["extract"], ["extract", "--nonsense"], ["nonsense"]])
    def test_usage_errors_have_their_exit_code(self, arguments: list[str]) -> None:
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Usage: " in done.stderr
