"""TSV: what the languages of a paper say side by side, a unit a line; gaps stay empty.

Columns: ``record``, ``file``, ``role`` (titles, abstracts, the role of a section, keywords), ``kind`` (how many
sentences of each language, or on what basis keywords are paired), ``score``, then a column per language, then their
spans (``kk_spans``: ``120-180 181-240``). Blanks of any sort are single spaces; there is no quoting.
"""

from collections.abc import Iterable, Iterator

from multilex.export._face import Scope
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._units import LANGUAGES, Unit, parse_pair, units
from multilex.record import Record

NAME = "tsv"
SUFFIX = ".tsv"
MEDIA_TYPE = "text/tab-separated-values"
SCOPE = Scope.INPUT
LOSSES = lost(
    ("titles", "abstracts", "keywords", "alignment.texts", "alignment.keywords"),
    "only what the paper says in several languages",
)


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """A line of names, then a line per unit; of the `pair` of languages in the settings, or of all three at once."""
    pair = parse_pair(settings.pair) if settings.pair else None
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
