"""``multilex split``: an issue into its papers, a PDF, a text and a record each."""

from pathlib import Path
from typing import Annotated

import typer

from multilex import split as papers
from multilex.cli.inputs import Batch
from multilex.cli.options import Password
from multilex.cli.terminal import say
from multilex.engines.pdf_pages import unlock
from multilex.errors import OptionError
from multilex.pipeline import Extractor
from multilex.vocabulary import ArticleKind


def split(
    file: Annotated[str, typer.Argument(help="A file that holds several papers.")],
    out: Annotated[str, typer.Option("--out", "-o", help="A folder (it need not exist).")],
    everything: Annotated[
        bool, typer.Option("--all", help="Tails of papers, covers and contents too, not whole papers only.")
    ] = False,
    password: Password = "",
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there already.")] = False,
) -> None:
    """Split an issue into one PDF, one text and one record (JSON) per paper, named after the file and the place in it.

    When the settings of ``multilex export --format ojs-3.4`` name the folder as ``galleys``, it finds the PDFs.
    """
    if Path(out).exists() and not Path(out).is_dir():
        raise OptionError(f"{out} is a file: give a folder")
    batch = Batch(Extractor(password=password))
    records = [one for one in batch.read(file) if everything or one.kind is ArticleKind.ARTICLE]
    if records:
        data = Path(file).read_bytes()
        made = list(papers(records, unlock(data, password) if password else data, out, overwrite=force))
        say(f"{len(records)} part{'s' * (len(records) != 1)}, {len(made)} files → {out}")
    raise typer.Exit(batch.exit_code)
