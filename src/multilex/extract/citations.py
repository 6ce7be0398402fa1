"""Numeric citations in square brackets, linked to the items of the reference list that they mean."""

from collections.abc import Iterator, Sequence
from itertools import islice

from multilex import record
from multilex.article import Article
from multilex.extract.citation_brackets import Bracket, brackets, open_brackets
from multilex.vocabulary import ListKind, NoteCode, Role, Severity, State

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
_BEYOND = 1.5
"""Up to so many times the list's last number a citation dangles; above, the bracket means something
else."""
_MOST = 200
"""The last number that counts as a citation where the paper has no list."""


def citations(
    article: Article, lists: Sequence[record.ReferenceList]
) -> tuple[tuple[record.Citation, ...], tuple[record.Note, ...]]:
    """The bracket citations of the text, in reading order, and notes on what points nowhere or is uncited.

    `lists` are those of `reference_lists`; citations mean the original list, or the only one. A bracket
    that lost its closing half is a citation (state ``repaired``) when all its numbers are in the list and
    one of them is cited nowhere else.
    """
    cited_list = _cited_list(lists)
    ids = _ids(cited_list)
    last = max(ids, default=0)
    highest = max(last + 5, int(_BEYOND * last)) if ids else _MOST
    spans = [(unit.start, unit.end) for unit in article.of(*_ROLES)]
    text = article.document.text
    every = (one for span in spans for one in brackets(text, *span, highest))
    found = list(islice(every, MOST_CITATIONS))
    cited = {number for one in found for number in one.numbers}
    for span in spans:
        for one in open_brackets(text, *span):
            if ids.keys() >= set(one.numbers) and not cited.issuperset(one.numbers):
                found.append(one)
                cited.update(one.numbers)
    found.sort(key=lambda one: one.start)
    notes = (*_dangling(article, found, ids), *_uncited(lists, cited_list, found))
    if next(every, None):
        notes = (*notes, _cut())
    return tuple(_record(article, one, ids) for one in found), notes


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


def _record(article: Article, one: Bracket, ids: dict[int, str]) -> record.Citation:
    return record.found(
        record.Citation,
        article.document,
        one.start,
        one.end,
        "citation-bracket" if one.closed else "citation-open-bracket",
        state=State.READ if one.closed else State.REPAIRED,
        numbers=one.numbers,
        targets=tuple(ids[number] for number in one.numbers if number in ids),
        pinpoint=one.pinpoint,
    )


def _dangling(article: Article, found: Sequence[Bracket], ids: dict[int, str]) -> Iterator[record.Note]:
    if not ids:
        return
    for index, one in enumerate(found):
        missing = [number for number in one.numbers if number not in ids]
        if missing:
            printed = article.document.text[one.start : one.end]
            yield record.Note(
                code=NoteCode.CITATION_DANGLING,
                severity=Severity.WARNING,
                message=f"{printed} cites {_list(missing)}, not in the reference list",
                field=f"/citations/{index}",
                span=(one.start, one.end),
                places=record.places(article.document, one.start, one.end),
            )


def _uncited(
    lists: Sequence[record.ReferenceList], cited_list: record.ReferenceList | None, found: Sequence[Bracket]
) -> Iterator[record.Note]:
    if cited_list is None or not found:
        return
    cited = {number for one in found for number in one.numbers}
    numbers = [item.number for item in cited_list.items if item.number is not None]
    uncited = [number for number in dict.fromkeys(numbers) if number not in cited]
    if uncited:
        yield record.Note(
            code=NoteCode.REFERENCE_UNCITED,
            severity=Severity.INFO,
            message=f"never cited in the text: {_list(uncited)}",
            field=f"/references/{list(lists).index(cited_list)}",
        )


def _cut() -> record.Note:
    message = f"more than {MOST_CITATIONS} citations: the rest is left out"
    return record.Note(code=NoteCode.INPUT_TRUNCATED, severity=Severity.WARNING, message=message)


def _list(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
