"""Searchable PDFs by OCRmyPDF: the pictures of the pages stay, with the text of Tesseract unseen behind them."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from multilex.engines.pdfium import one_at_a_time
from multilex.engines.tesseract import LANGUAGES, ready
from multilex.errors import DamagedInputError, InputError, MissingEngineError

SECONDS, SECONDS_PER_PAGE = 300, 120
_PROGRAM = "ocrmypdf"


def make_searchable(data: bytes, name: str, languages: str = LANGUAGES) -> bytes:
    """The PDF with text behind the pages that have none; pages with text stay as they are.

    The program runs without a shell, in a temporary folder, with a time limit that grows with the pages.

    Raises:
        MissingEngineError: OCRmyPDF, Tesseract or the data of a language is not installed; the message says how to.
        DamagedInputError: the bytes cannot be opened as a PDF.
        InputError: the program makes nothing of the file, or not in time.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise MissingEngineError(
            f"{name}: searchable PDFs are made by OCRmyPDF, which is not installed "
            "(Debian: apt-get install ocrmypdf; or pip install ocrmypdf)"
        )
    ready(languages)
    limit = SECONDS + SECONDS_PER_PAGE * _count_pages(data, name)
    with tempfile.TemporaryDirectory(prefix="multilex-") as folder:
        given, made = Path(folder) / "scan.pdf", Path(folder) / "searchable.pdf"
        given.write_bytes(data)
        command = [
            program,
            "--skip-text",
            "--output-type",
            "pdf",
            "--optimize",
            "0",
            "--quiet",
            "--language",
            languages,
        ]
        try:
            done = subprocess.run(
                [*command, str(given), str(made)],
                capture_output=True,
                text=True,
                errors="replace",
                timeout=limit,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired as error:
            raise InputError(f"{name}: OCRmyPDF did not finish within {limit} seconds") from error
        if done.returncode or not made.is_file():
            why = (done.stderr.strip().splitlines() or ["it gives no reason"])[-1]
            raise InputError(f"{name}: OCRmyPDF cannot read this file: {why[:200]}")
        return made.read_bytes()


def _count_pages(data: bytes, name: str) -> int:
    import pypdfium2

    with one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(data)
            count = len(document)
            document.close()
        except pypdfium2.PdfiumError as error:
            raise DamagedInputError(f"{name}: the bytes cannot be opened as a PDF") from error
    return count
