"""Conservation: each non-blank character of the input stands in exactly one block of one record."""

from array import array
from collections.abc import Iterable, Iterator

from multilex.document import Document
from multilex.evaluate.outcome import Outcome
from multilex.record import Record


def conservation(document: Document, records: Iterable[Record]) -> Iterator[Outcome]:
    """`conservation`: characters held once, lost, and held more than once, as one outcome each.

    What layout left out of the text (line-end hyphens, markup) counts with the block that it belonged to.
    """
    held = array("i", bytes(4 * document.source.length))
    for record in records:
        for block in record.blocks:
            for offset in document.origin[block.span[0] : block.span[1]]:
                if offset >= 0:
                    held[offset] += 1
    for offset, _ in document.dropped:
        held[offset] += 1
    once = lost = repeated = extra = 0
    first_lost = first_repeated = None
    for page in document.source.pages:
        for offset, char in enumerate(page.text, page.start):
            if char.isspace():
                continue
            if held[offset] == 1:
                once += 1
            elif held[offset] == 0:
                lost += 1
                first_lost = offset if first_lost is None else first_lost
            else:
                repeated += 1
                extra += held[offset] - 1
                first_repeated = offset if first_repeated is None else first_repeated
    yield Outcome("conservation", (), "once", "once", True, True, None, once)
    if lost:
        yield Outcome("conservation", (), f"{lost} characters", None, False, False, first_lost, lost)
    if repeated:
        found = f"{extra} repetitions"
        yield Outcome("conservation", (), f"{repeated} characters", found, False, False, first_repeated, repeated)
