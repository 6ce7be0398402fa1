"""Texts that a paper prints in several languages, sentence by sentence: titles, abstracts, body sections."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from multilex.align.keywords import common_order
from multilex.align.sentences import Row, Table, Text, align_sentences, as_wholes
from multilex.align.tools import Tools
from multilex.document import Document
from multilex.extract import Findings
from multilex.packs.terms import COLUMNS
from multilex.record import (
    Abstract,
    AlignedText,
    Block,
    KeywordRow,
    Section,
    Sentence,
    SentenceBead,
    SentencePair,
    found,
)
from multilex.segment.sentences import sentences_of
from multilex.vocabulary import Role, SectionRole

RULE = "segment/sentence"

_TITLES = "titles"
_WHOLE = "whole"  # in place of an engine: the text is one sentence

_BODY = frozenset({Role.BODY, Role.LIST_ITEM})
_NO_TEXT = frozenset(
    {
        SectionRole.REFERENCES,
        SectionRole.REFERENCES_ORIGINAL,
        SectionRole.REFERENCES_ROMANIZED,
        SectionRole.AUTHOR_INFO,
        SectionRole.OTHER,
    }
)


@dataclass
class _Version:
    """A text in one language: where it stands in the record, the spans of its stretches, and their labelled parts."""

    pointer: str
    stretches: list[tuple[int, int]]
    parts: list[str] = field(default_factory=list)


def align_texts(
    findings: Findings, document: Document, keywords: Sequence[KeywordRow], tools: Tools
) -> tuple[AlignedText, ...]:
    """The texts that are there in at least two of Kazakh, Russian and English, aligned sentence by sentence."""
    ordered = common_order(keywords)
    aligned = []
    for role, versions in _versions(findings):
        sentences = {
            lang: list(_sentences(document, lang, versions[lang], _WHOLE if role == _TITLES else tools.sentences))
            for lang in COLUMNS
            if lang in versions
        }
        sentences = {lang: each for lang, each in sentences.items() if each}
        if len(sentences) > 1:
            pointers = {lang: versions[lang].pointer for lang in sentences}
            if role == _TITLES:
                table = as_wholes(sentences)
            else:
                texts = [_text(lang, each, ordered.get(lang, ())) for lang, each in sentences.items()]
                table = align_sentences(texts, tools)
            aligned.append(_record(role, pointers, sentences, table))
    return tuple(aligned)


def _versions(findings: Findings) -> Iterator[tuple[str, dict[str, _Version]]]:
    """Per text its role and its versions by language; of several in one language, the first."""
    titles: dict[str, _Version] = {}
    for index, title in enumerate(findings.titles):
        titles.setdefault(title.lang or "", _Version(f"/titles/{index}", [title.span], [""]))
    yield _TITLES, titles
    abstracts: dict[str, _Version] = {}
    for index, abstract in enumerate(findings.abstracts):
        abstracts.setdefault(abstract.lang, _abstract(index, abstract, findings.blocks))
    yield "abstracts", abstracts
    by_role: dict[SectionRole, dict[str, _Version]] = {}
    for index, section in enumerate(findings.sections):
        if section.role not in _NO_TEXT:
            by_role.setdefault(section.role, {}).setdefault(section.lang, _section(index, section, findings))
    for role, versions in by_role.items():
        yield role.value, versions


def _abstract(index: int, abstract: Abstract, blocks: Sequence[Block]) -> _Version:
    """An abstract without what stands between its blocks (running heads, page numbers), cut at the labels of its parts;
    a label that ends in a colon is no part of a sentence.
    """
    version = _Version(f"/abstracts/{index}", [], [])
    first, last = abstract.span
    foreign = [one.span for one in blocks if one.role != Role.ABSTRACT and first < one.span[0] and one.span[1] < last]
    start, kind = first, ""
    for part in abstract.parts:
        _add(version, start, part.span[0], kind, foreign)
        colon = part.text.find(":") + 1 if (part.label or "").endswith(":") else 0
        start, kind = part.span[0] + colon, part.kind
    _add(version, start, last, kind, foreign)
    return version


def _add(version: _Version, start: int, end: int, part: str, foreign: Sequence[tuple[int, int]]) -> None:
    """Add a stretch to a version, without the foreign ones in it."""
    for left, right in (*foreign, (end, end)):
        if start <= left <= end:
            version.stretches.append((start, left))
            version.parts.append(part)
            start = right


def _section(index: int, section: Section, findings: Findings) -> _Version:
    blocks = [findings.blocks[at] for at in section.blocks if findings.blocks[at].role in _BODY]
    return _Version(f"/sections/{index}", [block.span for block in blocks], [""] * len(blocks))


def _sentences(document: Document, lang: str, version: _Version, engine: str) -> Iterator[tuple[Sentence, str]]:
    """The sentences of a version (those of a title: the whole), each with the kind of the part that it stands in."""
    for (start, end), part in zip(version.stretches, version.parts, strict=True):
        for a, b in [(start, end)] if engine == _WHOLE else sentences_of(document, start, end, lang, engine):
            yield found(Sentence, document, a, b, RULE, lang=lang), part


def _text(lang: str, sentences: Sequence[tuple[Sentence, str]], keywords: tuple[str, ...]) -> Text:
    return Text(lang, tuple(one.text for one, _ in sentences), tuple(part for _, part in sentences), keywords)


def _record(
    role: str,
    pointers: dict[str, str],
    sentences: Mapping[str, Sequence[tuple[Sentence, str]]],
    table: Table,
) -> AlignedText:
    return AlignedText(
        role=role,
        pointers=pointers,
        sentences={lang: tuple(one for one, _ in each) for lang, each in sentences.items()},
        rows=tuple(map(_bead, table.rows)),
        pairs=tuple(
            SentencePair(
                languages=languages,
                relation="summary" if languages in table.summaries else "translation",
                beads=tuple(map(_bead, beads)),
            )
            for languages, beads in table.pairs.items()
        ),
    )


def _bead(row: Row) -> SentenceBead:
    return SentenceBead(cells=row.cells, kind=row.kind, score=row.score)
