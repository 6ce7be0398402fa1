"""The text of a block with what was found in it: the pieces between and within citations, callouts and acts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multilex.record import Callout, Citation, LegalMention, Record, Span

Found = Citation | Callout | LegalMention


@dataclass(frozen=True, slots=True)
class Inline:
    """A piece of text; `found` is what stands there, with its index among those of the record, or None."""

    text: str
    span: Span
    found: Found | None = None
    index: int = -1


class Findings:
    """The findings of a record that have places in its text, ready to cut blocks by; what overlaps an earlier or longer
    one is left to the record.
    """

    def __init__(self, record: Record) -> None:
        every: list[tuple[Span, Found, int]] = [
            *((one.span, one, index) for index, one in enumerate(record.citations)),
            *((call.span, call, index) for index, note in enumerate(record.footnotes) for call in note.callouts),
            *((one.span, one, index) for index, one in enumerate(record.acts)),
        ]
        every.sort(key=lambda one: (one[0][0], -one[0][1]))
        self.found: list[tuple[Span, Found, int]] = []
        for one in every:
            start, end = one[0]
            if start < end and (not self.found or start >= self.found[-1][0][1]):
                self.found.append(one)

    def pieces(self, text: str, span: Span) -> Iterator[Inline]:
        """The pieces of a block's text, which stands at `span`; together they are that text."""
        at = span[0]
        for (start, end), found, index in self._within(span):
            if start > at:
                yield Inline(text[at - span[0] : start - span[0]], (at, start))
            yield Inline(text[start - span[0] : end - span[0]], (start, end), found, index)
            at = end
        if at < span[1]:
            yield Inline(text[at - span[0] :], (at, span[1]))

    def _within(self, span: Span) -> Sequence[tuple[Span, Found, int]]:
        low, high = 0, len(self.found)
        while low < high:
            middle = (low + high) // 2
            if self.found[middle][0][0] < span[0]:
                low = middle + 1
            else:
                high = middle
        end = low
        while end < len(self.found) and self.found[end][0][1] <= span[1]:
            end += 1
        return self.found[low:end]
