"""Invented keyword lists and authors in three languages, and how well they are matched."""

import tomllib
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from multilex.align.matching import match
from multilex.extract.people import join_people
from multilex.record import Author
from multilex.segment.author_line import split_authors
from tests.align.passages import LANGUAGES

Printed = dict[str, dict[int, str]]
"""Per language what is printed, in its order, by the number of what it means."""

Pair = tuple[tuple[str, int], tuple[str, int]]
"""Language and number, twice."""


def keyword_lists() -> Iterator[Printed]:
    """The lists of keyword_lists.toml."""
    for entry in _entries("keyword_lists.toml", "list"):
        rows, order = entry["rows"], entry.get("order", {})
        yield {
            lang: {at: rows[at][lang] for at in order.get(lang, range(len(rows))) if lang in rows[at]}
            for lang in LANGUAGES
        }


def author_lists() -> Iterator[Printed]:
    """The papers of people.toml."""
    for entry in _entries("people.toml", "paper"):
        yield {lang: {int(number): name for number, name in names.items()} for lang, names in entry.items()}


def _entries(file: str, name: str) -> list[Any]:
    entries: list[Any] = tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))[name]
    return entries


def wanted(printed: Printed) -> set[Pair]:
    """All pairs that mean the same."""
    return {((a, at), (b, at)) for a, b in combinations(printed, 2) for at in printed[a] if at in printed[b]}


def matched_keywords(printed: Printed) -> set[Pair]:
    """The pairs that are found."""
    numbers = {lang: list(entries) for lang, entries in printed.items()}
    found = match({lang: list(entries.values()) for lang, entries in printed.items()})
    groups = [{lang: numbers[lang][at] for lang, at in one.entries.items()} for one in found]
    return {((a, group[a]), (b, group[b])) for group in groups for a, b in combinations(group, 2)}


def matched_people(printed: Printed) -> set[Pair]:
    """The pairs of authors that get one number, read from an author line per language."""
    authors: list[tuple[str, int, Author]] = []
    for lang, names in printed.items():
        entries = split_authors(", ".join(names.values()))
        authors += [
            (lang, number, _author(f"{lang}-{at}", lang, entry.name.value, entry.name.family, entry.name.given))
            for at, (number, entry) in enumerate(zip(names, entries, strict=True))
        ]
    joined = join_people([author for _, _, author in authors])
    numbered = [(lang, number, one.person) for (lang, number, _), one in zip(authors, joined, strict=True)]
    return {(one[:2], other[:2]) for one, other in combinations(numbered, 2) if one[2] == other[2]}


def _author(identifier: str, lang: str, value: str, family: str | None, given: str | None) -> Author:
    return Author(
        text=value, span=(0, 0), rule="test", id=identifier, lang=lang, value=value, family=family, given=given
    )


def f1(found: Sequence[set[Pair]], gold: Sequence[set[Pair]]) -> float:
    """F1 over all lists."""
    right = sum(len(a & b) for a, b in zip(found, gold, strict=True))
    return 2 * right / sum(map(len, (*found, *gold)))
