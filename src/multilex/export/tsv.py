"""TSV: what the languages of a paper say side by side, a unit a line; gaps stay empty.

Columns: ``record``, ``file``, ``role`` (titles, abstracts, the role of a section, keywords), ``kind`` (how many
sentences of each language, or on what basis keywords are paired), ``score``, then a column per language, then their
spans (``kk_spans``: ``120-180 181-240``). Blanks of any sort are single spaces; there is no quoting.
"""

from collections.abc import Iterable, Iterator

from multilex.export._units import LANGUAGES, Pair, Unit, units
from multilex.record import Record

SUFFIX = ".tsv"
ONE_PER_RECORD = False


def render(records: Iterable[Record], pair: Pair | None = None) -> Iterator[str]:
    """A line of names, then a line per unit; of one `pair` of languages, or of all three at once."""
    languages = pair or LANGUAGES
    yield _line(["record", "file", "role", "kind", "score", *languages, *(f"{lang}_spans" for lang in languages)])
    for record in records:
        for unit in units(record, pair):
            yield _line([record.id, record.source.file, *_cells(unit, languages)])


def _cells(unit: Unit, languages: Iterable[str]) -> list[str]:
    texts, spans = [], []
    for lang in languages:
        side = unit.sides.get(lang)
        texts.append(side.text if side else "")
        spans.append(" ".join(f"{start}-{end}" for start, end in side.spans) if side else "")
    return [unit.role, unit.kind, "" if unit.score is None else f"{unit.score:.4f}", *texts, *spans]


def _line(cells: Iterable[str]) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"
