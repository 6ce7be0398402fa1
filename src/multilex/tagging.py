"""Tagging: what can be told of a plain string, a catalogue line for example, without a paper around it."""

from array import array
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from multilex.article import Language
from multilex.document import Block, Document
from multilex.errors import OptionError
from multilex.extract.acts import mentions
from multilex.extract.acts.catalogue import using
from multilex.extract.acts.known import read_acts
from multilex.extract.codes import extract_codes, extract_emails
from multilex.extract.dates import extract_dates
from multilex.extract.dates_written import written_dates
from multilex.extract.reference_fields import parse_reference
from multilex.segment.language import UNDETERMINED, languages_of
from multilex.source import Page, Source
from multilex.vocabulary import BlockKind


@dataclass(frozen=True, slots=True)
class Tag:
    """Something found in a string: `start` and `end` are code points, half-open; `value` is canonical.

    `kind` is the scheme of a code (``udc``, ``irsti``, ``doi`` …), ``email``, ``language``, ``date``, ``act``,
    ``pinpoint`` (a place in an act), ``case`` (a judgment), or what a date is labelled to be (``received`` …).
    """

    kind: str
    start: int
    end: int
    text: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Tagged:
    """A string with its language (BCP 47, ``mul`` for a mixture, ``und`` when nothing tells) and its tags."""

    text: str
    lang: str
    findings: tuple[Tag, ...]

    def to_dict(self) -> dict[str, Any]:
        """The same as a plain JSON-ready object."""
        return {**asdict(self), "findings": [asdict(finding) for finding in self.findings]}


def tag(text: str, *, only: Collection[str] | None = None, acts: str | Path | None = None) -> Tagged:
    """The language of a string and what is found in it, in order.

    `only` chooses among `KINDS`; None takes those that any text may hold (`UNASKED`). `acts` is a TOML file with acts
    and abbreviations of one's own (docs/acts.md). Raises OptionError for a kind that does not exist and for a file that
    is not as it should be.

    >>> [(one.kind, one.text, one.value) for one in tag("УДК 341.2; e-mail: a@b.kz").findings]
    [('udc', '341.2', '341.2'), ('email', 'a@b.kz', 'a@b.kz')]
    >>> tag("Нарықтық экономика жағдайында", only=["language"]).lang
    'kk'
    """
    kinds = check_kinds(UNASKED if only is None else only)
    document = _document(text)
    language = languages_of(document, 0, len(text))
    with using(read_acts(acts) if acts is not None else ()):
        findings = [finding for kind in kinds for finding in KINDS[kind](document, language)]
    return Tagged(text, language.tag, tuple(sorted(findings, key=lambda one: (one.start, one.end, one.kind))))


def check_kinds(kinds: Collection[str]) -> list[str]:
    """The kinds in the order of `KINDS`, each once; OptionError for one that does not exist."""
    unknown = sorted(set(kinds) - set(KINDS))
    if unknown:
        raise OptionError(f"no kind {', '.join(map(repr, unknown))}: choose among {', '.join(KINDS)}")
    return [kind for kind in KINDS if kind in kinds]


def _document(text: str) -> Document:
    """The string as it stands, as a Document: nothing joined, nothing taken out."""
    source = Source("-", "text", "", (Page(1, text, 0),))
    return Document(source, text, (Block(0, len(text), BlockKind.PARAGRAPH, 1),), array("q", range(len(text))))


def _codes(document: Document, _: Language) -> Iterator[Tag]:
    for code in extract_codes(document, 0, len(document.text), header=False):
        yield Tag(code.scheme.value.lower(), *code.span, code.text, code.value)


def _emails(document: Document, _: Language) -> Iterator[Tag]:
    for email in extract_emails(document, 0, len(document.text)):
        yield Tag("email", *email.span, email.text, email.value)


def _dates(document: Document, _: Language) -> Iterator[Tag]:
    """Dates under a label, and other dates down to the month: a bare year is too often something else."""
    text = document.text
    labelled = extract_dates(document, 0, len(text))
    taken = {date.span for date in labelled}
    for date in labelled:
        yield Tag(date.kind.value, *date.span, date.text, date.value)
    for written in written_dates(text):
        span = (written.start, written.end)
        if span not in taken and len(written.value) > len("2020"):
            yield Tag("date", *span, text[written.start : written.end], written.value)


def _language(document: Document, language: Language) -> Iterator[Tag]:
    """One finding per stretch in one language; none where nothing tells."""
    text = document.text
    start = len(text) - len(text.lstrip())
    whole = ((start, len(text.rstrip()), language.tag),) if language.tag != UNDETERMINED else ()
    for begin, end, tag in language.parts or whole:
        yield Tag("language", begin, end, text[begin:end], tag)


def _references(document: Document, _: Language) -> Iterator[Tag]:
    """The string read as one reference: its fields under their CSL names, names by role."""
    parsed = parse_reference(document.text)
    if document.text.strip():
        yield Tag("type", 0, len(document.text), document.text, parsed.type)
    for role, names in parsed.names.items():
        for name in names:
            value = name.literal or ", ".join(part for part in (name.family, name.given) if part)
            yield Tag(role, *name.span, name.text, value)
    for field, found in parsed.values.items():
        yield Tag(field, *found.span, found.text, found.value)


def _acts(document: Document, language: Language) -> Iterator[Tag]:
    """Legal acts by their key (None for one that cannot be identified) and the places cited in them; judgments are
    ``case``.
    """
    found, judged, _ = mentions(document.text, language.tag)
    for act in found:
        yield Tag("act", act.start, act.end, document.text[act.start : act.end], act.act.key)
        for start, end, paths in act.pinpoints:
            places = (", ".join(f"{unit} {value}" for unit, value in path) for path in paths)
            yield Tag("pinpoint", start, end, document.text[start:end], "; ".join(places))
    for case in judged:
        yield Tag("case", case.start, case.end, document.text[case.start : case.end], case.title)


KINDS: dict[str, Callable[[Document, Language], Iterator[Tag]]] = {
    "codes": _codes,
    "language": _language,
    "dates": _dates,
    "emails": _emails,
    "references": _references,
    "acts": _acts,
}
"""What can be tagged, by the name that `only` takes."""

UNASKED = ("codes", "language", "dates", "emails")
"""The kinds that are tagged without being asked for; ``references`` reads the whole string as one reference."""
