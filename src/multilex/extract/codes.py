"""Codes and e-mail addresses of a stretch of the document."""

from collections.abc import Iterator

import regex

from multilex.codes import Match, irsti, schemes
from multilex.document import Document
from multilex.record import Code, CodeLevel, CodePart, Email, Note, found
from multilex.vocabulary import CodeScheme, CodeStatus, NoteCode, Severity, State

ORDER = ("doi", "orcid", "issn", "irsti", "udc", "jel")
"""Where two schemes claim the same characters, the earlier keeps them."""

URL = regex.compile(r"(?:https?://|www\.)[^\s<>\"«»]{1,2000}", regex.IGNORECASE)
OWN_URL = ("doi/resolver", "orcid/url")
MARK = regex.compile(r"([*✉🖂†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})\s?\(?(?:\p{L}[\p{L}-]{2,12}\s?[:–]\s?)?$")

_MESSAGES = {
    CodeStatus.MALFORMED: (NoteCode.CODE_MALFORMED, Severity.ERROR, "{scheme} code «{text}» is malformed"),
    CodeStatus.UNKNOWN: (NoteCode.CODE_UNKNOWN, Severity.WARNING, "{scheme} has no code {value}"),
    CodeStatus.REPAIRED: (NoteCode.CODE_REPAIRED, Severity.INFO, "«{text}» was read as {scheme} {value}"),
}


def extract_codes(document: Document, start: int, end: int, *, header: bool) -> list[Code]:
    """The codes printed between two offsets, in order, each print of a repeated code by itself.

    `header` vouches that the stretch is the head of a paper, where a bare IRSTI triple counts too. Codes in
    an address are none of the paper's: only the resolvers of DOI and ORCID are read.
    """
    text = document.text[start:end]
    taken = bytearray(len(text))
    codes = []
    for span, match in _addresses(text):
        _take(taken, *span)
        if match is not None:
            codes.append((CodeScheme(match.rule.split("/")[0].upper()), match))
    for name in ORDER:
        matches = irsti.find(text, header=header) if name == "irsti" else schemes()[name].find(text)
        for match in matches:
            if not any(taken[match.start : match.end]):
                _take(taken, match.start, match.end)
                codes.append((CodeScheme(name.upper()), match))
    codes.sort(key=lambda code: code[1].start)
    return [_code(document, start, scheme, match) for scheme, match in codes]


def extract_emails(document: Document, start: int, end: int) -> list[Email]:
    """The addresses printed between two offsets, in order; `mark` is a sign or superscript before one."""
    text = document.text[start:end]
    return [
        found(
            Email,
            document,
            start + match.start,
            start + match.end,
            match.rule,
            value=match.value,
            mark=_mark(text, match.start),
            state=_state(match),
        )
        for match in schemes()["email"].find(text)
    ]


def code_notes(codes: list[Code]) -> list[Note]:
    """Remarks on codes: malformed, unknown, repaired, or under the label of another scheme."""
    return [note for code in codes for note in _notes(code)]


def _addresses(text: str) -> Iterator[tuple[tuple[int, int], Match | None]]:
    """Spans of URLs and e-mail addresses; with the match where the URL resolves a DOI or an ORCID iD."""
    own = [match for name in ("doi", "orcid") for match in schemes()[name].find(text) if match.rule in OWN_URL]
    yield from (((match.start, match.end), match) for match in own)
    starts = {match.start for match in own}
    yield from ((url.span(), None) for url in URL.finditer(text) if url.start() not in starts)
    yield from (((match.start, match.end), None) for match in schemes()["email"].find(text))


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (end - start)


def _code(document: Document, offset: int, scheme: CodeScheme, match: Match) -> Code:
    described = schemes()[scheme.value.lower()].describe(match.value)
    label = document.text[offset + match.label[0] : offset + match.label[1]] if match.label else None
    return found(
        Code,
        document,
        offset + match.start,
        offset + match.end,
        match.rule,
        scheme=scheme,
        value=match.value,
        label=label,
        status=match.status,
        state=_state(match),
        parts=tuple(CodePart(kind=part.kind, value=part.value) for part in described.parts),
        path=tuple(CodeLevel(code=level.code, names=level.names) for level in described.path),
    )


def _state(match: Match) -> State:
    return State.REPAIRED if match.status is CodeStatus.REPAIRED else State.READ


def _mark(text: str, position: int) -> str | None:
    mark = MARK.search(text[max(0, position - 24) : position])
    return mark[1] if mark else None


def _notes(code: Code) -> Iterator[Note]:
    if code.status in _MESSAGES:
        kind, severity, message = _MESSAGES[code.status]
        yield _note(code, kind, severity, message)
    if code.rule.endswith("/mislabelled"):
        message = "«{text}» is a code of {scheme}, but stands under the label {label}"
        yield _note(code, NoteCode.CODE_MISLABELLED, Severity.WARNING, message)


def _note(code: Code, kind: NoteCode, severity: Severity, message: str) -> Note:
    filled = message.format(scheme=code.scheme.value, text=code.text, value=code.value, label=code.label)
    return Note(code=kind, severity=severity, message=filled, span=code.span, places=code.places)
