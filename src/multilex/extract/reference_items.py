"""Reference lists into items.

Printed numbers are the strongest evidence, but they go missing, double, restart, and look like years and
pages; one line may hold two items and one item several paragraphs. So all places where an item may begin
(`reference_starts`) are weighed together: the best chain of beginnings is the one with the highest sum of
scores, found by dynamic programming over the running number.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from multilex.document import Document
from multilex.extract.reference_starts import Start, list_starts

_BEAM = 48
"""Running numbers kept alive at a time; fewer in a list so long that it is none."""
_MOST_STEPS = 500_000

_NEXT = 5.0  # the number after the one before
_FIRST = 4.0  # a list that begins with 1
_FRAGMENT = 1.0  # a list that begins later
_REPEAT = -1.0
_RESTART = -2.0
_MISPRINT = -3.5  # printed out of order: counted on, as if it were right
_UNNUMBERED = -3.4  # no number in a list that numbers
_BULLETED = -2.0  # no number, but the bullet that the list begins with
_NO_BULLET = -6.0  # neither number nor bullet in a list of bullets
_BULLET = 3.0
_NUMBERED_SHARE = 0.3
_NUMBERED_RUN = 4


@dataclass(frozen=True, slots=True)
class Item:
    """An item: `start` (number included, bullet not) to `end`; `value_start` is after the number.

    `number` is the printed one, or where `number_printed` is false the one that its place in the list gives.
    """

    start: int
    end: int
    value_start: int
    number: int
    number_printed: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """A beginning on the best chain that ends in it."""

    place: Start
    number: int
    printed: bool
    before: "_Step | None"


_States = dict[int | None, tuple[float, _Step | None]]
"""Per running number: the best sum of scores and the last beginning."""


def split_items(document: Document, spans: Sequence[tuple[int, int]]) -> list[Item]:
    r"""The items of one reference list, in printed order, covering every non-blank character but bullets.

    `spans` are the list's blocks in reading order, without its heading; no spans give no items.

    >>> from multilex.layout.text import layout_text
    >>> from multilex.read.text import read_text
    >>> lines = "1 Orlova A. Rivers. 2 Petrov B. Lakes. 2019.\n\n3 Serik D. Seas."
    >>> document = layout_text(read_text(lines.encode(), "list.txt"))
    >>> items = split_items(document, [(block.start, block.end) for block in document.blocks])
    >>> [document.text[item.value_start : item.end] for item in items]
    ['Orlova A. Rivers.', 'Petrov B. Lakes. 2019.', 'Serik D. Seas.']
    """
    places = list_starts(document, spans)
    if not places:
        return []
    return _items(document, spans, places, _best_chain(places))


def _best_chain(places: Sequence[Start]) -> list[_Step]:
    numbered, bulleted = _numbers(places), places[0].bullet
    beam = max(1, min(_BEAM, _MOST_STEPS // len(places)))
    states: _States = {None: (0.0, None)}
    for place in places:
        options = dict(states)
        for running, (score, step) in states.items():
            for number, printed, fit in _readings(place, running, numbered, bulleted):
                total = score + place.score + fit
                if number not in options or total > options[number][0]:
                    options[number] = (total, _Step(place, number, printed, step))
        states = dict(sorted(options.items(), key=lambda item: -item[1][0])[:beam])
    step = max(states.values(), key=lambda state: state[0])[1]
    chain: list[_Step] = []
    while step is not None:
        chain.append(step)
        step = step.before
    return chain[::-1]


def _numbers(places: Sequence[Start]) -> bool:
    """Whether the list numbers its items: many lines begin with a number, or some count on."""
    numbers = [place.number for place in places if not place.inline]
    printed = [number for number in numbers if number is not None]
    run, last = 0, None
    for number in printed:
        if last is None or number == last + 1:
            run, last = run + 1, number
    return len(printed) >= _NUMBERED_SHARE * len(numbers) or run >= _NUMBERED_RUN


def _readings(place: Start, running: int | None, numbered: bool, bulleted: bool) -> list[tuple[int, bool, float]]:
    """The ways to read a place as a beginning: the running number, whether printed, how well it fits."""
    following = 1 if running is None else running + 1
    bullet = _BULLET if bulleted and place.bullet else 0.0
    readings: list[tuple[int, bool, float]] = []
    if place.inline and not numbered:
        return []
    if place.number is not None:
        readings.append((place.number, True, _fit(place.number, running) + bullet))
        if place.number != following and running is not None and not place.inline:
            readings.append((following, True, _MISPRINT + bullet))
    elif bulleted:
        readings.append((following, False, bullet + _BULLETED if bullet else _NO_BULLET))
    else:
        readings.append((following, False, _UNNUMBERED if numbered else 0.0))
    return readings


def _fit(number: int, running: int | None) -> float:
    if running is None:
        return _FIRST if number == 1 else _FRAGMENT
    missing = number - running - 1
    if missing == 0:
        return _NEXT
    if missing > 0:
        return max(-6.0, 1.5 - 0.5 * missing)
    return _REPEAT if missing == -1 else _RESTART if number == 1 else -6.0


def _items(
    document: Document, spans: Sequence[tuple[int, int]], places: Sequence[Start], chain: Sequence[_Step]
) -> list[Item]:
    text = document.text
    first = _Step(places[0], 1, False, None)
    if not chain:
        chain = [first]
    elif chain[0].place is not places[0] and chain[0].place.lead < spans[0][1]:
        # a stray sign before the first number belongs to the first item
        head = chain[0]
        place = Start(places[0].lead, places[0].start, head.place.text, head.number, 0.0, False, False)
        chain = [_Step(place, head.number, head.printed, None), *chain[1:]]
    elif chain[0].place is not places[0]:
        chain = [_Step(places[0], max(chain[0].number - 1, 0), False, None), *chain]
    ends = [step.place.lead for step in chain[1:]] + [spans[-1][1]]
    starts = [start for start, _ in spans]
    items = []
    for step, end in zip(chain, ends, strict=True):
        place = step.place
        end = min(end, spans[bisect_left(starts, end) - 1][1])  # a running head after it is no part of it
        end = place.start + len(text[place.start : end].rstrip())
        number = place.number if step.printed and place.number is not None else step.number
        items.append(Item(place.start, end, place.text, number, step.printed))
    return items
