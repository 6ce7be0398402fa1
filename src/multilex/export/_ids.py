"""The identifiers of an article in mark-up: what its links point at."""

from dataclasses import dataclass

from multilex.export._works import printings
from multilex.record import Callout, Citation, Record, Reference


@dataclass(frozen=True, slots=True)
class Cited:
    """An item of the reference lists under one identifier, with its romanised printing where there is one."""

    id: str
    item: Reference
    twin: Reference | None


class Ids:
    """The identifiers of one record."""

    def __init__(self, record: Record) -> None:
        self.lists: list[list[Cited]] = []
        self._works: dict[str, str] = {}
        self._notes = {
            call.span: f"fn{number}" for number, note in enumerate(record.footnotes, 1) for call in note.callouts
        }
        self._acts = {
            mention: f"L{number}" for number, act in enumerate(record.legal_sources, 1) for mention in act.mentions
        }
        items = {item.id: item for one in record.references for item in one.items}
        twins, paired = printings(record)
        for one in record.references:
            cited = [item for item in one.items if item.id not in paired]
            self.lists.append([self._cited(item, items.get(twins.get(item.id, ""))) for item in cited])
        for romanized, original in paired.items():
            self._works[romanized] = self._works[original]

    def _cited(self, item: Reference, twin: Reference | None) -> Cited:
        ident = f"R{len(self._works) + 1}"
        self._works[item.id] = ident
        return Cited(ident, item, twin)

    def works(self, citation: Citation) -> str | None:
        """The works of a citation, as the value of ``rid``; None where none is known."""
        return " ".join(dict.fromkeys(self._works[one] for one in citation.targets if one in self._works)) or None

    def note(self, callout: Callout) -> str:
        """The footnote of a callout."""
        return self._notes[callout.span]

    def act(self, mention: int) -> str | None:
        """The act that a mention (by its index) means."""
        return self._acts.get(mention)
