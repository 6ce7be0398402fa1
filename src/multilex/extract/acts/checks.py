"""Checks: where a paper contradicts itself or the register about an act."""

from collections.abc import Iterator, Mapping, Sequence

import regex

from multilex.document import Document
from multilex.extract.acts import catalogue
from multilex.extract.acts.identity import FULL, HOME
from multilex.extract.acts.known import KnownAct
from multilex.extract.acts.links import owner
from multilex.extract.acts.mention import Mention
from multilex.extract.acts.register import cited_articles
from multilex.packs import table
from multilex.record import LegalMention, Note, places
from multilex.vocabulary import NoteCode, Severity

_Remark = tuple[NoteCode, Severity, str]


def act_notes(
    document: Document, acts: Sequence[LegalMention], found: Sequence[Mention], day: str | None
) -> tuple[Note, ...]:
    """Notes on what the paper says of its acts: links to other acts, convocations that do not fit the date, dates that
    allow two readings, one act with two dates or numbers, articles beyond an act's last, and acts no longer in force
    on the `day` of the paper (None: unknown), which is told once of each.
    """
    notes = []
    told: set[_Remark] = set()
    for index, (act, mention) in enumerate(zip(acts, found, strict=True)):
        known = catalogue.by_key(act.register_key) if act.register_key else None
        remarks = [*_link(act), *_convocation(act), *_reading(act, mention), *_unlike(act, known)]
        if known:
            remarks += [*_repealed(known, day), *_articles(known, mention)]
        for remark in remarks:
            if remark[0] is not NoteCode.ACT_REPEALED or remark not in told:
                notes.append(_note(document, remark, index, act))
            told.add(remark)
    notes += [_note(document, remark, index, acts[index]) for index, remark in _differing(acts)]
    return tuple(notes)


def _link(act: LegalMention) -> Iterator[_Remark]:
    if act.link is None or act.link.status in (None, "agrees"):
        return
    said = act.adilet_id or f"of {act.date}" + (f" no. {act.number}" if act.number else "")
    if act.link.status == "repaired":
        yield NoteCode.ACT_LINK, Severity.INFO, f"the id {act.link.id} should read {said}"
        return
    other = owner(act.link.id)
    leads = f"{act.link.id} ({other.key})" if other else act.link.id
    yield NoteCode.ACT_LINK, Severity.WARNING, f"the address leads to {leads}, but this act is {said}"


def _convocation(act: LegalMention) -> Iterator[_Remark]:
    numeral = _numeral(act)
    if not numeral or not act.date:
        return
    first, last = _convocations()[numeral]
    month = act.date[: len(first)]
    if not first[: len(month)] <= month <= last[: len(month)]:
        message = f"laws of {month} do not carry the numeral {numeral} ({first} to {last})"
        yield NoteCode.ACT_CONVOCATION, Severity.WARNING, message


def _convocations() -> Mapping[str, tuple[str, str]]:
    limits: Mapping[str, tuple[str, str]] = table("law/convocations")["convocations"]
    return limits


def _numeral(act: LegalMention) -> str | None:
    """The numeral of a convocation in the number of an act of Kazakhstan."""
    numeral = (act.number or "").partition("-")[2]
    return numeral if act.jurisdiction == HOME and numeral in _convocations() else None


def _reading(act: LegalMention, mention: Mention) -> Iterator[_Remark]:
    """Figures of a date that allow two readings, unless the catalogue settles them as year, month, day."""
    other = mention.act.other_date
    if not other or not act.date or not act.jurisdiction:
        return
    if catalogue.by_date(act.date, act.number, act.act_type, act.jurisdiction) is None:
        yield NoteCode.ACT_DATE_READING, Severity.WARNING, f"read as {act.date}; could also be {other}"
    elif regex.search(rf"{act.date[:4]}\.0?{int(act.date[8:])}\.0?{int(act.date[5:7])}(?![0-9])", act.text):
        message = f"read as {act.date}, the day of the act no. {act.number}; the figures could also be {other}"
        yield NoteCode.ACT_DATE_READING, Severity.INFO, message


def _unlike(act: LegalMention, known: KnownAct | None) -> Iterator[_Remark]:
    """A date or number that the catalogue has otherwise: numbers with a numeral are given once, and so is a title on
    one day.
    """
    if known or not act.date or len(act.date) != FULL or not act.number or act.jurisdiction is None:
        return
    for other in catalogue.by_number(act.number) if _numeral(act) else ():
        if not act.title or _has_title(other, act.title):
            yield NoteCode.ACT_DIFFERS, Severity.WARNING, f"{act.number} is of {other.date}, not {act.date}"
    for other in catalogue.by_title(act.title, act.act_type, act.jurisdiction) if act.title else ():
        if other.date == act.date and other.number:
            message = f"the act of {act.date} with this title is {other.number}, not {act.number}"
            yield NoteCode.ACT_DIFFERS, Severity.WARNING, message


def _has_title(known: KnownAct, title: str) -> bool:
    wanted = catalogue.without_country(title)
    return any(catalogue.without_country(one) == wanted for _, one in (*known.titles, *known.aliases))


def _repealed(known: KnownAct, day: str | None) -> Iterator[_Remark]:
    if day and known.repealed_by(day):
        instead = f"; then {known.successor}" if known.successor else ""
        yield NoteCode.ACT_REPEALED, Severity.INFO, f"{known.key} was in force until {known.until}{instead}"


def _articles(known: KnownAct, mention: Mention) -> Iterator[_Remark]:
    """Articles that an act does not have."""
    if known.articles is None:
        return
    first, last = known.articles
    for article in cited_articles(mention):
        if not first <= article <= last:
            message = f"{known.key} has the articles {first} to {last}, not {article}"
            yield NoteCode.ACT_ARTICLE, Severity.WARNING, message


def _differing(acts: Sequence[LegalMention]) -> Iterator[tuple[int, _Remark]]:
    """Where the paper gives one act another date or number than before: a number with the numeral of a convocation is
    given once; so is a title on one day.
    """
    dates: dict[str, LegalMention] = {}
    numbers: dict[tuple[str, str, str | None, str], LegalMention] = {}
    told: set[tuple[str, str]] = set()
    for index, act in enumerate(acts):
        if not act.date or len(act.date) != FULL or not act.number:
            continue
        if _numeral(act):
            before = dates.setdefault(act.number, act)
            if before.date != act.date and (act.number, act.date) not in told:
                told.add((act.number, act.date))
                message = f"{act.number} is cited with the dates {before.date} and {act.date}"
                yield index, (NoteCode.ACT_DIFFERS, Severity.WARNING, message)
        if act.title:
            same = (act.act_type, act.date, act.jurisdiction, catalogue.comparable(act.title))
            before = numbers.setdefault(same, act)
            if _figure(before) != _figure(act) and (act.number, act.date) not in told:
                told.add((act.number, act.date))
                message = f"one act of {act.date} is cited with the numbers {before.number} and {act.number}"
                yield index, (NoteCode.ACT_DIFFERS, Severity.WARNING, message)


def _figure(act: LegalMention) -> str:
    """The number of an act without the numeral of the convocation and any suffix."""
    digits = regex.match("[0-9]+", act.number or "")
    return digits[0] if digits else act.number or ""


def _note(document: Document, remark: _Remark, index: int, act: LegalMention) -> Note:
    code, severity, message = remark
    return Note(
        code=code,
        severity=severity,
        message=message,
        field=f"/acts/{index}",
        lang=act.lang,
        span=act.span,
        places=places(document, *act.span),
    )
