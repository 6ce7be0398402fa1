"""``multilex show``: what was found in a file, for people."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from multilex.cli.acts import act_table
from multilex.cli.inputs import Batch
from multilex.cli.options import Password
from multilex.cli.terminal import page
from multilex.pipeline import Extractor
from multilex.record import Code, Finding, Record
from multilex.vocabulary import ArticleKind, CodeStatus

_STYLES = {"error": "red", "warning": "yellow", "info": "dim"}
_GAP = Text("not in the paper", style="dim italic")


def show(
    file: Annotated[str, typer.Argument(help="A PDF, Word, HTML or text file, or - for standard input.")],
    password: Password = "",
) -> None:
    """Show what was found in a file, paper by paper and page by page."""
    batch = Batch(Extractor(password=password))
    records = batch.read(file)
    out = page()
    if len(records) > 1:
        out.print(_overview(records))
    for record in records:
        if record.kind is not ArticleKind.MATTER or len(records) == 1:
            _show(record, out)
    raise typer.Exit(batch.exit_code)


def _overview(records: Iterable[Record]) -> Table:
    """One line per record: where it stands and what it is."""
    table = _table("pages", "kind", "lang", "title", "refs", "notes")
    for record in records:
        title = record.title() or next(iter(record.titles), None)
        references = sum(len(one.items) for one in record.references)
        cells = (_pages(record), record.kind.value, record.language, title.value or "" if title else "")
        table.add_row(*cells, str(references or ""), str(len(record.notes) or ""))
    return table


def _show(record: Record, out: Console) -> None:
    out.print()
    out.print(Rule(Text(f"{record.source.file}{_on_pages(record)} · {record.kind} in {record.language}")))
    for line in _codes(record):
        out.print(line)
    if record.kind is ArticleKind.ARTICLE:
        out.print(_header(record))
    if record.sections:
        out.print(_sections(record))
    for references in record.references:
        heading = references.heading.value if references.heading else "References"
        where = f", from page {_page(references.items[0])}" if references.items and record.source.pages else ""
        out.print(f"{heading}: {len(references.items)} items ({references.kind}){where}")
    out.print(f"{len(record.citations)} citations, {len(record.footnotes)} footnotes")
    if record.legal_sources:
        out.print(act_table(record))
    if record.notes:
        out.print(_notes(record))


def _codes(record: Record) -> Iterable[Text]:
    """A line per code, date and address, each value once."""
    lines: dict[tuple[str, str], list[str]] = {}
    for code in record.codes:
        lines.setdefault((code.scheme.value, _value(code)), [_page(code), *_about(code)])
    for date in record.dates:
        lines.setdefault((date.kind.value, _value(date)), [_page(date)])
    for email in record.emails:
        lines.setdefault(("e-mail", _value(email)), [_page(email)])
    for (kind, value), (where, *about) in lines.items():
        told = "".join(f"  {part}" for part in (f"page {where}" if record.source.pages else "", *about) if part)
        yield Text.assemble((f"{kind:<8}", "bold"), f" {value}", (told, "dim"))


def _about(code: Code) -> Iterable[str]:
    """Doubts, and the English name of the highest level that has one."""
    if code.status is not CodeStatus.VALID:
        yield code.status.value
    yield next((level.names["en"] for level in code.path if "en" in level.names), "")


def _header(record: Record) -> Table:
    """The front matter in its languages side by side."""
    languages = record.alignment.languages
    table = Table("", *languages, show_lines=True, header_style="bold")
    fields: dict[str, Iterable[tuple[str | None, str]]] = {
        "title": [(one.lang, _value(one)) for one in record.titles],
        "authors": [(one.lang, _value(one) + "".join(f" [{mark}]" for mark in one.marks)) for one in record.authors],
        "affiliations": [
            (one.lang, (f"[{one.mark}] " if one.mark else "") + _value(one)) for one in record.affiliations
        ],
        "abstract": [(one.lang, _value(one)) for one in record.abstracts],
        "keywords": [(one.lang, "; ".join(item.value or item.text for item in one.items)) for one in record.keywords],
    }
    for name, values in fields.items():
        cells = ["\n".join(value for lang, value in values if lang == column) for column in languages]
        table.add_row(name, *(Text(cell) if cell else _GAP for cell in cells))
    return table


def _sections(record: Record) -> Table:
    table = _table("page", "section", "role", "lang")
    for section in record.sections:
        first = section.heading or (record.blocks[section.blocks[0]] if section.blocks else None)
        heading = section.heading.value or "" if section.heading else "(no heading)"
        where = _page(first) if first else ""
        table.add_row(where, "  " * (section.level - 1) + heading, section.role.value, section.lang)
    return table


def _notes(record: Record) -> Table:
    table = _table("page", "note", "what")
    for note in record.notes:
        where = str(note.places[0].page) if note.places else ""
        table.add_row(where, note.code.value, note.message, style=_STYLES[note.severity])
    return table


def _table(*columns: str) -> Table:
    return Table(*columns, box=None, pad_edge=False, header_style="bold")


def _value(finding: Finding) -> str:
    value = getattr(finding, "value", None)
    return value if value is not None else f"unread: {finding.text}"


def _page(finding: Finding) -> str:
    return str(finding.places[0].page) if finding.places else "–"


def _pages(record: Record) -> str:
    pages = record.source.pages
    return "–" if pages is None else f"{pages[0]}–{pages[1]}" if pages[0] != pages[1] else str(pages[0])


def _on_pages(record: Record) -> str:
    return f" · pages {_pages(record)}" if record.source.pages else ""
