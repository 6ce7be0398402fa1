"""``multilex align``: what the languages of a paper say side by side."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from multilex.cli.inputs import Batch
from multilex.cli.options import Lemmas, Sentences
from multilex.errors import OptionError
from multilex.export import Settings, write
from multilex.export._units import parse_pair
from multilex.pipeline import Extractor
from multilex.vocabulary import ArticleKind

_FORMATS = ("tsv", "tmx")


def align(
    file: Annotated[str, typer.Argument(help="A PDF, Word, HTML or text file, or - for standard input.")],
    pair: Annotated[
        str | None, typer.Option("--pair", "-p", help="Two languages, as in kk-ru [all three side by side].")
    ] = None,
    format: Annotated[str | None, typer.Option("--format", "-f", help=f"One of {', '.join(_FORMATS)} [tsv].")] = None,
    out: Annotated[str | None, typer.Option("--out", "-o", help="A file [stdout].")] = None,
    sentences: Sentences = "rules",
    lemmas: Lemmas = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
) -> None:
    """Align titles, abstracts, sections and keywords of the papers in a file, sentence by sentence."""
    chosen = format or ("tmx" if out and Path(out).suffix.lower() == ".tmx" else "tsv")
    if chosen not in _FORMATS:
        raise OptionError(f"no format {chosen!r} for aligned text: choose one of {', '.join(_FORMATS)}")
    if pair:
        parse_pair(pair)
    batch = Batch(Extractor(sentences=sentences, lemmas=lemmas))
    records = [record for record in batch.read(file) if record.kind is ArticleKind.ARTICLE]
    if batch.complete or batch.partial:
        write(records, out or sys.stdout.buffer, format=chosen, settings=Settings(pair=pair), overwrite=force)
        sys.stdout.flush()
    raise typer.Exit(batch.exit_code)
