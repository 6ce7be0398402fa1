"""RIS: the cited works as tagged lines that reference managers import."""

from collections.abc import Iterable, Iterator

from multilex.export._face import Scope
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._works import Work, works
from multilex.packs import table
from multilex.record import Record, ReferenceName

NAME = "ris"
SUFFIX = ".ris"
MEDIA_TYPE = "application/x-research-info-systems"
SCOPE = Scope.INPUT
LOSSES = lost(("references", "twins"), "a bibliography holds the cited works, not the paper that cites them")


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """One block per work, from ``TY`` to ``ER``."""
    for work in works(records):
        yield "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in _lines(work)) + "ER  - \n\n"


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    names, fields = table("bibliography")["ris"], work.fields
    yield "TY", names["types"].get(fields.type, "GEN")
    yield "ID", work.key
    for role, people in fields.names.items():
        for person in people:
            yield names["roles"].get(role, "A4"), _name(person)
    for csl, value in fields.values.items():
        if csl == "page":
            first, _, last = value.value.partition("-")
            yield "SP", first
            if last:
                yield "EP", last
        elif csl == "issued":
            yield "PY", value.value[:4]
            yield "DA", value.value.replace("-", "/")
        elif csl == "accessed":
            yield "Y2", value.value.replace("-", "/")
        elif csl in names["fields"]:
            yield names["fields"][csl], value.value
    if fields.language:
        yield "LA", fields.language
    if work.twin is not None and work.twin.fields is not None and "title" in work.twin.fields.values:
        yield "TT", work.twin.fields.values["title"].value
    if work.item.value:
        yield "N1", work.item.value


def _name(name: ReferenceName) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)
