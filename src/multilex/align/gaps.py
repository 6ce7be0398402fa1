"""Notes on what a paper lacks or says differently in its languages."""

from collections.abc import Iterator

from multilex.align.fields import EXPECTED
from multilex.extract import Findings
from multilex.record import AlignedRole, Note
from multilex.vocabulary import CodeScheme, NoteCode, Role, Severity

_COUNTED = ("authors", "keywords")


def gaps(findings: Findings, roles: tuple[AlignedRole, ...]) -> tuple[Note, ...]:
    """Missing roles and languages, counts that differ, text without a role."""
    return (*_missing(findings, roles), *_counts(findings, roles), *_unplaced(findings))


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
        yield Note(
            code=NoteCode.MISSING_FIELD, severity=Severity.WARNING, message=message, field="/references"
        )


def _counts(findings: Findings, roles: tuple[AlignedRole, ...]) -> Iterator[Note]:
    counts = {
        "authors": {
            row: cell.count for role in roles if role.role == "authors" for row, cell in role.cells.items()
        },
        "keywords": {keywords.lang: len(keywords.items) for keywords in findings.keywords},
    }
    for role in _COUNTED:
        said = {lang: count for lang, count in counts[role].items() if count}
        if len(set(said.values())) > 1:
            numbers = ", ".join(f"{lang} {count}" for lang, count in sorted(said.items()))
            message = f"the number of {role} differs: {numbers}"
            yield Note(
                code=NoteCode.COUNT_DIFFERS, severity=Severity.WARNING, message=message, field=f"/{role}"
            )


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
