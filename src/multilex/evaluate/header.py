"""Header figures: each cell of the trilingual front matter, and whether the whole of it is right."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import regex

from multilex.evaluate.normal import caseless, normal
from multilex.evaluate.outcome import Outcome, compare
from multilex.evaluate.pairing import Gold, source_start
from multilex.record import Author, Record
from multilex.vocabulary import CodeScheme

_MARKS = regex.compile(r"\^\{[^{}]{0,40}\}|[⁰¹²³⁴⁵⁶⁷⁸⁹*0-9]")
_STOP_BEFORE_COMMA = regex.compile(r"[.\s]*[,;]+")
_LEADING_MARKS = regex.compile(r"^(?:\^\{[^{}]{0,40}\}|[⁰¹²³⁴⁵⁶⁷⁸⁹*,\s]|[0-9](?=[\s\p{L}«\"“]))+")


def cells(gold: Gold, record: Record) -> Iterator[Outcome]:
    """`header_cells`: title, authors, affiliations, abstract, keywords per language; codes, mails, dates."""
    for name, lines, values in _tables(gold, record):
        for lang in sorted(lines.keys() | values.keys()):
            entries = lines.get(lang, [])
            at = entries[0].get("start") if entries else None
            yield compare("header_cells", (lang, name), *_CELLS[name](entries, values.get(lang, ())), at=at)
    yield from _codes(gold, record)


def whole(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """`whole_header` of one article from the outcomes of its cells; nothing where gold has no cell."""
    if any(outcome.gold is not None for outcome in outcomes):
        wrong = [" ".join(outcome.by) for outcome in outcomes if not outcome.right]
        soft = all(outcome.soft for outcome in outcomes)
        anything = any(outcome.found is not None for outcome in outcomes)
        found = ("wrong: " + ", ".join(wrong) if wrong else "right") if anything else None
        yield Outcome("whole_header", (), "right", found, not wrong, soft)


def author_fields(gold: Gold, record: Record) -> Iterator[Outcome]:
    """`author_fields`: parts of the name, marks, star and affiliations of authors whose name is right."""
    where = {entry["id"]: normal(entry["value"]) for entry in gold.get("affiliations", ()) if "id" in entry}
    places = {one.id: normal(one.value) for one in record.affiliations}
    for line in gold.get("author_lists", ()):
        found = {normal(author.value): author for author in record.authors if author.lang == line["lang"]}
        for entry in line["authors"]:
            author = found.get(normal(entry["name"]))
            if author is None:
                continue
            given = {
                "family": normal(author.family),
                "given": normal(author.given),
                "marks": [mark for mark in author.marks if mark != "*"],
                "corresponding": author.corresponding,
                "affiliations": [places[one] for one in author.affiliations],
            }
            for field, value in given.items():
                if field in entry:
                    wanted = _AUTHOR_FIELDS[field](entry[field], where)
                    yield compare("author_fields", (line["lang"], field), wanted, value, at=entry["start"])


def _tables(gold: Gold, record: Record) -> Iterator[tuple[str, dict[str, list[Gold]], dict[str, list[Any]]]]:
    """Per field: gold entries by language, findings by language."""
    for name, keys, findings in (
        ("title", ("titles",), record.titles),
        ("authors", ("author_lists", "author_lines"), record.authors),
        ("affiliations", ("affiliations",), record.affiliations),
        ("abstract", ("abstracts",), record.abstracts),
        ("keywords", ("keywords",), record.keywords),
    ):
        key = next((key for key in keys if key in gold), None)
        if key is not None:
            yield (
                name,
                _by_language(gold[key], _lang),
                _by_language(findings, lambda finding: finding.lang or "und"),
            )


def _lang(entry: Gold) -> str:
    return str(entry["lang"])


def _by_language(things: Any, of: Any) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = {}
    for thing in things:
        groups.setdefault(of(thing), []).append(thing)
    return groups


def _title(gold: Sequence[Gold], found: Sequence[Any]) -> tuple[Any, Any]:
    return " ".join(normal(_value(one)) for one in gold), " ".join(normal(one.value) for one in found)


def _abstract(gold: Sequence[Gold], found: Sequence[Any]) -> tuple[Any, Any]:
    return normal(" ".join(_value(one) for one in gold)), normal(" ".join(one.value or "" for one in found))


def _authors(gold: Sequence[Gold], found: Sequence[Author]) -> tuple[Any, Any]:
    """Names in order; where gold has the printed line only, the line without its marks and commas."""
    found = sorted(found, key=source_start)
    if gold and "authors" in gold[0]:
        names = [normal(author["name"]) for line in gold for author in line["authors"]]
        return names, [normal(author.value) for author in found]
    line = " , ".join(_value(one) for one in gold)
    return _printed_names(line), _printed_names(" , ".join(map(_printed_name, found)))


def _printed_name(author: Author) -> str:
    """The printed name; a comma inside it is a misprint, but one inside the value joins two persons."""
    merged = "," in (author.value or "") or ";" in (author.value or "")
    return f"({author.text})" if merged else author.text


def _printed_names(line: str) -> str:
    """An author line as its names stand in it: marks out, commas out, blanks folded.

    >>> _printed_names("¹,²A.B. Omarov , ³ C. Akhmet²,")
    'A.B. Omarov C. Akhmet'
    """
    return normal(_STOP_BEFORE_COMMA.sub(" ", _MARKS.sub("", line)))


def _affiliations(gold: Sequence[Gold], found: Sequence[Any]) -> tuple[Any, Any]:
    """Values in order; where gold has the printed text only, the printed text without its mark."""
    found = sorted(found, key=source_start)
    printed = bool(gold) and "value" not in gold[0]
    values = [one.text if printed else one.value or "" for one in found]
    return [_unmarked(_value(one)) for one in gold], [_unmarked(value) for value in values]


def _keywords(gold: Sequence[Gold], found: Sequence[Any]) -> tuple[Any, Any]:
    wanted = [normal(_value(item)) for one in gold for item in one["items"]]
    return wanted, [normal(item.value) for one in found for item in one.items]


def _unmarked(text: str) -> str:
    return normal(_LEADING_MARKS.sub("", text))


_AUTHOR_FIELDS: dict[str, Callable[[Any, dict[str, str]], Any]] = {
    "family": lambda value, _: normal(value),
    "given": lambda value, _: normal(value),
    "marks": lambda marks, _: [mark for mark in marks if mark != "*"],
    "corresponding": lambda value, _: bool(value),
    "affiliations": lambda ids, where: [where[one] for one in ids],
}


def _value(entry: Gold) -> str:
    value = entry.get("value")
    return str(entry["text"] if value is None else value)


_CELLS = {
    "title": _title,
    "authors": _authors,
    "affiliations": _affiliations,
    "abstract": _abstract,
    "keywords": _keywords,
}


def _codes(gold: Gold, record: Record) -> Iterator[Outcome]:
    """Cells of the article as a whole: sets of codes, the DOI, sets of addresses and dates."""
    for scheme in (CodeScheme.UDC, CodeScheme.IRSTI):
        if "codes" in gold:
            wanted = {normal(code["value"]) for code in gold["codes"] if code["scheme"] == scheme}
            yield from _set(scheme.value, wanted, {normal(code.value) for code in record.code(scheme)}, gold["codes"])
    if "doi" in gold:
        doi = [gold["doi"]] if gold["doi"] else []
        found = {caseless(code.value) for code in record.code(CodeScheme.DOI)}
        yield from _set("doi", {caseless(one["value"]) for one in doi}, found, doi)
    if "emails" in gold:
        wanted = {caseless(one["value"]) for one in gold["emails"]}
        yield from _set("emails", wanted, {caseless(one.value) for one in record.emails}, gold["emails"])
    if "dates" in gold:
        wanted = {f"{one['type']} {one['value']}" for one in gold["dates"]}
        yield from _set("dates", wanted, {f"{one.kind} {one.value}" for one in record.dates}, gold["dates"])


def _set(field: str, wanted: set[str], found: set[str], entries: Sequence[Gold]) -> Iterator[Outcome]:
    """One cell, or none where both sides are empty."""
    wanted, found = wanted - {""}, found - {""}
    if wanted or found:
        at = entries[0].get("start") if entries else None
        yield compare("header_cells", (field,), wanted, found, at=at)
