"""Lines of CSV."""

import csv
import io
from collections.abc import Iterable

MARK = "\ufeff"
"""What spreadsheets ask for at the beginning of a UTF-8 file."""


def csv_line(cells: Iterable[object]) -> str:
    """A line of CSV as RFC 4180 has it, but for the plain line feed at its end; None is an empty cell."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
