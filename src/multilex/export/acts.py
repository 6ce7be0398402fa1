"""Acts: CSV with a line per paper and legal act that it cites, for citation networks.

Columns: ``record``, ``file``, ``paper`` (its title), ``language``; ``act`` (its key), ``type``, ``jurisdiction``,
``date``, ``number``, ``title``, ``adilet`` (the register's id), ``status``; ``mentions`` (how often), ``languages``,
``places``, ``resolution``, ``candidates``. Several values in a cell are joined by ``; ``.
"""

from collections.abc import Iterable, Iterator

from multilex import repr_acts
from multilex.export._face import Scope
from multilex.export._lines import MARK, csv_line
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.record import LegalSource, Record

NAME = "acts"
SUFFIX = ".acts.csv"
MEDIA_TYPE = "text/csv"
SCOPE = Scope.RUN
LOSSES = lost(
    ("titles", "acts", "legal_sources"), "only acts", titles="one per paper", acts="how many, not where in the paper"
)

_COLUMNS = (
    "record", "file", "paper", "language", "act", "type", "jurisdiction", "date", "number", "title", "adilet", "status",
    "mentions", "languages", "places", "resolution", "candidates",
)  # fmt: skip


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """A line of names, then a line per paper and act."""
    yield MARK + csv_line(_COLUMNS)
    for record in records:
        for source in record.legal_sources:
            yield csv_line(_cells(record, source))


def _cells(record: Record, source: LegalSource) -> Iterator[str | int | None]:
    data = source.model_dump(mode="json")
    title = record.title() or next(iter(record.titles), None)
    yield from (record.id, record.source.file, title.value if title else None, record.language)
    yield from (source.key, source.act_type, source.jurisdiction, source.date, source.number)
    yield from (repr_acts.name(data, record.language), source.adilet_id, source.status and source.status.value)
    yield len(source.mentions)
    yield _joined(dict.fromkeys(record.acts[index].lang for index in source.mentions))
    yield from (_joined(repr_acts.places(data)), source.resolution.value, _joined(source.candidates))


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)
