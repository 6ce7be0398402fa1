"""Monotone alignment of sequences: the best way through a lattice of positions, and how sure each step of it is."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

State = tuple[int, ...]
"""How many items of each sequence are behind us."""

Gain = Callable[[State, State], float]
"""What a bead is worth: where it begins, and how many items of each sequence it takes."""


@dataclass(frozen=True, slots=True)
class Step:
    """A bead: it takes the items ``[start[k], start[k] + sizes[k])`` of each sequence `k`; `probability` is that of the
    bead under the model.
    """

    start: State
    sizes: State
    probability: float


def best_path(states: Iterable[State], shapes: Sequence[State], gain: Gain) -> tuple[Step, ...]:
    """The beads of the best path from the first state to the last; empty when no path joins them.

    `states` are in lexicographic order, so that what a bead leaves comes before what it reaches. The work is one
    evaluation of `gain` per state and shape.
    """
    order = list(states)
    first, last = order[0], order[-1]
    known = set(order)
    best: dict[State, float] = {first: 0.0}
    ways: dict[State, float] = {first: 0.0}  # log of the sum over all ways of reaching a state
    steps: dict[State, list[tuple[State, State, float]]] = {}
    came: dict[State, tuple[State, State]] = {}
    for state in order:
        if state not in best:
            continue
        so_far, all_ways, leads = best[state], ways[state], steps.setdefault(state, [])
        for sizes in shapes:
            goal = tuple([at + size for at, size in zip(state, sizes, strict=True)])
            if goal not in known:
                continue
            worth = gain(state, sizes)
            leads.append((goal, sizes, worth))
            if so_far + worth > best.get(goal, -math.inf):
                best[goal] = so_far + worth
                came[goal] = (state, sizes)
            ways[goal] = _log_sum(ways[goal], all_ways + worth) if goal in ways else all_ways + worth
    if last not in best:
        return ()
    after = _ways_after(order, steps, last)
    path = []
    at = last
    while at != first:
        start, sizes = came[at]
        log_probability = ways[start] + gain(start, sizes) + after[at] - ways[last]
        path.append(Step(start, sizes, min(1.0, math.exp(log_probability))))
        at = start
    return tuple(reversed(path))


def _ways_after(
    order: Sequence[State], steps: dict[State, list[tuple[State, State, float]]], last: State
) -> dict[State, float]:
    """The log of the sum over all ways from each state to the last."""
    after = {last: 0.0}
    for state in reversed(order):
        for goal, _, worth in steps.get(state, ()):
            if goal in after:
                after[state] = _log_sum(after.get(state, -math.inf), worth + after[goal])
    return after


def _log_sum(a: float, b: float) -> float:
    high, low = (a, b) if a > b else (b, a)
    return high if low == -math.inf else high + math.log1p(math.exp(low - high))


def near_diagonal(first: int, second: int, width: int) -> Iterable[State]:
    """The states of two sequences that lie within `width` items of the straight line between the corners.

    >>> list(near_diagonal(2, 1, 9))
    [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]
    """
    for i in range(first + 1):
        middle = i * second // first if first else 0
        reach = width + (second // first if first else second)
        for j in range(max(0, middle - reach), min(second, middle + reach) + 1):
            yield i, j
