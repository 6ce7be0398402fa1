"""The reference lists of an article: which is which, their items, and what is odd about their numbers."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from multilex import record
from multilex.article import Article, Language, Unit
from multilex.document import Document
from multilex.extract.note_pieces import place_in_the_same
from multilex.extract.reference_fields.placed import folded_value, place_reference
from multilex.extract.reference_items import Item, split_items
from multilex.packs import languages, table
from multilex.segment.language import languages_of
from multilex.vocabulary import ArticleKind, ListKind, NoteCode, Role, Severity

LanguagesOf = Callable[[Document, int, int], Language]
"""Names the language of a stretch of a document."""

_RULE = "reference-item"
_BESIDE = {Role.RUNNING_HEAD, Role.PAGE_NUMBER, Role.FOOTNOTE}
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LETTER = regex.compile(r"\p{L}")
_SHORTEST_RUN = 3
_PAGES = regex.compile(r"[0-9]{1,5}(?:\s?[-‐‑‒–—]\s?[0-9]{1,5})?")
_DASH = regex.compile(r"\s?[-‐‑‒–—]\s?")


@dataclass(frozen=True, slots=True)
class _List:
    """A list before its record: heading, blocks and items."""

    heading: Unit | None
    spans: tuple[tuple[int, int], ...]
    items: tuple[Item, ...]


def reference_lists(
    article: Article, languages_of: LanguagesOf = languages_of
) -> tuple[tuple[record.ReferenceList, ...], tuple[record.Note, ...]]:
    """The article's reference lists in printed order, and notes on their numbering.

    Two lists are the original one and its romanised or translated twin, told apart by script, by notes such
    as ``[in Russian]`` and by order; a single list is the original one. ``unknown`` is a list without
    heading in the tail of a paper, and a single all-Latin list under an English heading in a paper that is
    not in English. Items have ids like ``original:7``; a second item 7 is ``original:7-2``, an item whose
    number cannot be told has the id of its place, ``unknown:#3``.
    """
    lists = [part for one in _gather(article) for part in _parted(article.document, one)]
    kinds = _kinds(article, lists)
    names: Counter[str] = Counter()
    found = []
    for one, kind in zip(lists, kinds, strict=True):
        names[kind] += 1
        name = kind.value if names[kind] == 1 else f"{kind.value}-{names[kind]}"
        found.append(_record(article, one, kind, name, languages_of))
    return tuple(found), (*_numbering(found), *_difference(found))


def _gather(article: Article) -> Iterator[_List]:
    heading: Unit | None = None
    spans: list[tuple[int, int]] = []
    for unit in article.units:
        figures = unit.role is Role.TABLE and not _LETTER.search(article.text(unit))  # an item's last line, indented
        if unit.role is Role.REFERENCE or (spans and figures):
            spans.append((unit.start, unit.end))
        elif unit.role not in _BESIDE:
            if spans:
                yield _list(article.document, heading, spans)
                heading, spans = None, []
            # a heading in two languages is one heading
            heading = (heading or unit) if unit.role is Role.REFERENCE_HEADING else None
    if spans:
        yield _list(article.document, heading, spans)


def _list(document: Document, heading: Unit | None, spans: Sequence[tuple[int, int]]) -> _List:
    return _List(heading, tuple(spans), tuple(split_items(document, spans)))


def _parted(document: Document, one: _List) -> list[_List]:
    """A list whose numbers restart with works in another script is two: the second heading is lost."""
    for index in range(_SHORTEST_RUN, len(one.items) - _SHORTEST_RUN + 1):
        if one.items[index].number == 1 and one.items[index].number_printed:
            first, second = replace(one, items=one.items[:index]), _List(None, one.spans, one.items[index:])
            if _cyrillic(document, first) - _cyrillic(document, second) > 0.3 or (
                _noted(document, second) > 2 * _noted(document, first) + 0.2
            ):
                return [first, *_parted(document, second)]
    return [one]


def _kinds(article: Article, lists: Sequence[_List]) -> list[ListKind]:
    document = article.document
    if len(lists) == 1:
        return [ListKind.UNKNOWN if _ambiguous(article, lists[0]) else ListKind.ORIGINAL]
    if len(lists) != 2:
        latin = [_cyrillic(document, one) < 0.05 and index > 0 for index, one in enumerate(lists)]
        return [ListKind.ROMANIZED if is_latin else ListKind.ORIGINAL for is_latin in latin]
    first, second = (_cyrillic(document, one) - _noted(document, one) for one in lists)
    if first < 0.05 and second - first > 0.5:
        return [ListKind.ROMANIZED, ListKind.ORIGINAL]
    return [ListKind.ORIGINAL, ListKind.ROMANIZED]


def _ambiguous(article: Article, one: _List) -> bool:
    if one.heading is None:
        return article.kind is ArticleKind.TAIL
    heading = article.text(one.heading).strip(" .:*#").casefold()
    english = heading in {label.casefold() for label in languages()["en"].labels("references")}
    return english and article.language != "en" and _cyrillic(article.document, one) < 0.1


def _cyrillic(document: Document, one: _List) -> float:
    text = _text(document, one)
    return len(_CYRILLIC.findall(text)) / max(1, len(_LETTER.findall(text)))


def _noted(document: Document, one: _List) -> float:
    """The share of items that say which language the work is in."""
    return sum(says_language(document.text[item.start : item.end]) for item in one.items) / max(1, len(one.items))


def says_language(text: str) -> bool:
    """Whether a reference says in brackets which language the work is in.

    >>> says_language("Orlova, A. (2011). Reki [Rivers]. Almaty. [In Russian]"), says_language("Rivers. [Map]")
    (True, False)
    """
    return _language_note().search(text) is not None


@cache
def _language_note() -> "regex.Pattern[str]":
    forms = "|".join(regex.escape(form) for form in table("references")["language_notes"]["forms"])
    return regex.compile(rf"[\[(][ ]?(?:{forms})\.?[ ]?[\])]", regex.IGNORECASE)


def _text(document: Document, one: _List) -> str:
    return "".join(document.text[item.start : item.end] for item in one.items)


def _record(article: Article, one: _List, kind: ListKind, name: str, languages_of: LanguagesOf) -> record.ReferenceList:
    document = article.document
    headless_tail = one.heading is None and article.kind is ArticleKind.TAIL
    counted = any(item.number_printed for item in one.items) or not headless_tail
    ids: Counter[str] = Counter()
    items: list[record.Reference] = []
    for place, item in enumerate(one.items, 1):
        number = item.number if counted else None
        key = f"{name}:{number}" if number is not None else f"{name}:#{place}"
        ids[key] += 1
        value, offsets = folded_value(document, _stretches(one.spans, item))
        lang = languages_of(document, item.value_start, item.end).tag
        fields = place_reference(document, value, offsets, lang) if value else None
        if fields and items and items[-1].fields and (place_there := place_in_the_same(value)):
            fields = _repeated(document, items[-1].fields, [offsets[at] for at in range(*place_there)])
        items.append(
            record.found(
                record.Reference,
                document,
                item.start,
                item.end,
                _RULE,
                id=key if ids[key] == 1 else f"{key}-{ids[key]}",
                number=number,
                number_printed=item.number_printed,
                value=value,
                lang=lang,
                fields=fields,
            )
        )
    return record.ReferenceList(id=name, kind=kind, heading=_heading(article, one.heading), items=tuple(items))


def _repeated(document: Document, before: record.ParsedReference, pinpoint: Sequence[int]) -> record.ParsedReference:
    """The fields of the item before, which *ibid.* repeats, with the place that it gives itself."""
    values = {name: value for name, value in before.values.items() if name != "page"}
    text = document.text[pinpoint[0] : pinpoint[-1] + 1] if pinpoint else ""
    if pages := _PAGES.search(text):
        start, end = (pinpoint[0] + at for at in pages.span())
        value = _DASH.sub("-", pages[0])
        values["page"] = record.ReferenceValue(value=value, text=document.text[start:end], span=(start, end))
    return before.model_copy(update={"values": values, "unparsed": ()})


def _heading(article: Article, unit: Unit | None) -> record.Text | None:
    if unit is None:
        return None
    start, end = unit.start, unit.end
    value = " ".join(article.text(unit).split())
    return record.found(
        record.Text, article.document, start, end, "reference-heading", value=value, lang=unit.language.tag
    )


def _stretches(spans: Sequence[tuple[int, int]], item: Item) -> list[tuple[int, int]]:
    """Where the item stands without its number, and without what interrupts it (a running head, a footnote)."""
    return [
        (max(start, item.value_start), min(end, item.end))
        for start, end in spans
        if start < item.end and end > item.value_start
    ]


def _numbering(lists: Sequence[record.ReferenceList]) -> Iterator[record.Note]:
    for index, one in enumerate(lists):
        if not any(item.number_printed for item in one.items):
            continue
        numbers = [item.number for item in one.items if item.number is not None]
        counts = Counter(numbers)
        missing = sorted(set(range(min(numbers), max(numbers))) - set(numbers))[:20]
        doubled = sorted(number for number, count in counts.items() if count > 1)[:20]
        unprinted = [item.number for item in one.items if not item.number_printed and item.number is not None][:20]
        remarks = [("missing", missing), ("printed twice", doubled), ("without a printed number", unprinted)]
        said = "; ".join(f"{what}: {', '.join(map(str, which))}" for what, which in remarks if which)
        if not said and numbers != sorted(numbers):
            said = "out of order"
        if said:
            yield record.Note(
                code=NoteCode.NUMBERING,
                severity=Severity.WARNING,
                message=f"numbers of the {one.id} reference list: {said}",
                field=f"/references/{index}",
            )


def _difference(lists: Sequence[record.ReferenceList]) -> Iterator[record.Note]:
    original = next((one for one in lists if one.kind is ListKind.ORIGINAL), None)
    romanized = next((one for one in lists if one.kind is ListKind.ROMANIZED), None)
    if original is None or romanized is None:
        return
    first, second = ({item.number for item in one.items if item.number is not None} for one in (original, romanized))
    if len(original.items) != len(romanized.items) or first != second:
        only = [("the original", first - second), ("the romanised", second - first)]
        said = "".join(
            f"; only in {which}: {', '.join(map(str, sorted(numbers)[:20]))}" for which, numbers in only if numbers
        )
        counts = f"{len(original.items)} items, the romanised one {len(romanized.items)}"
        yield record.Note(
            code=NoteCode.LISTS_DIFFER,
            severity=Severity.WARNING,
            message=f"the original list has {counts}{said}",
            field=f"/references/{lists.index(romanized)}",
        )
