"""``multilex references``: the references of papers, in the formats of bibliographies."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from multilex.cli.inputs import Batch, files
from multilex.cli.terminal import NOTHING_READABLE, say
from multilex.errors import OptionError
from multilex.export import write
from multilex.export._works import works
from multilex.record import Record

_FORMATS = {"csl-json": "csl-json", "biblatex": "biblatex", "bibtex": "biblatex", "ris": "ris", "jsonl": None}


def references(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    format: Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(_FORMATS)}.")] = "csl-json",
) -> None:
    """Print the works that papers cite, one entry for both printings of a work, to standard output."""
    if format not in _FORMATS:
        raise OptionError(f"no format {format!r}: choose one of {', '.join(_FORMATS)}")
    wanted = files(paths)
    if not wanted:
        say(f"no files that multilex reads in {', '.join(paths)}")
        raise typer.Exit(NOTHING_READABLE)
    batch = Batch()
    records = (record for found in batch.read_all(wanted) for record in found)
    name = _FORMATS[format]
    if name:
        write(records, sys.stdout.buffer, format=name)
    else:
        sys.stdout.writelines(_lines(records))
    sys.stdout.flush()
    raise typer.Exit(batch.exit_code)


def _lines(records: Iterator[Record]) -> Iterator[str]:
    """One JSON object a line: file and item of the work beside its CSL-JSON."""
    for work in works(records):
        entry = {"file": work.record.source.file, "record": work.record.id, "item": work.item.id, "csl": work.csl()}
        yield json.dumps(entry, ensure_ascii=False) + "\n"
