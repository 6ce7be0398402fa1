"""Citation contexts: which sentence of which section cites which work."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from multilex.record.base import Span
from multilex.record.body import Block, Footnote, Section
from multilex.record.references import Citation, CitationContext
from multilex.vocabulary import CitationStyle


def citation_contexts(
    citations: Sequence[Citation],
    footnotes: Sequence[Footnote],
    blocks: Sequence[Block],
    sections: Sequence[Section],
) -> Iterator[CitationContext]:
    """The contexts of citations and of the callouts whose footnotes name works, in the order of the text."""
    places = [(one.span, one.text, one.style, one.sentence, one.targets, one.pinpoint) for one in citations]
    for note in footnotes:
        targets = tuple(dict.fromkeys(one.antecedent or one.id for one in note.references))
        pinpoint = "; ".join(one.pinpoint for one in note.references if one.pinpoint) or None
        for one in note.callouts if targets else ():
            places.append((one.span, one.text, CitationStyle.FOOTNOTE, one.sentence, targets, pinpoint))
    starts = [block.span[0] for block in blocks]
    for span, text, style, sentence, targets, pinpoint in sorted(places, key=lambda place: place[0]):
        block = blocks[at] if (at := bisect_right(starts, span[0]) - 1) >= 0 else None
        section = block.section if block else None
        yield CitationContext(
            text=text,
            span=span,
            style=style,
            sentence=_text(block, sentence),
            sentence_span=sentence,
            section=section,
            section_role=None if section is None else sections[section].role,
            targets=targets,
            pinpoint=pinpoint,
        )


def _text(block: Block | None, span: Span | None) -> str | None:
    if block is None or span is None:
        return None
    return block.text[span[0] - block.span[0] : span[1] - block.span[0]]
