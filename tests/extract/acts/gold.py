"""Labelled strings outside the project: legal mentions by hand, and citations with their parse."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from multilex.extract.acts import mentions
from multilex.extract.acts.mention import Mention

TYPES = {
    "presidential_decree": "president_decree",
    "ilo_convention": "convention",
    "ru_federal_law": "federal_law",
}


@dataclass(frozen=True)
class Floor:
    """The least that must be reached: gold mentions there, F1 of spans, share of right fields."""

    least: int
    exact: float
    overlap: float
    fields: float


SENTENCES = {"strings": Floor(50, 0.93, 0.93, 0.97), "citations": Floor(40, 0.0, 0.97, 1.0)}


@dataclass
class Figures:
    """Counts over one set; `misses` are for reading."""

    gold: int
    found: int
    exact: int
    overlap: int
    said: int
    right: int
    misses: list[str]

    @property
    def exact_f1(self) -> float:
        return 2 * self.exact / (self.gold + self.found)

    @property
    def overlap_f1(self) -> float:
        return 2 * self.overlap / (self.gold + self.found)

    @property
    def fields(self) -> float:
        """Share of type, date and number right among the mentions found."""
        return self.right / self.said


def score(corpus: Path, name: str) -> Figures:
    """The figures of ``dev/legal_refs.jsonl`` (strings) or ``domain/citation_examples.csv`` (citations)."""
    total = Figures(0, 0, 0, 0, 0, 0, [])
    for text, lang, listed, wanted in _strings(corpus) if name == "strings" else _citations(corpus):
        found, _, _ = mentions(text, lang, listed=listed)
        total.gold += len(wanted)
        total.found += len(found)
        for entry in wanted:
            _judge(total, text, entry, found)
        extra = [one for one in found if not any(_share(one, entry) for entry in wanted)]
        total.misses += [f"extra: {text[one.start : one.end]}" for one in extra]
    return total


def _judge(total: Figures, text: str, entry: dict[str, Any], found: list[Mention]) -> None:
    one = next((one for one in found if _share(one, entry)), None)
    if one is None:
        total.misses.append(f"missing: {text[entry['start'] : entry['end']]}")
        return
    total.overlap += 1
    # The labels take the pinpoint into the span; a mention never does.
    same = (one.start, one.end) == (entry["start"], entry["end"])
    exact = same or bool(entry.get("pinpoint") and one.end == entry["end"])
    total.exact += exact
    if not exact:
        total.misses.append(f"span: {text[entry['start'] : entry['end']]} | {text[one.start : one.end]}")
    for field in ("type", "date", "number"):
        if entry.get(field) is not None:
            got = getattr(one.act, field)
            total.said += 1
            total.right += got == TYPES.get(entry[field], entry[field])
            if got != TYPES.get(entry[field], entry[field]):
                total.misses.append(f"{field}: {entry[field]} | {got} in {text[one.start : one.end]}")


def _share(one: Mention, entry: dict[str, Any]) -> bool:
    return bool(one.start < entry["end"] and entry["start"] < one.end)


def _strings(corpus: Path) -> Iterator[tuple[str, str, bool, list[dict[str, Any]]]]:
    for line in (corpus / "dev" / "legal_refs.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        yield entry["text"], entry["lang"], entry["kind"] == "reference", entry["mentions"]


def _citations(corpus: Path) -> Iterator[tuple[str, str, bool, list[dict[str, Any]]]]:
    """Citations whose act is named by a noun: date and number of the first act of each."""
    path = corpus.parent / "domain" / "citation_examples.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = row["string"]
            numbers = row["number"].split("; ")
            if row["kind"] != "citation" or not row["seen_in"] or _bare(text):
                continue
            entry = {"start": 0, "end": len(text), "type": row["act_type"], "date": row["date"] or None}
            yield text, row["lang"], True, [{**entry, "number": numbers[0] or None}]


def _bare(text: str) -> bool:
    """Citations of a number alone, without a noun that says what it is; and one repeal in the same breath."""
    return text.lower().startswith(("от ", "of ")) or "ЌРЗ" in text


UNITS = {
    "art": "article",
    "arts": "article",
    "para": "paragraph",
    "point": "paragraph",
    "subpara": "subparagraph",
    "subpoints": "subparagraph",
    "part": "part",
    "chapter": "chapter",
}


def cited_places(corpus: Path) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    """The strings of ``domain/citation_examples.csv`` that cite a place, with its units and values."""
    with (corpus.parent / "domain" / "citation_examples.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["pinpoint"]:
                yield row["string"], set(_places(row["pinpoint"]))


def _places(label: str) -> Iterator[tuple[str, str]]:
    unit = ""
    for word in label.replace(",", " ").replace(";", " ").split():
        first, _, last = word.partition("-")
        if word in UNITS:
            unit = UNITS[word]
        elif last and int(last) > int(first):
            yield from ((unit, str(value)) for value in range(int(first), int(last) + 1))
        else:
            yield unit, word
