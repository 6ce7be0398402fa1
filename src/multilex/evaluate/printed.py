"""Gold keeps the letters that are printed, a record those that are meant: both count as right."""

from collections.abc import Iterator, Sequence
from typing import Any

from multilex.document import Document, Repair
from multilex.evaluate.goldset import GoldFile
from multilex.evaluate.outcome import Outcome
from multilex.evaluate.score import score
from multilex.record import Finding, Record
from multilex.record.base import Model


def score_either(file: GoldFile, document: Document | None, records: Sequence[Record]) -> Iterator[tuple[str, Outcome]]:
    """The outcomes of `score`; one that is wrong counts by the letters as printed where those are right.

    Nothing else is forgiven: no letter is folded, on neither side.
    """
    mended = list(score(file, document, records))
    if document is None or not document.repairs:
        yield from mended
        return
    printed = list(score(file, document, [as_printed(record, document) for record in records]))
    if len(printed) != len(mended):
        yield from mended
        return
    for one, other in zip(mended, printed, strict=True):
        yield other if other[1].right and not one[1].right else one


def as_printed(record: Record, document: Document) -> Record:
    """The record with the printed letters in every value, where the document has mended them one for one."""
    printed = _put_back(record, document, (), "")
    assert isinstance(printed, Record)
    return printed


def _put_back(value: Any, document: Document, repairs: Sequence[Repair], text: str) -> Any:
    if isinstance(value, Model):
        if isinstance(value, Finding):
            start, end = value.span
            text = document.text[start:end]
            repairs = [one for one in document.repairs_in(start, end) if len(one.printed) == one.end - one.start]
            if not repairs:
                return value
            repairs = [Repair(one.start - start, one.end - start, one.name, one.printed) for one in repairs]
        changed = {name: _put_back(getattr(value, name), document, repairs, text) for name in type(value).model_fields}
        return value.model_copy(update=changed)
    if isinstance(value, tuple) and value and not isinstance(value[0], int | float):
        return tuple(_put_back(part, document, repairs, text) for part in value)
    if type(value) is str and repairs:
        return _printed(value, repairs, text)
    return value


def _printed(value: str, repairs: Sequence[Repair], text: str) -> str:
    """A value taken from a text, with the same occurrences of its mended words as printed."""
    for repair in reversed(repairs):
        meant = text[max(0, repair.start) : repair.end]
        at = -1
        for _ in range(text.count(meant, 0, repair.start) + 1):
            at = value.find(meant, at + 1)
            if at < 0:
                break
        if at >= 0 and len(meant) == len(repair.printed):
            value = value[:at] + repair.printed + value[at + len(meant) :]
    return value
