"""Render: a report for the screen."""

from itertools import takewhile

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from multilex.evaluate.report import Count, Miss, Report


def render(report: Report, *, misses: bool = False) -> RenderableType:
    """A table of the figures with their languages and fields, and if asked for, the misses."""
    corpus, cost = report.corpus, report.cost
    table = Table(
        title=f"{corpus['path']} · {corpus['files']} files · {corpus['kind']}",
        caption=f"{cost['cpu_seconds']} CPU s · peak {cost['peak_mb']} MB · corpus {corpus['sha256'][:12]}",
        box=None,
    )
    table.add_column("figure")
    for column in ("gold", "found", "right", "precision", "recall", "F1", "soft F1"):
        table.add_column(column, justify="right")
    for name, figure in report.figures.items():
        table.add_row(*_row(name, figure.all), style="bold")
        for label in sorted(figure.by):
            table.add_row(*_row(f"  {label}", figure.by[label]))
    return Group(table, *(map(_miss, report.misses) if misses else ()))


def _row(name: str, count: Count) -> list[str]:
    values = count.to_dict()
    counts = [str(values[key]) for key in ("gold", "found", "right")]
    return [name, *counts, *(f"{values[key]:.3f}" for key in ("precision", "recall", "f1", "soft_f1"))]


def _miss(miss: Miss) -> Text:
    """A miss in three lines: where, what gold has, what was found; long values from where they differ."""
    one = miss.outcome
    where = f"\n{miss.file} {miss.article} {one.figure} {' '.join(one.by)}"
    where += f" @{one.at}" if one.at is not None else ""
    where += f" ×{one.weight}" if one.weight > 1 else ""
    gold, found = _cut(one.gold, one.found)
    return Text.assemble((where, "bold"), ("\n  gold  " + gold, "green"), ("\n  found " + found, "red"))


def _cut(gold: str | None, found: str | None, width: int = 160) -> tuple[str, str]:
    if gold is None or found is None:
        return _short(gold, width), _short(found, width)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(gold, found, strict=False)))
    skip = max(0, same - 40) if max(len(gold), len(found)) > width else 0
    mark = "…" if skip else ""
    return mark + _short(gold[skip:], width), mark + _short(found[skip:], width)


def _short(value: str | None, width: int) -> str:
    if value is None:
        return "-"
    line = value.replace("\n", "⏎")
    return line if len(line) <= width else line[:width] + "…"
