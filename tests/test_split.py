"""An issue into its papers: a PDF, a text and a record each."""

from pathlib import Path

import pytest

import multilex
from multilex.record import Record
from tests.conftest import ROOT

ISSUE = ROOT / "samples/issue.pdf"


@pytest.fixture(scope="module")
def papers() -> list[Record]:
    return multilex.Extractor(papers_only=True).extract(ISSUE)


@pytest.fixture(scope="module")
def folder(papers: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("split")
    list(multilex.split(papers, ISSUE.read_bytes(), made))
    return made


def test_every_paper_has_its_three_files(papers: list[Record], folder: Path) -> None:
    stems = [f"issue-{record.source.index + 1}" for record in papers]
    assert len(stems) == 4
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{stem}.{ending}" for stem in stems for ending in ("json", "pdf", "txt")
    )


def test_records_come_back(papers: list[Record], folder: Path) -> None:
    for record in papers:
        stem = f"issue-{record.source.index + 1}"
        assert Record.from_json((folder / f"{stem}.json").read_text("utf-8")) == record


def test_places_in_the_text_are_those_of_the_record(papers: list[Record], folder: Path) -> None:
    for record in papers:
        text = (folder / f"issue-{record.source.index + 1}.txt").read_text("utf-8")
        findings = [*record.titles, *record.authors, *record.citations, *record.acts]
        assert len(findings) > 5
        for one in findings:
            assert text[one.span[0] - record.span[0] : one.span[1] - record.span[0]] == one.text


def test_the_pages_of_a_paper_hold_it_whole(papers: list[Record], folder: Path) -> None:
    for record in papers:
        assert record.source.pages is not None
        first, last = record.source.pages
        path = folder / f"issue-{record.source.index + 1}.pdf"
        assert len(multilex.read(path).source.pages) == last - first + 1
        [again] = [one for one in multilex.extract(path) if one.title() and one.title().value == record.title().value]  # type: ignore[union-attr]
        assert [item.value for item in again.titles] == [item.value for item in record.titles]
        assert [len(one.items) for one in again.references] == [len(one.items) for one in record.references]


def test_the_same_issue_gives_the_same_bytes(papers: list[Record], folder: Path, tmp_path: Path) -> None:
    for path in multilex.split(papers, ISSUE.read_bytes(), tmp_path):
        assert path.read_bytes() == (folder / path.name).read_bytes()


def test_files_that_are_there_stay(papers: list[Record], folder: Path) -> None:
    with pytest.raises(FileExistsError, match="is there already"):
        list(multilex.split(papers, ISSUE.read_bytes(), folder))


def test_text_has_no_pages_to_take_out(tmp_path: Path) -> None:
    path = ROOT / "samples/law-ru.txt"
    made = list(multilex.split(multilex.extract(path), path.read_bytes(), tmp_path))
    assert [one.name for one in made] == ["law-ru.json", "law-ru.txt"]
