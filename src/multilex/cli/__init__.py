"""The command line: one file per verb.

Exit codes: 0 all complete, 1 some partial or skipped, 2 usage, 3 nothing readable. What was asked for goes to
standard output; everything that is said about it, in single lines, to standard error.
"""

import sys
from typing import Annotated

import typer

from multilex import __version__
from multilex.cli.acts import acts
from multilex.cli.align import align
from multilex.cli.evaluate import evaluate
from multilex.cli.export import export
from multilex.cli.extract import extract
from multilex.cli.formats import list_formats
from multilex.cli.ocr import ocr
from multilex.cli.packs import packs
from multilex.cli.references import references
from multilex.cli.show import show
from multilex.cli.split import split
from multilex.cli.tag import tag
from multilex.cli.terminal import NOTHING_READABLE, USAGE, say
from multilex.errors import MultilexError, OptionError

app = typer.Typer(
    name="multilex",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verb in (extract, export, split, show, align, acts, tag, references, packs, ocr, evaluate):
    app.command()(verb)
app.command(name="formats")(list_formats)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"multilex {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Turn Kazakhstani trilingual journal papers and issues into structured, aligned records."""


def main() -> None:
    """Run the command line; errors end in one line and an exit code, never in a traceback."""
    try:
        app()
    except (OptionError, FileExistsError) as error:
        say(str(error))
        sys.exit(USAGE)
    except (MultilexError, OSError) as error:
        say(str(error))
        sys.exit(NOTHING_READABLE)
