"""``multilex export``: records that were extracted before into another format."""

import json
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from multilex.cli.formats import by_reason
from multilex.cli.terminal import COMPLETE, NOTHING_READABLE, say
from multilex.errors import ExportError, ExportWarning, InputError
from multilex.export import find_format, formats, load_settings, losses, write
from multilex.record import Record
from multilex.vocabulary import ArticleKind


def export(
    paths: Annotated[list[str], typer.Argument(help="Files of records in JSON Lines, or - for standard input.")],
    format: Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(sorted(formats()))}.")],
    out: Annotated[
        str | None, typer.Option("--out", "-o", help="A file, or a folder (it need not exist) [stdout].")
    ] = None,
    settings: Annotated[
        str | None,
        typer.Option("--settings", "-s", help="A TOML file: journal, issue, site."),
    ] = None,
    papers_only: Annotated[
        bool, typer.Option("--papers-only", help="Leave out tails of papers and matter that is none.")
    ] = False,
    show_losses: Annotated[bool, typer.Option("--losses", help="Tell what of the records the format loses.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that are there, and write what a reader would refuse.")
    ] = False,
) -> None:
    """Write records in another format; ``multilex formats`` lists them."""
    find_format(format)
    said = load_settings(settings) if settings else None
    lost: Counter[str] = Counter()
    records = _counted(_read(paths, papers_only), format, lost)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", ExportWarning)
            warnings.showwarning = lambda message, *_: say(str(message))
            made = write(records, out or sys.stdout.buffer, format=format, settings=said, overwrite=force, force=force)
    except ExportError as error:
        say(str(error))
        raise typer.Exit(NOTHING_READABLE) from error
    sys.stdout.flush()
    if show_losses:
        why = find_format(format).LOSSES
        for reason, fields in by_reason({field: why[field] for field in lost}).items():
            say(f"lost: {', '.join(f'{field} ({lost[field]}×)' for field in fields)}: {reason}")
    if made and sys.stderr.isatty():
        say(f"{len(made)} file{'s' * (len(made) != 1)} → {out}")
    raise typer.Exit(COMPLETE)


def _counted(records: Iterator[Record], format: str, lost: Counter[str]) -> Iterator[Record]:
    for record in records:
        lost.update(losses(record, format).keys())
        yield record


def _read(paths: list[str], papers_only: bool) -> Iterator[Record]:
    """The records of the files, one at a time."""
    for path in paths:
        if path == "-":
            yield from _lines("stdin", iter(sys.stdin.buffer), papers_only)
            continue
        if not Path(path).is_file():
            raise InputError(f"{path}: there is no such file")
        with Path(path).open("rb") as file:
            yield from _lines(path, iter(file), papers_only)


def _lines(name: str, lines: Iterator[bytes], papers_only: bool) -> Iterator[Record]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = Record.model_validate_json(line)
        except ValidationError as error:
            raise InputError(f"{name}, line {number}: no record of multilex: {_first(error, line)}") from error
        if record.kind is ArticleKind.ARTICLE or not papers_only:
            yield record


def _first(error: ValidationError, line: bytes) -> str:
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    try:
        schema = json.loads(line).get("schema")
    except (ValueError, AttributeError, RecursionError):
        return "not a JSON object"
    return f"schema {schema!r}" if schema != "multilex.record/1" else f"{where}: {first['msg']}"
