"""Options that several verbs have in common."""

from typing import Annotated

import typer

from multilex.pipeline import LEMMA_ENGINES
from multilex.read.ocr import MODES
from multilex.segment.sentences import ENGINES

Sentences = Annotated[
    str, typer.Option("--sentences", help=f"What cuts the texts to be aligned: {', '.join(ENGINES)} (for Kazakh).")
]
Acts = Annotated[
    str | None, typer.Option("--acts", metavar="TOML", help="A file with acts and abbreviations of your own.")
]
Lemmas = Annotated[
    str | None,
    typer.Option("--lemmas", help=f"Compare Kazakh words by dictionary forms too: {', '.join(LEMMA_ENGINES)} [no]."),
]
Ocr = Annotated[
    str, typer.Option("--ocr", help=f"Pages of PDF that OCR reads: {', '.join(MODES)} (auto: those without text).")
]
OcrLanguages = Annotated[str, typer.Option("--ocr-languages", help="Languages of OCR, by Tesseract's codes.")]
Repair = Annotated[
    bool,
    typer.Option(
        " /--no-repair", show_default=False, help="Leave damaged text as it is: wrong encodings, look-alike letters."
    ),
]
Password = Annotated[
    str,
    typer.Option(
        "--password",
        envvar="MULTILEX_PASSWORD",
        show_default=False,
        help="Opens encrypted PDFs; in the variable, unlike here, other users of the machine do not see it.",
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, help="Files read at once, each by a processor; the order stays.")
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout", min=0, help="Seconds for a file; 0: no limit [300, and 200 more per megabyte].", show_default=False
    ),
]
Memory = Annotated[int, typer.Option("--memory", min=0, help="Megabytes of memory for a file (Linux); 0: no limit.")]
