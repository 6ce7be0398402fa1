"""Dates of a paper's history: when it was received, revised, accepted, published.

Labels stand before the date or after it, several on one line. The language packs have them: ``[labels]``
received, revised, accepted, published; ``[months]`` number -> forms; ``[words]`` year, and paper, the stems
of the words that a paper calls itself by.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from multilex.codes import skeleton
from multilex.document import Document
from multilex.extract.dates_written import WrittenDate, written_dates
from multilex.packs import languages
from multilex.record import Date, found
from multilex.vocabulary import DateKind

AHEAD = 48  # characters between a label and the date after it
BEHIND = 24  # characters between a date and the label after it
LEAD = 40  # characters of a sentence before its label or date, as in «The article was received …»
SENTENCE = regex.compile(r"[.!?;]\s+(?=\p{Lu})|\n")


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    kind: DateKind


def extract_dates(document: Document, start: int, end: int) -> list[Date]:
    """The labelled dates between two offsets, in order; each date has one label and each label one date.

    A label inside another sentence is none: «The law was accepted on 12.03.2024» tells nothing of the paper.
    """
    text = document.text[start:end]
    pairs = sorted(_pairs(text), key=lambda pair: pair[1].start)
    return [
        found(
            Date,
            document,
            start + date.start,
            start + date.end,
            f"date/{'label-first' if label.start < date.start else 'date-first'}",
            kind=label.kind,
            value=date.value,
            label=text[label.start : label.end],
        )
        for label, date in pairs
    ]


def _pairs(text: str) -> Iterator[tuple[_Label, WrittenDate]]:
    labels = list(_labels(text))
    dates = list(written_dates(text)) if labels else []
    if not dates:
        return
    done, free = 0, 0
    for index, label in enumerate(labels):
        following = labels[index + 1].start if index + 1 < len(labels) else len(text)
        while free < len(dates) and dates[free].start < done:
            free += 1
        before, after = None, None
        for date in dates[free : free + 40]:
            if date.start >= label.end:
                after = date if date.start < following and _near(text[label.end : date.start], AHEAD) else None
                break
            if date.end <= label.start and _near(text[date.end : label.start], BEHIND):
                before = date
        chosen = _nearer(text, label, before, after, dates[0].start < labels[0].start)
        if chosen is not None and _opens(text, min(label.start, chosen.start), done):
            yield label, chosen
            done = max(label.end, chosen.end)


def _nearer(
    text: str, label: _Label, before: WrittenDate | None, after: WrittenDate | None, date_first: bool
) -> WrittenDate | None:
    """The date with less punctuation between it and the label; else the one that the first pair goes by."""
    if before is None or after is None:
        return before or after
    behind, ahead = _stops(text[before.end : label.start]), _stops(text[label.end : after.start])
    if behind != ahead:
        return before if behind < ahead else after
    return before if date_first else after


def _near(gap: str, limit: int) -> bool:
    """Whether a gap is short and belongs to one sentence (the abbreviated word for *year* apart)."""
    return len(gap) <= limit and _stops(gap) <= 2 and "\n\n" not in gap and len(gap.split()) <= 6


def _stops(gap: str) -> int:
    """Marks in the gap that part rather than join; a colon joins."""
    return len(regex.findall(r"[.,;\n]", regex.sub(r"^\s?\p{Ll}\.", "", gap)))


def _opens(text: str, position: int, done: int) -> bool:
    """Whether label and date open a sentence, follow another pair, or come after words on *the article*."""
    since = max(done, position - 2 * LEAD)
    ends = [stop.end() for stop in SENTENCE.finditer(text, since, position)]
    begin = ends[-1] if ends else since
    lead = skeleton(text[begin:position])
    if not regex.search(r"\p{L}{2}", lead):
        return True
    return len(lead) <= LEAD and len(lead.split()) <= 4 and bool(_paper_pattern().search(lead))


def _labels(text: str) -> Iterator[_Label]:
    pattern, kinds = _label_pattern()
    folded = skeleton(text)
    for match in pattern.finditer(folded):
        yield _Label(*match.span(), kinds[" ".join(match[0].split())])


@cache
def _label_pattern() -> tuple[regex.Pattern[str], dict[str, DateKind]]:
    kinds = {
        " ".join(skeleton(label).split()): kind
        for pack in languages().values()
        for kind in DateKind
        for label in pack.labels(kind.value)
    }
    longest_first = sorted(kinds, key=len, reverse=True)
    forms = "|".join(r"\s{1,3}".join(map(regex.escape, form.split())) for form in longest_first)
    return regex.compile(rf"(?<![\p{{L}}-])(?:{forms})(?!\p{{L}})"), kinds


@cache
def _paper_pattern() -> regex.Pattern[str]:
    words = "|".join(regex.escape(skeleton(word)) for pack in languages().values() for word in pack.words("paper"))
    return regex.compile(rf"(?<!\p{{L}})(?:{words})")
