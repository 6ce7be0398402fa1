"""``multilex packs``: what multilex knows."""

from collections.abc import Mapping
from typing import Any

from rich.table import Table

from multilex.cli.terminal import page
from multilex.codes import schemes
from multilex.export import formats
from multilex.packs import languages
from multilex.read import SUFFIXES
from multilex.tagging import KINDS


def packs() -> None:
    """Show what is known: languages, code schemes, formats, with counts."""
    out = page()
    table = _table("Languages", "labels", "headings", "months", "words")
    for tag, pack in languages().items():
        counts = (_count(pack.data.get(name, {})) for name in ("labels", "headings", "months", "words"))
        table.add_row(tag, *map(str, counts))
    out.print(table)
    table = _table("Code schemes", "what")
    for name, scheme in schemes().items():
        table.add_row(name, _what(scheme))
    out.print(table)
    out.print(f"Formats out: {', '.join(sorted(formats()))} (see multilex formats)")
    out.print(f"Formats in: {', '.join(SUFFIXES)}   Kinds of tags: {', '.join(KINDS)}")


def _table(first: str, *columns: str) -> Table:
    return Table(first, *columns, box=None, pad_edge=False, header_style="bold")


def _count(entries: Mapping[str, Any]) -> int:
    """The number of forms in a table of a pack."""
    return sum(len(forms) if isinstance(forms, list | dict) else 1 for forms in entries.values())


def _what(module: object) -> str:
    """The first line of a module's description."""
    return (module.__doc__ or "").strip().splitlines()[0]
