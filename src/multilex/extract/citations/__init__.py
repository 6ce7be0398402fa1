"""Citations in the text, linked to the items of the reference lists that they mean."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from multilex import record
from multilex.article import Article
from multilex.extract.citations.cited import Cited, listed
from multilex.extract.citations.numbers import numeric
from multilex.extract.citations.raised import raised
from multilex.extract.citations.works import Works
from multilex.extract.citations.years import by_author_and_year
from multilex.extract.sentences import sentences_at
from multilex.vocabulary import ListKind, NoteCode, Role, Severity

__all__ = ["MOST_CITATIONS", "citations"]

_ROLES = (
    Role.BODY,
    Role.LIST_ITEM,
    Role.FOOTNOTE,
    Role.ABSTRACT,
    Role.CAPTION,
    Role.TABLE,
    Role.SECTION_HEADING,
)
MOST_CITATIONS = 20_000
"""Citations taken from one article; more are no paper's."""

_MOST_NAMED = 20
"""Items that one note names."""


def citations(
    article: Article, lists: Sequence[record.ReferenceList], footnotes: Sequence[record.Footnote] = ()
) -> tuple[tuple[record.Citation, ...], tuple[record.Note, ...]]:
    """The citations of the text in reading order: numbers in brackets, authors with years, raised numbers.

    `lists` are those of `reference_lists`; numbers mean the original list, or the only one, authors with years any.
    `footnotes` are the article's: what stands inside a reference there is none, and raised numbers that call them are
    none. Notes say what points nowhere, what fits several items, what names another author, and what is never cited.
    """
    cited_list = _cited_list(lists)
    ids = _ids(cited_list)
    units = list(article.of(*_ROLES))
    spans = [(unit.start, unit.end) for unit in units]
    works = Works(lists)
    every = numeric(article.document.text, spans, ids, works)
    found = list(islice(every, MOST_CITATIONS))
    is_cut = next(every, None) is not None
    beside = _outside(by_author_and_year(article.document.text, spans, works), footnotes)
    found = sorted([*found, *beside][:MOST_CITATIONS], key=lambda one: one.start)
    if not found and not any(note.callouts for note in footnotes):
        found = raised(article.document, spans, ids)
    sentences = sentences_at(article, units, (one.start for one in found))
    notes = (*_remarks(article, found), *_uncited(lists, cited_list, found))
    records = tuple(_record(article, one, sentences.get(one.start)) for one in found)
    return records, (*notes, _cut()) if is_cut else notes


def _cited_list(lists: Sequence[record.ReferenceList]) -> record.ReferenceList | None:
    by_kind = {one.kind: one for one in reversed(lists)}
    return next((by_kind[kind] for kind in ListKind if kind in by_kind and kind != ListKind.ROMANIZED), None) or (
        lists[0] if lists else None
    )


def _ids(cited: record.ReferenceList | None) -> dict[int, str]:
    ids: dict[int, str] = {}
    for item in cited.items if cited else ():
        if item.number is not None:
            ids.setdefault(item.number, item.id)
    return ids


def _outside(found: Iterable[Cited], footnotes: Sequence[record.Footnote]) -> Iterator[Cited]:
    """Those that do not stand in a reference of a footnote: ``Orlova, A. (2018). Rivers.``"""
    spans = sorted(one.span for note in footnotes for one in note.references)
    starts = [start for start, _ in spans]
    for one in found:
        at = bisect_right(starts, one.start) - 1
        if at < 0 or spans[at][1] <= one.start:
            yield one


def _record(article: Article, one: Cited, sentence: record.Span | None) -> record.Citation:
    return record.found(
        record.Citation,
        article.document,
        one.start,
        one.end,
        one.rule,
        state=one.state,
        style=one.style,
        numbers=one.numbers,
        years=one.years,
        author=one.author,
        targets=one.targets,
        pinpoint=one.pinpoint,
        sentence=sentence,
    )


def _remarks(article: Article, found: Sequence[Cited]) -> Iterator[record.Note]:
    for index, one in enumerate(found):
        for code, message in one.remarks:
            yield record.Note(
                code=code,
                severity=Severity.WARNING,
                message=message,
                field=f"/citations/{index}",
                span=(one.start, one.end),
                places=record.places(article.document, one.start, one.end),
            )


def _uncited(
    lists: Sequence[record.ReferenceList], cited_list: record.ReferenceList | None, found: Sequence[Cited]
) -> Iterator[record.Note]:
    """What the text never cites: numbers of items, and items without number by their first words."""
    if cited_list is None or not found:
        return
    numbers = {number for one in found for number in one.numbers}
    targets = {target for one in found for target in one.targets}
    left = [item for item in cited_list.items if item.number not in numbers and item.id not in targets]
    numbered = dict.fromkeys(item.number for item in left if item.number is not None)
    printed = any(item.number_printed for item in cited_list.items)
    said = listed(list(numbered)) if printed else "; ".join(_label(item) for item in left[:_MOST_NAMED])
    if said:
        yield record.Note(
            code=NoteCode.REFERENCE_UNCITED,
            severity=Severity.INFO,
            message=f"never cited in the text: {said}",
            field=f"/references/{list(lists).index(cited_list)}",
        )


def _label(item: record.Reference) -> str:
    """An item without number, by author and year or its first words."""
    fields = item.fields
    names = fields.names.get("author", ()) if fields else ()
    issued = fields.values.get("issued") if fields else None
    first = names[0].family or names[0].literal if names else None
    return " ".join([first or (item.value or item.text)[:30], issued.value[:4] if issued else ""]).strip()


def _cut() -> record.Note:
    message = f"more than {MOST_CITATIONS} citations: the rest is left out"
    return record.Note(code=NoteCode.INPUT_TRUNCATED, severity=Severity.WARNING, message=message)
