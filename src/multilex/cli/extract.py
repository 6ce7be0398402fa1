"""``multilex extract``: papers in, records out."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from multilex.cli.inputs import MEGABYTES, Batch, Limits, files
from multilex.cli.options import Acts, Jobs, Lemmas, Memory, Ocr, OcrLanguages, Password, Repair, Sentences, Timeout
from multilex.cli.terminal import NOTHING_READABLE, say
from multilex.engines.tesseract import LANGUAGES
from multilex.export import find_format, formats, write
from multilex.pipeline import ENGINES, Extractor
from multilex.record import Record


def extract(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    out: Annotated[
        str | None, typer.Option("--out", "-o", help="A file, or a folder (it need not exist) [stdout].")
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", help=f"One of {', '.join(sorted(formats()))} [jsonl].")
    ] = None,
    papers_only: Annotated[
        bool, typer.Option("--papers-only", help="Leave out tails of papers and matter that is none.")
    ] = False,
    engine: Annotated[str, typer.Option("--engine", help=f"Reader of PDF: {', '.join(ENGINES)}.")] = ENGINES[0],
    ocr: Ocr = "auto",
    ocr_languages: OcrLanguages = LANGUAGES,
    sentences: Sentences = "rules",
    lemmas: Lemmas = None,
    acts: Acts = None,
    repair: Repair = True,
    password: Password = "",
    jobs: Jobs = 1,
    timeout: Timeout = None,
    memory: Memory = MEGABYTES,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there already.")] = False,
) -> None:
    """Extract a record from every paper in PDF, Word, HTML and text files; JSON Lines to standard output, or --out."""
    chosen = format or _format_of(out)
    find_format(chosen)
    extractor = Extractor(
        engine=engine,
        papers_only=papers_only,
        ocr=ocr,
        ocr_languages=ocr_languages,
        sentences=sentences,
        lemmas=lemmas,
        acts=acts,
        repair=repair,
        password=password,
    )
    wanted = files(paths)
    if not wanted:
        say(f"no files that multilex reads in {', '.join(paths)}")
        raise typer.Exit(NOTHING_READABLE)
    batch = Batch(extractor, jobs=jobs, limits=Limits(timeout, memory))
    records = _progressing(batch, wanted, shown=out is not None or not sys.stdout.isatty())
    first = next(records, None)
    if first is not None:
        made = write(_chained(first, records), out or sys.stdout.buffer, format=chosen, overwrite=force)
        sys.stdout.flush()
        if sys.stderr.isatty() and made:
            where = out if len(made) > 1 else str(made[0])
            say(f"{batch.summary()} → {where}")
    raise typer.Exit(batch.exit_code)


def _format_of(out: str | None) -> str:
    """The format whose ending the name of the output file has, else JSON Lines."""
    suffix = Path(out).suffix.lower() if out else ""
    return next((name for name, format in formats().items() if suffix == format.SUFFIX), "jsonl")


def _chained(first: Record, rest: Iterator[Record]) -> Iterator[Record]:
    yield first
    yield from rest


def _progressing(batch: Batch, wanted: list[str], *, shown: bool) -> Iterator[Record]:
    """The records of all files, with a bar on standard error when that is a terminal."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not (shown and console.is_terminal)) as bar:
        task = bar.add_task("", total=len(wanted))
        bar.update(task, description=Path(wanted[0]).name[-40:])
        for number, records in enumerate(batch.read_all(wanted), 1):
            yield from records
            bar.update(task, completed=number, description=Path(wanted[min(number, len(wanted) - 1)]).name[-40:])
