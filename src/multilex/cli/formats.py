"""``multilex formats``: what records can be written as, and what each format leaves out."""

from collections.abc import Mapping
from typing import Annotated

import typer
from rich.table import Table

from multilex.cli.terminal import page
from multilex.export import Format, Scope, find_format, formats

_HOLDS = {Scope.RECORD: "one record", Scope.INPUT: "the records of an input", Scope.RUN: "all records"}


def list_formats(
    name: Annotated[str | None, typer.Argument(help="A format, for all that it leaves out and why.")] = None,
) -> None:
    """Show the formats that records are written in, and what of a record each cannot carry."""
    out = page()
    if name is None:
        table = _table("format", "ending", "a file holds", "what", "loses")
        for format in formats().values():
            table.add_row(format.NAME, format.SUFFIX, _HOLDS[format.SCOPE], _what(format), _number(len(format.LOSSES)))
        out.print(table)
        return
    chosen = find_format(name)
    out.print((chosen.__doc__ or "").strip())
    out.print(f"\n{chosen.MEDIA_TYPE}, *{chosen.SUFFIX}: a file holds {_HOLDS[chosen.SCOPE]}")
    table = _table("lost", "why")
    for why, fields in by_reason(chosen.LOSSES).items():
        table.add_row(", ".join(fields), why)
    out.print(table if chosen.LOSSES else "Nothing is lost.")


def by_reason(losses: Mapping[str, str]) -> dict[str, list[str]]:
    """The lost fields that share a reason."""
    reasons: dict[str, list[str]] = {}
    for field, why in losses.items():
        reasons.setdefault(why, []).append(field)
    return reasons


def _table(*columns: str) -> Table:
    return Table(*columns, box=None, pad_edge=False, header_style="bold")


def _what(format: Format) -> str:
    """The first sentence of a format's description, after its name."""
    first = " ".join((format.__doc__ or "").split()).partition(": ")[2]
    return first.split(". ")[0].split("; ")[0].rstrip(".").replace("``", "")


def _number(count: int) -> str:
    return f"{count} fields" if count else "nothing"
