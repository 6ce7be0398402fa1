"""Passages in three languages with their alignment, written for this project.

Each ``[[passage]]`` has a `name` and `rows`; a row holds what the languages say of one thing, as one sentence or a
list of them. Where two languages have equally many in a row, they correspond one by one. `summary` names the
languages that only sum up. Those of ``later.toml`` name their `kind` themselves.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("kk", "ru", "en")
KINDS = ("parallel", "divided", "omitted", "reordered", "summary")

Bead = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: per language its sentences, and per row the indices of those that belong together."""

    kind: str
    name: str
    sentences: dict[str, tuple[str, ...]]
    rows: tuple[dict[str, tuple[int, ...]], ...]
    summary: tuple[str, ...]
    later: bool = False  # written when the parameters had been chosen

    def beads(self, first: str, second: str) -> list[Bead]:
        """The alignment of two languages, in the order of the rows."""
        return [bead for row in self.rows for bead in _beads(row[first], row[second])]


def _beads(first: tuple[int, ...], second: tuple[int, ...]) -> list[Bead]:
    if len(first) == len(second) > 1:
        return [((i,), (j,)) for i, j in zip(first, second, strict=True)]
    return [(first, second)] if first or second else []


def passages() -> Iterator[Passage]:
    """All passages, kind by kind, then those written later."""
    for name in (*KINDS, "later"):
        path = Path(__file__).parent / f"{name}.toml"
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]:
            yield _passage(entry.get("kind", name), entry, later=name == "later")


def _passage(kind: str, entry: dict[str, Any], *, later: bool) -> Passage:
    sentences: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    rows = []
    for row in entry["rows"]:
        cells = {}
        for lang in LANGUAGES:
            said = row.get(lang, [])
            said = [said] if isinstance(said, str) else said
            cells[lang] = tuple(range(len(sentences[lang]), len(sentences[lang]) + len(said)))
            sentences[lang] += said
        rows.append(cells)
    whole = {lang: tuple(each) for lang, each in sentences.items()}
    return Passage(kind, entry["name"], whole, tuple(rows), tuple(entry.get("summary", ())), later)
