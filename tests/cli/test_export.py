"""``multilex export`` and ``multilex formats``: records that were extracted before, in other formats."""

import json
from pathlib import Path

import pytest

from multilex.export import formats
from tests.cli.test_cli import run
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("records") / "records.jsonl"
    assert run("extract", ROOT / "samples/law-ru.txt", ROOT / "samples/pedagogy-kk.txt", "--out", path).returncode == 0
    return path


def test_records_come_back_as_they_went(records: Path) -> None:
    assert run("export", records, "--format", "jsonl").stdout == records.read_text("utf-8")


def test_papers_only_leaves_out_tails(records: Path) -> None:
    lines = run("export", records, "-f", "jsonl", "--papers-only").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["article", "article"]


def test_a_folder_gets_a_file_per_record(records: Path, tmp_path: Path) -> None:
    assert run("export", records, "-f", "html", "--out", f"{tmp_path}/pages").returncode == 0
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [
        "law-ru.html",
        "pedagogy-kk-1.html",
        "pedagogy-kk-2.html",
    ]


def test_losses_are_told_with_their_reason(records: Path) -> None:
    told = run("export", records, "-f", "ris", "--losses").stderr
    assert "lost: " in told
    assert "titles (2×)" in told
    assert "a bibliography holds the cited works" in told
    assert run("export", records, "-f", "jsonl", "--losses").stderr == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 1: no record of multilex: not a JSON object"),
        ('{"schema": "other/2"}', "line 1: no record of multilex: schema 'other/2'"),
        ('{"schema": "multilex.record/1"}', "line 1: no record of multilex: id: Field required"),
    ],
)
def test_what_is_no_record_is_told_with_its_line(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(line + "\n")
    done = run("export", path, "-f", "json", "--out", tmp_path / "out.json")
    assert (done.returncode, said in done.stderr, (tmp_path / "out.json").exists()) == (3, True, False)


def test_settings_that_do_not_exist_are_told(records: Path, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[journal]\nissm = "1234-5679"\n')
    done = run("export", records, "-f", "jsonl", "--settings", path)
    assert (done.returncode, "journal.issm: Extra inputs are not permitted" in done.stderr) == (2, True)


def test_formats_are_listed_with_what_they_lose() -> None:
    listed = run("formats").stdout
    assert all(f"{name} " in listed for name in formats())
    one = run("formats", "ris").stdout
    assert ("application/x-research-info-systems" in one, "titles" in one) == (True, True)
