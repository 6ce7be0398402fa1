"""The works that papers cite, one entry each: a reference with its twin in the other list, under a stable key."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import normalize

import regex

from multilex.packs.romanisation import schemes
from multilex.record import ParsedReference, Record, Reference

_NOT_ASCII_LETTER = regex.compile(r"[^a-z0-9]")
_EXTRA = ("title-translation",)
"""What we read and CSL has no name for."""


@dataclass(frozen=True, slots=True)
class Work:
    """A cited work: `key` is unique among the records given; `twin` is its romanised printing, where there is one."""

    key: str
    record: Record
    item: Reference
    twin: Reference | None

    @property
    def fields(self) -> ParsedReference:
        """The fields of the item; an item that could not be parsed has its text for a title."""
        if self.item.fields is not None:
            return self.item.fields
        return ParsedReference(type="document", unparsed=(self.item.span,))

    def csl(self) -> dict[str, Any]:
        """A CSL-JSON item that obeys the CSL schema; what CSL has no name for is under ``custom``."""
        item: dict[str, Any] = {"id": self.key, **self.fields.csl()}
        custom: dict[str, Any] = {name: item.pop(name) for name in _EXTRA if name in item}
        if self.fields.others:
            custom["et-al"] = list(self.fields.others)
        if self.twin is not None and self.twin.fields is not None:
            custom["romanized"] = self.twin.fields.csl()
        custom["text"] = self.item.value
        return {**item, "custom": custom}


def works(records: Iterable[Record]) -> Iterator[Work]:
    """
    Every item of every reference list, in order, but for the twins of items that stand before; then the works that
    footnotes name and no list or note before them does.

    Keys are family name and year in ASCII (``hamzin2023``), with a letter where several works share them.
    """
    counts: Counter[str] = Counter()
    for record in records:
        items = {item.id: item for one in record.references for item in one.items}
        twins, merged = printings(record)
        noted = (one for note in record.footnotes for one in note.references if one.fields and one.antecedent is None)
        for item in (*items.values(), *noted):
            if item.id in merged:
                continue
            stem = _stem(item)
            counts[stem] += 1
            yield Work(stem + _letters(counts[stem] - 1), record, item, items.get(twins.get(item.id, "")))


def printings(record: Record) -> tuple[dict[str, str], dict[str, str]]:
    """The romanised item of each original one, and the original of each romanised one, by their ids; the first where
    several works share a line.
    """
    pairs = [(pair.original, pair.romanized) for pair in reversed(record.twins)]
    return dict(pairs), {romanized: original for original, romanized in pairs}


def _letters(count: int) -> str:
    """Nothing for the first, then b, c … z, ba …"""
    letters = ""
    while count:
        count, rest = divmod(count, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _stem(item: Reference) -> str:
    fields = item.fields
    names = [name for role in ("author", "editor") for name in (fields.names.get(role, ()) if fields else ())]
    title = fields.values.get("title") if fields else None
    first = next((name.family or name.literal for name in names), None) or (title.value if title else item.value) or ""
    issued = fields.values.get("issued") if fields else None
    return (_ascii(first)[:20] or "work") + (issued.value[:4] if issued else "")


def _ascii(text: str) -> str:
    """
    The letters of a text in ASCII.

    >>> _ascii("Ғұмаров Щ.")
    'gumarovshch'
    """
    latin = text.casefold().translate(_table())
    return _NOT_ASCII_LETTER.sub("", regex.sub(r"\p{M}", "", normalize("NFD", latin)))


@cache
def _table() -> dict[int, str]:
    return {**schemes()["ru-icao"], **schemes()["kk-habit-y"]}
