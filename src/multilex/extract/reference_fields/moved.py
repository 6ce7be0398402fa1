"""A parsed reference moved to where its characters stand in another text."""

from collections.abc import Sequence
from unicodedata import is_normalized, normalize

import regex

from multilex.record import ParsedReference, ReferenceName, ReferenceValue, Span

_CLUSTER = regex.compile(r"\P{M}\p{M}*|\p{M}")


def moved(parsed: ParsedReference, places: Sequence[Span], text: str) -> ParsedReference:
    """The same reference in `text`, where its character number `i` stands at the span ``places[i]``."""

    def span(own: Span) -> Span:
        return places[own[0]][0], places[own[1] - 1][1]

    def name(one: ReferenceName) -> ReferenceName:
        place = span(one.span)
        return one.model_copy(update={"span": place, "text": text[slice(*place)]})

    def value(one: ReferenceValue) -> ReferenceValue:
        place = span(one.span)
        return one.model_copy(update={"span": place, "text": text[slice(*place)]})

    return parsed.model_copy(
        update={
            "names": {role: tuple(map(name, names)) for role, names in parsed.names.items()},
            "values": {key: value(one) for key, one in parsed.values.items()},
            "unparsed": tuple(map(span, parsed.unparsed)),
        }
    )


def composed(text: str) -> tuple[str, list[Span]]:
    """
    The text with letters and their marks in one (NFC), and the span of each of its characters in `text`.

    >>> composed("и\u0306") == ("й", [(0, 2)])
    True
    """
    if is_normalized("NFC", text):
        return text, [(at, at + 1) for at in range(len(text))]
    clusters = [(normalize("NFC", match[0]), match.span()) for match in _CLUSTER.finditer(text)]
    return "".join(cluster for cluster, _ in clusters), [span for cluster, span in clusters for _ in cluster]
