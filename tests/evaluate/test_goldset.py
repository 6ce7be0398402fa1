"""Which files of a folder are scored."""

import json
from pathlib import Path
from typing import Any

import pytest

from multilex.errors import OptionError
from multilex.evaluate.goldset import checksum, gold_files


def put(path: Path, data: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(data), "utf-8")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    put(folder / "v7_law_1.gold.json", {"source": {"verified": True}, "articles": [{"id": "v7/law_1"}]})
    put(folder / "v7_law_2.gold.json", {"articles": [{"id": "v7/law_2"}]})
    (folder / "v7_law_1.txt").write_bytes("Строка\r\nещё одна".encode())
    (folder / "v7_law_1.pdf").write_bytes(b"%PDF")
    put(folder / "v7_law_1.pages-blocks.json", {"blocks": [], "notes": {}})
    return folder


def test_gold_without_an_input_of_the_kind_is_left_out(papers: Path) -> None:
    (file,) = gold_files(papers, "text")
    assert (file.name, file.verified, file.printed) == ("v7_law_1", True, None)
    assert file.text == "Строка\r\nещё одна"  # offsets count code points of the file as it is


def test_a_pdf_brings_its_printed_blocks(papers: Path) -> None:
    (file,) = gold_files(papers, "pdf")
    assert file.printed == {"blocks": [], "notes": {}}


def test_an_issue_takes_the_gold_of_its_articles_from_the_folder_beside_it(papers: Path) -> None:
    issue = papers.parent / "issue"
    put(
        issue / "no-7.pages.json",
        {"pdf": "no-7.pdf", "articles": [{"article": "v7/law_1", "header_on_page": 9}]},
    )
    (issue / "no-7.pdf").write_bytes(b"%PDF")
    (file,) = gold_files(issue, "pdf")
    assert file.articles[0]["id"] == "v7/law_1"
    assert file.articles[0]["page_map"]["header_on_page"] == 9


def test_the_checksum_follows_gold_and_input_but_no_other_file(papers: Path) -> None:
    files = gold_files(papers, "text")
    before = checksum(papers, files)
    (papers / "notes.md").write_text("nothing")
    assert checksum(papers, files) == before
    (papers / "v7_law_1.txt").write_text("changed")
    assert checksum(papers, files) != before


@pytest.mark.parametrize(
    ("folder", "kind", "message"),
    [
        ("papers", "epub", "unknown kind 'epub': choose one of text, pdf, 2col"),
        ("nowhere", "text", "is no folder"),
        (".", "text", "nothing to evaluate"),
    ],
)
def test_what_cannot_be_scored_is_said(papers: Path, folder: str, kind: str, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        gold_files(papers.parent / folder, kind)
