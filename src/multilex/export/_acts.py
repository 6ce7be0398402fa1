"""What the tables of acts and the command line share: how an act and a place in it are called."""

import csv
import io
from collections.abc import Iterable, Sequence

from multilex.record import LegalSource, PinpointPart


def name(source: LegalSource, lang: str) -> str | None:
    """What an act is called, if possible in `lang`: by the catalogue, else by the paper; None without a title."""
    for titles in (source.titles, source.printed):
        if lang in titles:
            return titles[lang]
    return next(iter((*source.printed.values(), *source.titles.values())), None)


def place(path: Sequence[PinpointPart]) -> str:
    """A place in an act for people.

    >>> place([PinpointPart(unit="article", value="138"), PinpointPart(unit="paragraph", value="2")])
    'article 138, paragraph 2'
    """
    return ", ".join(f"{part.unit} {part.value}" for part in path)


def csv_line(cells: Iterable[str | int | None]) -> str:
    """A line of CSV as RFC 4180 has it, but for the plain line feed at its end; None is an empty cell."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
