"""The sentences in which findings stand."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from multilex.article import Article, Unit
from multilex.record import Span
from multilex.segment.sentences import sentences_of


def sentences_at(article: Article, units: Sequence[Unit], offsets: Iterable[int]) -> dict[int, Span]:
    """The span of the sentence in which each offset stands; of these units, and without those outside of them."""
    found: dict[int, Span] = {}
    waiting = iter(sorted(set(offsets)))
    offset = next(waiting, None)
    for unit in units:
        spans: list[Span] = []
        while offset is not None and offset < unit.end:
            if offset >= unit.start:
                spans = spans or sentences_of(article.document, unit.start, unit.end, unit.language.tag)
                at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
                if at >= 0:
                    found[offset] = spans[at]
            offset = next(waiting, None)
    return found
