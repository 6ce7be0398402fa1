"""Footnotes and the callouts that point at them.

Notes and callouts are two rows of numbers in the same order; numbers run through the paper or restart on
each page, exponents stand among the callouts, and either side may lack a partner. The best pairing keeps
the order, pairs equal numbers, likes marks that read as callouts and pairs on the same page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from multilex import record
from multilex.article import Article, Unit
from multilex.extract.references import LanguagesOf
from multilex.extract.sentences import sentences_at
from multilex.segment.callouts import SUPERSCRIPTS, Candidate, candidates, page_of
from multilex.segment.language import languages_of
from multilex.vocabulary import NoteCode, Role, Severity

_ROLES = (
    Role.TITLE,
    Role.ABSTRACT,
    Role.SECTION_HEADING,
    Role.BODY,
    Role.LIST_ITEM,
    Role.CAPTION,
    Role.TABLE,
)
_MARK = regex.compile(r"(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\*{1,3}|[0-9]{1,3}(?=[.)\s]))[.)]?[ \t]{0,3}")
_NEXT_MARK = regex.compile(r"(?<=\s)(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\)?[ \t]{0,3}(?=[\p{Lu}\p{N}«\"“„<\[])")
_BASE, _SAME_PAGE, _OTHER_PAGE = 1.0, 0.5, -0.4
_MOST_PAIRS = 4_000_000
"""Cells of the pairing table; beyond, the file is no paper and later marks stay alone."""


@dataclass(frozen=True, slots=True)
class _Note:
    start: int
    end: int
    value_start: int
    number: str | None


def footnotes(
    article: Article, languages_of: LanguagesOf = languages_of
) -> tuple[tuple[record.Footnote, ...], tuple[record.Note, ...]]:
    """The article's footnotes in printed order with their callouts, and notes on those without partner.

    `number` is the mark in plain digits or stars, None for a note that begins without one; `value` the text
    after the mark. A callout that stands glued to a number (``№ 12²``) counts where that note is expected;
    exponents (``м²``, ``10⁻³``) and affiliation marks do not.
    """
    notes = list(_notes(article))
    if not notes:
        return (), ()
    stars = any(note.number and note.number.startswith("*") for note in notes)
    roles = (*_ROLES, Role.AUTHORS) if stars else _ROLES
    marks = [
        mark
        for unit in article.of(*roles)
        for mark in candidates(article.document, unit.start, unit.end, stars=stars)
        if unit.role is not Role.AUTHORS or mark.number.startswith("*")
    ]
    marks = marks[: _MOST_PAIRS // len(notes)]
    pairs = _pair(article, notes, marks)
    called = {index: [mark] for index, mark in pairs.items()}
    for mark in set(range(len(marks))) - set(pairs.values()):
        if (note := _called_again(notes, marks, pairs, mark)) is not None:
            called[note].append(mark)
    sentences = sentences_at(
        article, list(article.of(*roles)), (marks[mark].start for one in called.values() for mark in one)
    )
    found = tuple(
        _record(article, note, [marks[mark] for mark in sorted(called.get(index, ()))], sentences, languages_of)
        for index, note in enumerate(notes)
    )
    return found, tuple(_dangling(article, notes, marks, called))


def _notes(article: Article) -> Iterator[_Note]:
    text = article.document.text
    pending: _Note | None = None
    last: Unit | None = None
    for unit in article.units:
        if unit.role is Role.FOOTNOTE:
            mark = _MARK.match(text, unit.start, unit.end)
            goes_on = last is not None and last.role is Role.FOOTNOTE and mark is None
            if pending and goes_on:
                pending = _Note(pending.start, unit.end, pending.value_start, pending.number)
            else:
                if pending:
                    yield pending
                number = mark["mark"].translate(SUPERSCRIPTS) if mark else None
                value_start = mark.end() if mark else unit.start
                pending = _Note(unit.start, unit.end, value_start, number)
            for part in _glued(text, pending, unit):
                yield _Note(pending.start, part.start, pending.value_start, pending.number)
                pending = part
        last = unit
    if pending:
        yield pending


def _glued(text: str, note: _Note, unit: Unit) -> Iterator[_Note]:
    """Further notes in the same block: raised numbers that count on from the note's own."""
    number = note.number
    for match in _NEXT_MARK.finditer(text, max(unit.start, note.value_start), unit.end):
        here = match["mark"].translate(SUPERSCRIPTS)
        if number is not None and number.isdigit() and int(here) == int(number) + 1:
            yield _Note(match.start(), unit.end, match.end(), here)
            number = here


