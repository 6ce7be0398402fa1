"""Searchable PDFs: through OCRmyPDF where it is installed, else an error that says how to install it."""

import shutil
from pathlib import Path

import pytest
from tests.engines.scans import needs_ocrmypdf, needs_tesseract, page_of_sample
from typer.testing import CliRunner

from multilex.cli import app
from multilex.engines.ocrmypdf import make_searchable
from multilex.errors import DamagedInputError, InputError, MissingEngineError
from multilex.read.pdf import read_pdf


def test_without_the_program_the_error_names_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(MissingEngineError, match=r"scan\.pdf: .*apt-get install ocrmypdf.*pip install ocrmypdf"):
        make_searchable(page_of_sample(1), "scan.pdf")


@needs_tesseract
def test_a_program_that_fails_is_an_error_with_its_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "ocrmypdf"
    program.write_text("#!/bin/sh\necho trouble >&2\nexit 2\n")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(program))
    with pytest.raises(InputError, match=r"scan\.pdf: OCRmyPDF cannot read this file: trouble"):
        make_searchable(page_of_sample(1), "scan.pdf")
    with pytest.raises(DamagedInputError, match=r"a\.pdf"):
        make_searchable(b"%PDF-1.7 nothing", "a.pdf")


def test_a_file_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(page_of_sample(1))
    (tmp_path / "out.pdf").write_text("mine")
    result = CliRunner().invoke(app, ["ocr", str(tmp_path / "scan.pdf"), str(tmp_path / "out.pdf")])
    assert isinstance(result.exception, FileExistsError)
    assert (tmp_path / "out.pdf").read_text() == "mine"


@needs_tesseract
@needs_ocrmypdf
def test_the_text_of_a_scan_stands_behind_its_pages(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(page_of_sample(1))
    result = CliRunner().invoke(app, ["ocr", str(tmp_path / "scan.pdf"), str(tmp_path / "out.pdf")])
    assert result.exit_code == 0
    made = read_pdf((tmp_path / "out.pdf").read_bytes(), "out.pdf", ocr="never")
    assert "349.23" in "".join(made.pages[0].text.split())
