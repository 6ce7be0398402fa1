"""``multilex ocr``: a scan in, a searchable PDF out."""

from pathlib import Path
from typing import Annotated

import typer

from multilex.cli.options import OcrLanguages
from multilex.engines.ocrmypdf import make_searchable
from multilex.engines.tesseract import LANGUAGES
from multilex.export import write_bytes


def ocr(
    scan: Annotated[Path, typer.Argument(help="A PDF whose pages are pictures, all or some.")],
    out: Annotated[Path, typer.Argument(help="The searchable PDF to write.")],
    ocr_languages: OcrLanguages = LANGUAGES,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there already.")] = False,
) -> None:
    """Put the text that OCR reads behind the pages of a scan (through OCRmyPDF); records need no such file."""
    if out.exists() and not force:
        raise FileExistsError(f"{out} is there already; --force replaces it")
    write_bytes(out, make_searchable(scan.read_bytes(), scan.name, ocr_languages), overwrite=force)