def _pair(article: Article, notes: Sequence[_Note], marks: Sequence[Candidate]) -> dict[int, int]:
    """Index of the mark for each note: the order-keeping pairing with the highest sum of scores."""
    best = [[0.0] * (len(marks) + 1) for _ in range(len(notes) + 1)]
    for i, note in enumerate(notes, 1):
        page = page_of(article.document, note.start)
        for j, mark in enumerate(marks, 1):
            best[i][j] = max(best[i - 1][j], best[i][j - 1])
            if note.number == mark.number:
                score = _BASE + mark.likeness + _nearness(mark.page, page)
                best[i][j] = max(best[i][j], best[i - 1][j - 1] + score)
    pairs: dict[int, int] = {}
    i, j = len(notes), len(marks)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs[i] = j
    return pairs


def _called_again(notes: Sequence[_Note], marks: Sequence[Candidate], pairs: dict[int, int], mark: int) -> int | None:
    """The note that a callout means a second time: its number, called before it, and on the same page."""
    one = marks[mark]
    if one.likeness <= 0:
        return None
    earlier = (  # the pairs stand last note first
        note
        for note, first in pairs.items()
        if first < mark and notes[note].number == one.number and marks[first].page == one.page
    )
    return next(earlier, None)


def _nearness(mark_page: int, note_page: int) -> float:
    """A note stands on the page of its callout, or spills over to the next."""
    if mark_page == note_page:
        return _SAME_PAGE
    return 0.0 if mark_page == note_page - 1 else _OTHER_PAGE


def _record(
    article: Article,
    note: _Note,
    marks: Sequence[Candidate],
    sentences: Mapping[int, record.Span],
    languages_of: LanguagesOf,
) -> record.Footnote:
    document = article.document
    rule = "footnote-callout"
    callouts = tuple(
        record.found(
            record.Callout, document, mark.start, mark.end, rule, value=mark.number, sentence=sentences.get(mark.start)
        )
        for mark in marks
    )
    return record.found(
        record.Footnote,
        document,
        note.start,
        note.start + len(document.text[note.start : note.end].rstrip()),
        "footnote",
        number=note.number,
        value=" ".join(document.text[note.value_start : note.end].split()),
        lang=languages_of(document, note.value_start, note.end).tag,
        callouts=callouts,
    )


def _dangling(
    article: Article, notes: Sequence[_Note], marks: Sequence[Candidate], called: dict[int, list[int]]
) -> Iterator[record.Note]:
    for index, note in enumerate(notes):
        if index not in called:
            message = f"footnote {note.number or 'without a number'} has no callout in the text"
            yield _remark(article, message, note.start, note.end, f"/footnotes/{index}")
    taken = {mark for group in called.values() for mark in group}
    for index, mark in enumerate(marks):
        if index not in taken and mark.likeness > 0 and not mark.number.startswith("*"):
            yield _remark(article, f"callout {mark.number} has no footnote", mark.start, mark.end, None)


def _remark(article: Article, message: str, start: int, end: int, field: str | None) -> record.Note:
    return record.Note(
        code=NoteCode.FOOTNOTE_DANGLING,
        severity=Severity.WARNING,
        message=message,
        field=field,
        span=(start, end),
        places=record.places(article.document, start, end),
    )
