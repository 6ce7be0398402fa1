"""spaCy components that put what others find into a Doc; the finding itself is handed in.

Importing this module adds extensions of Doc, so a stored Doc can be read without a pipeline:

* ``doc._.multilex``, ``doc._.multilex_blocks``: tuples of dicts with `kind`, `start`, `end` (code points of
  ``doc.text``, half-open), `text`, `value`. They are exact also where a finding begins or ends inside a token.
* ``doc._.multilex_moved``: sentence boundaries inside a token, as ``(boundary, where it is now)``.

The first component or `extend_spans` adds those of Span, whose names are less our own; one that is there already stays:

* ``span._.value`` and ``span._.char_span`` (exact offsets) of the spans in ``doc.spans["multilex"]`` and
  ``doc.spans["multilex_blocks"]``, which reach over whole tokens. None for other spans.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Protocol

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from multilex.errors import OptionError

FINDINGS, BLOCKS = "multilex", "multilex_blocks"
_LINKED = ("act",)
"""Kinds whose value is a key to something outside the text: their spans carry it as ``kb_id_``."""
_NO_START = 2**64 - 1  # spaCy's -1: certainly no sentence start


class Found(Protocol):
    """What a finder gives for one finding."""

    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def value(self) -> str | None: ...


Finder = Callable[[str], Iterable[Found]]
Splitter = Callable[[str], Iterable[tuple[int, int]]]


class Findings:
    """Component: puts what `find` finds in ``doc.text`` into ``doc.spans["multilex"]``; adds nothing else."""

    def __init__(self, find: Finder) -> None:
        extend_spans()
        self._find = find

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with findings."""
        put(doc, FINDINGS, self._find(doc.text))
        return doc


class Sentences:
    """Component: begins a sentence where `split` says so; a boundary inside a token goes to the token after it."""

    def __init__(self, split: Splitter) -> None:
        self._split = split

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with sentence starts; boundaries that had to be moved in ``doc._.multilex_moved``.

        A boundary inside the last token has nowhere to go: it is told with the end of the text. Raises OptionError
        for a Doc that a parser has cut already.
        """
        if len(doc) and doc.has_annotation("DEP"):
            raise OptionError("multilex_sentences comes too late: add it before the parser")
        boundaries = sorted(start for start, _ in self._split(doc.text))
        moved: list[tuple[int, int]] = []
        inside: list[int] = []
        starts: Any = numpy.full((len(doc), 1), _NO_START, dtype="uint64")
        at = 0
        for token in doc:
            moved += [(boundary, token.idx) for boundary in inside]
            if token.i == 0 or inside:
                starts[token.i] = 1
            inside = []
            while at < len(boundaries) and boundaries[at] < token.idx + len(token):
                if boundaries[at] > token.idx:
                    inside.append(boundaries[at])
                else:
                    starts[token.i] = 1
                at += 1
        moved += [(boundary, len(doc.text)) for boundary in inside]
        if len(doc):  # one by one would be quadratic: each would ask the whole Doc for a parse
            doc.from_array(["SENT_START"], starts)
        doc._.multilex_moved = tuple(moved)
        return doc


def put(doc: Doc, key: str, found: Iterable[Found]) -> None:
    """Store findings in ``doc.spans[key]`` and, exactly, in ``doc._.<key>``. Replaces what was there."""
    extend_spans()
    text = doc.text
    findings: list[dict[str, Any]] = []
    spans: list[Span] = []
    for one in found:
        span = doc.char_span(
            one.start,
            one.end,
            label=one.kind,
            kb_id=one.value or "" if one.kind in _LINKED else "",
            alignment_mode="expand",
            span_id=f"{key}-{len(findings)}",
        )
        spans += [span] if span is not None else []
        exact = {"start": one.start, "end": one.end, "text": text[one.start : one.end]}
        findings.append({"kind": one.kind, **exact, "value": one.value})
    doc.spans[key] = spans
    doc._.set(key, tuple(findings))  # a tuple: what spaCy stores comes back as one


def finding(span: Span) -> dict[str, Any] | None:
    """The exact finding behind a span that `put` stored, else None (also where a Doc lost its user data)."""
    key, _, index = span.id_.rpartition("-")
    findings: tuple[dict[str, Any], ...] = span.doc._.get(key) if key in (FINDINGS, BLOCKS) else ()
    return findings[int(index)] if findings else None


def _value(span: Span) -> str | None:
    found = finding(span)
    return found["value"] if found else None


def _char_span(span: Span) -> tuple[int, int] | None:
    found = finding(span)
    return (found["start"], found["end"]) if found else None


for _name in (FINDINGS, BLOCKS, "multilex_moved"):
    Doc.set_extension(_name, default=(), force=True)


def extend_spans() -> None:
    """Add ``span._.value`` and ``span._.char_span``, for a process that only reads stored Docs."""
    for name, getter in (("value", _value), ("char_span", _char_span)):
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)


def register_findings(finder: Callable[[Sequence[str] | None], Finder]) -> Callable[..., Findings]:
    """Make ``nlp.add_pipe("multilex", config={"kinds": [...]})`` known; `finder` gets the kinds, None for all."""

    def make_multilex(nlp: Language, name: str, kinds: list[str] | None) -> Findings:
        return Findings(finder(kinds))

    Language.factory(
        "multilex", default_config={"kinds": None}, assigns=["doc.spans", "doc._.multilex"], func=make_multilex
    )
    return make_multilex


def register_sentences(splitter: Callable[[str | None], Splitter]) -> Callable[..., Sentences]:
    """Make ``nlp.add_pipe("multilex_sentences")`` known; `splitter` gets a language, None where the text must tell."""

    def make_multilex_sentences(nlp: Language, name: str, lang: str | None) -> Sentences:
        return Sentences(splitter(lang or (nlp.lang if nlp.lang != "xx" else None)))

    Language.factory(
        "multilex_sentences",
        default_config={"lang": None},
        assigns=["token.is_sent_start", "doc.sents"],
        func=make_multilex_sentences,
    )
    return make_multilex_sentences


@cache
def blank(lang: str) -> Language:
    """An empty pipeline for a language; spaCy's multilingual one where it has none.

    >>> blank("kk").lang, blank("kk-Latn").lang, blank("und").lang
    ('kk', 'xx', 'xx')
    """
    return spacy.blank(lang if lang in ("kk", "ru", "en") else "xx")


def pack(docs: Iterable[Doc]) -> bytes:
    """The bytes of a DocBin that keeps spans, their values and user data; the same Docs give the same bytes."""
    return DocBin(docs=docs, store_user_data=True).to_bytes()
