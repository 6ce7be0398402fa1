"""``multilex acts``: the acts that papers cite."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

import multilex
from tests.conftest import ROOT

LAW = ROOT / "samples/law-ru.txt"


def run(*arguments: str | Path, text: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "multilex.cli", "acts", *map(str, arguments)]
    return subprocess.run(
        command, input=text, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )


def test_each_act_is_shown_once_with_what_is_known_of_it() -> None:
    done = run(ROOT / "samples/law-ru.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    at = next(n for n, line in enumerate(lines) if "Трудовой кодекс Республики Казахстан" in line)
    assert lines[at].startswith("2 4 ")
    assert lines[at + 1] == "kz/code/2015-11-23/414-V · K1500000414"
    assert done.stdout.count("kz/code/2015-11-23/414-V") == 1
    assert "kz/constitution/1995-08-30 · K950001000_" in done.stdout


def test_what_the_checks_remark_stands_below() -> None:
    text = (
        "УДК 342.7\n\nПраво\n\nКлючевые слова: право\n\nВведение\n\nПостановление Правительства Республики Казахстан "
        "от 5 мая 2021 года № 300 (URL: https://adilet.zan.kz/rus/docs/Z1100000477) принято.\n"
    )
    done = run("-", text=text)
    assert done.returncode == 0
    assert "act-link" in done.stdout.splitlines()[-2] + done.stdout.splitlines()[-1]
    assert "P2100000300" in done.stdout


def test_json_lines_hold_an_act_each_with_its_mentions() -> None:
    lines = [json.loads(line) for line in run(LAW, "--json").stdout.splitlines()]
    [record] = multilex.extract(LAW)
    assert [line["key"] for line in lines] == [source.key for source in record.legal_sources]
    assert {(line["file"], line["record"]) for line in lines} == {("law-ru.txt", record.id)}
    assert [mention["text"] for line in lines for mention in line["mentions"]] == [
        record.acts[index].text for source in record.legal_sources for index in source.mentions
    ]


@pytest.mark.parametrize(("matrix", "column"), [([], "act"), (["--matrix"], "kz/code/2015-11-23/414-V")])
def test_a_folder_makes_a_table(tmp_path: Path, matrix: list[str], column: str) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for name in ("law-ru", "tourism-en"):
        (papers / f"{name}.txt").write_bytes((ROOT / f"samples/{name}.txt").read_bytes())
    target = tmp_path / "acts.csv"
    done = run(papers, "--table", target, *matrix)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["file"] == "law-ru.txt"
    assert rows[0][column] in ("kz/constitution", "4")
    again = run(papers, "--table", target, *matrix)
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("wrong", [["--matrix"], ["--json", "--table", "a.csv"], ["--table", "folder/"]])
def test_options_that_do_not_go_together_end_in_one_line(wrong: list[str]) -> None:
    done = run(LAW, *wrong)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_file_that_is_not_there_ends_in_one_line_and_makes_nothing(tmp_path: Path) -> None:
    done = run(tmp_path / "gone.txt", "--table", tmp_path / "acts.csv")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert list(tmp_path.iterdir()) == []
