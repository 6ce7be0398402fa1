"""A parsed reference at its place in the document."""

from collections.abc import Sequence

from multilex.document import Document
from multilex.extract.reference_fields import parse_reference
from multilex.extract.reference_fields.moved import moved
from multilex.record import ParsedReference
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

    return moved(parsed, [(offset, offset + 1) for offset in offsets], document.text)
