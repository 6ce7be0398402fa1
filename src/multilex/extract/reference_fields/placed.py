"""A parsed reference at its place in the document."""

from collections.abc import Sequence

from multilex.document import Document
from multilex.extract.reference_fields import parse_reference
from multilex.record import ParsedReference, ReferenceName, ReferenceValue, Span
from multilex.segment.language import UNDETERMINED

_NO_LANGUAGE = ("mul", UNDETERMINED)


def folded_value(document: Document, spans: Sequence[tuple[int, int]]) -> tuple[str, list[int]]:
    """The text of spans with blanks folded, one blank between spans; and for each character its offset."""
    signs: list[str] = []
    offsets: list[int] = []
    for start, end in spans:
        for offset in range(start, end):
            sign = document.text[offset]
            if not sign.isspace():
                signs.append(sign)
                offsets.append(offset)
            elif signs and signs[-1] != " ":
                signs.append(" ")
                offsets.append(offset)
        if signs and signs[-1] != " ":
            signs.append(" ")
            offsets.append(max(start, end - 1))
    text = "".join(signs).rstrip()
    return text, offsets[: len(text)]


def place_reference(document: Document, text: str, offsets: Sequence[int], lang: str) -> ParsedReference:
    """The fields of a reference whose characters stand at `offsets` in the document; `lang` is that of the item."""
    parsed = parse_reference(text)
    if parsed.language is None and lang not in _NO_LANGUAGE:
        parsed = parsed.model_copy(update={"language": lang})

    def moved(span: Span) -> Span:
        return offsets[span[0]], offsets[span[1] - 1] + 1

    def named(name: ReferenceName) -> ReferenceName:
        span = moved(name.span)
        return name.model_copy(update={"span": span, "text": document.text[slice(*span)]})

    def valued(value: ReferenceValue) -> ReferenceValue:
        span = moved(value.span)
        return value.model_copy(update={"span": span, "text": document.text[slice(*span)]})

    return parsed.model_copy(
        update={
            "names": {role: tuple(map(named, names)) for role, names in parsed.names.items()},
            "values": {name: valued(value) for name, value in parsed.values.items()},
            "unparsed": tuple(map(moved, parsed.unparsed)),
        }
    )
