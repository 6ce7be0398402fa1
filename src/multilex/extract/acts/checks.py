"""Checks: where a paper contradicts itself or the register about an act."""

from collections.abc import Iterator, Sequence

from multilex.document import Document
from multilex.extract.acts.catalogue import by_date, by_key
from multilex.extract.acts.mention import Mention
from multilex.packs import table
from multilex.record import LegalMention, Note, places
from multilex.vocabulary import NoteCode, Severity


def act_notes(
    document: Document, acts: Sequence[LegalMention], found: Sequence[Mention], day: str | None
) -> tuple[Note, ...]:
    """Notes on links to other acts, convocations that do not fit the date, dates that allow two readings, acts cited
    with two dates, and acts no longer in force on the `day` of the paper (None: unknown).
    """
    notes = []
    for index, (act, mention) in enumerate(zip(acts, found, strict=True)):
        for code, severity, message in (*_link(act), *_convocation(act), *_reading(act, mention), *_repealed(act, day)):
            notes.append(_note(document, code, severity, message, index, act))
    notes += _differing(document, acts)
    return tuple(notes)


def _link(act: LegalMention) -> Iterator[tuple[NoteCode, Severity, str]]:
    if act.link is None or act.adilet_id is None:
        return
    if act.link.status == "conflicts":
        message = f"the address leads to {act.link.id}, but this act is {act.adilet_id}"
        yield NoteCode.ACT_LINK, Severity.WARNING, message
    elif act.link.status == "repaired":
        yield NoteCode.ACT_LINK, Severity.INFO, f"the id {act.link.id} should read {act.adilet_id}"


def _convocation(act: LegalMention) -> Iterator[tuple[NoteCode, Severity, str]]:
    numeral = (act.number or "").partition("-")[2]
    limits = table("law/convocations")["convocations"].get(numeral)
    if limits and act.jurisdiction == "kz" and act.date and not limits[0] <= int(act.date[:4]) <= limits[1]:
        message = f"laws of {act.date[:4]} do not carry the numeral {numeral} ({limits[0]}-{limits[1]})"
        yield NoteCode.ACT_CONVOCATION, Severity.WARNING, message


def _reading(act: LegalMention, mention: Mention) -> Iterator[tuple[NoteCode, Severity, str]]:
    other = mention.act.other_date
    if other and act.date and by_date(act.date, act.number) is None:
        yield NoteCode.ACT_DATE_READING, Severity.WARNING, f"read as {act.date}; could also be {other}"


def _repealed(act: LegalMention, day: str | None) -> Iterator[tuple[NoteCode, Severity, str]]:
    known = by_key(act.register_key) if act.register_key else None
    if known and known.until and day and day[: len(known.until)] > known.until:
        yield NoteCode.ACT_REPEALED, Severity.INFO, f"{known.key} was in force until {known.until}"


def _differing(document: Document, acts: Sequence[LegalMention]) -> Iterator[Note]:
    """One note per further date of a number that has the numeral of a convocation, which makes it unique."""
    first: dict[tuple[str, str], LegalMention] = {}
    for index, act in enumerate(acts):
        if act.jurisdiction == "kz" and act.number and "-" in act.number and act.date and len(act.date) == 10:
            if act.number.partition("-")[2] not in table("law/convocations")["convocations"]:
                continue
            known = first.setdefault((act.act_type, act.number), act)
            if known.date != act.date:
                message = f"{act.number} is cited with the dates {known.date} and {act.date}"
                yield _note(document, NoteCode.ACT_DIFFERS, Severity.WARNING, message, index, act)


def _note(document: Document, code: NoteCode, severity: Severity, message: str, index: int, act: LegalMention) -> Note:
    return Note(
        code=code,
        severity=severity,
        message=message,
        field=f"/acts/{index}",
        lang=act.lang,
        span=act.span,
        places=places(document, *act.span),
    )
