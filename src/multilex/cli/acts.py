"""``multilex acts``: the legal acts that papers cite."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Annotated

import typer
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from multilex import repr_acts
from multilex.cli.inputs import Batch, files
from multilex.cli.options import Acts
from multilex.cli.terminal import NOTHING_READABLE, page, say
from multilex.errors import OptionError
from multilex.export import is_folder, write
from multilex.pipeline import Extractor
from multilex.record import LegalMention, Record
from multilex.vocabulary import ArticleKind

_ACTS = "/acts/"


def acts(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines: an act a line, with its mentions.")] = False,
    table: Annotated[
        str | None, typer.Option("--table", metavar="CSV", help="A file to make: a line per paper and act.")
    ] = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="In --table, a line per paper and a column per act.")
    ] = False,
    own: Acts = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
) -> None:
    """Show the legal acts that papers cite, each once per paper: how often, where, and what the register says."""
    if (matrix and not table) or (as_json and table):
        raise OptionError("--matrix goes with --table, and --json without it")
    wanted = files(paths)
    if not wanted:
        say(f"no files that multilex reads in {', '.join(paths)}")
        raise typer.Exit(NOTHING_READABLE)
    batch = Batch(Extractor(acts=own))
    records: Iterator[Record] = (record for found in batch.read_all(wanted) for record in found)
    first = next(records, None)
    if first is None:
        raise typer.Exit(batch.exit_code)
    records = chain([first], records)
    if table:
        write(records, _file(table), format="act-matrix" if matrix else "acts", overwrite=force)
    elif as_json:
        for line in (line for record in records for line in _lines(record)):
            print(line, flush=True)
    else:
        out = page()
        for record in records:
            if record.kind is ArticleKind.ARTICLE or record.acts:
                _show(record, out)
    raise typer.Exit(batch.exit_code)


def _file(name: str) -> str:
    if is_folder(name):
        raise OptionError(f"--table takes the name of a file, as in {name.rstrip('/')}.csv")
    return name


def _lines(record: Record) -> Iterator[str]:
    """One JSON object an act: the legal source, its mentions in full, and where it was found."""
    for source in record.legal_sources:
        data = source.model_dump(mode="json")
        data["mentions"] = [record.acts[index].model_dump(mode="json") for index in source.mentions]
        yield json.dumps({"file": record.source.file, "record": record.id, **data}, ensure_ascii=False)


def _show(record: Record, out: Console) -> None:
    title = record.title() or next(iter(record.titles), None)
    out.print()
    out.print(Rule(Text(f"{record.source.file} · {title.value if title and title.value else record.kind.value}")))
    if not record.legal_sources:
        out.print("no legal acts")
        return
    out.print(act_table(record))
    for note in record.notes:
        if note.field and note.field.startswith(_ACTS):
            mention = record.acts[int(note.field.removeprefix(_ACTS))]
            act = mention.register_key or mention.key or _printed(mention)
            where = f"{act}, page {_page(mention)}" if record.source.pages else act
            out.print(Text(f"{note.code}  {where}: {note.message}", style="yellow"))


def act_table(record: Record) -> Table:
    """The acts of a paper in the order of their first mention: name, key, what the register says, places cited."""
    shown = Table(box=None, pad_edge=False, header_style="bold")
    shown.add_column("page" if record.source.pages else "")
    shown.add_column("times", justify="right")
    shown.add_column("act", ratio=3)
    shown.add_column("places", ratio=1)
    for source in record.legal_sources:
        first = record.acts[source.mentions[0]]
        data = source.model_dump(mode="json")
        called = repr_acts.name(data, record.language) or _printed(first)
        places = "; ".join(repr_acts.places(data))
        where = _page(first) if record.source.pages else ""
        shown.add_row(
            where, str(len(source.mentions)), Text.assemble(called, (f"\n{repr_acts.known(data)}", "dim")), Text(places)
        )
    return shown


def _printed(mention: LegalMention) -> str:
    return " ".join(mention.text.split())


def _page(mention: LegalMention) -> str:
    return str(mention.places[0].page) if mention.places else "–"
