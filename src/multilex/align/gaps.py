"""Notes on what a paper lacks or says differently in its languages."""

from collections.abc import Iterator
from itertools import pairwise

from multilex.align.fields import EXPECTED
from multilex.extract import Findings
from multilex.record import AlignedRole, Note
from multilex.vocabulary import CodeScheme, DateKind, NoteCode, Role, Severity


def gaps(findings: Findings, roles: tuple[AlignedRole, ...]) -> tuple[Note, ...]:
    """Missing roles and languages, counts and dates that differ, text without a role."""
    return (*_missing(findings, roles), *_counts(findings), *_dates(findings), *_unplaced(findings))


def _missing(findings: Findings, roles: tuple[AlignedRole, ...]) -> Iterator[Note]:
    for row in roles:
        if row.role == "body":
            continue
        absent = [lang for lang in EXPECTED if row.cells[lang].state == "absent"]
        if len(absent) == len(row.cells):
            yield Note(
                code=NoteCode.MISSING_FIELD,
                severity=Severity.WARNING,
                message=f"no {row.role} in any language",
                field=f"/{row.role}",
            )
            continue
        for lang in absent:
            message = f"no {row.role} in {lang}"
            yield Note(
                code=NoteCode.MISSING_LANGUAGE,
                severity=Severity.WARNING,
                message=message,
                field=f"/{row.role}",
                lang=lang,
            )
    schemes = {code.scheme for code in findings.codes}
    if not schemes & {CodeScheme.UDC, CodeScheme.IRSTI}:
        message = "no classification code (UDC, IRSTI)"
        yield Note(code=NoteCode.MISSING_FIELD, severity=Severity.WARNING, message=message, field="/codes")
    if not any(items.items for items in findings.references):
        message = "no reference list"
        yield Note(code=NoteCode.MISSING_FIELD, severity=Severity.WARNING, message=message, field="/references")


def _counts(findings: Findings) -> Iterator[Note]:
    """Keyword lists of different length; that of authors is noted where persons are joined."""
    counts = {keywords.lang: len(keywords.items) for keywords in findings.keywords if keywords.items}
    if len(set(counts.values())) > 1:
        numbers = ", ".join(f"{lang} {count}" for lang, count in sorted(counts.items()))
        message = f"the number of keywords differs: {numbers}"
        yield Note(code=NoteCode.COUNT_DIFFERS, severity=Severity.WARNING, message=message, field="/keywords")


def _dates(findings: Findings) -> Iterator[Note]:
    """One event with two dates, and events in an order that cannot be."""
    by_kind: dict[DateKind, list[str]] = {}
    for date in findings.dates:
        if date.value:
            by_kind.setdefault(date.kind, []).append(date.value)
    for kind, values in by_kind.items():
        if len(values) > 1:
            message = f"the paper was {kind} on several dates: {', '.join(values)}"
            yield Note(code=NoteCode.VALUE_DIFFERS, severity=Severity.WARNING, message=message, field="/dates")
    course = [(kind, min(by_kind[kind])) for kind in DateKind if kind in by_kind]
    for (before, early), (after, late) in pairwise(course):
        length = min(len(early), len(late))
        if early[:length] > late[:length]:
            message = f"{before} on {early} after it was {after} on {late}"
            yield Note(code=NoteCode.DATE_ORDER, severity=Severity.WARNING, message=message, field="/dates")


def _unplaced(findings: Findings) -> Iterator[Note]:
    for index, block in enumerate(findings.blocks):
        if block.role == Role.OTHER:
            yield Note(
                code=NoteCode.UNPLACED,
                severity=Severity.INFO,
                message="text in the front matter whose role is not known",
                field=f"/blocks/{index}",
                span=block.span,
                places=block.places,
            )
