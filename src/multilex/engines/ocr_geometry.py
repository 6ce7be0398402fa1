"""Baselines and sizes of recognised lines, measured on the boxes of their letters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from multilex.engines.tesseract import Glyph, Line
from multilex.packs import table

CAPITAL = 0.695
"""Height of capitals and figures as a share of the em in text faces (Times 0.66, Arial 0.72, Calibri 0.63; blur
adds a little)."""
USUAL = {"tall": CAPITAL, "figure": CAPITAL, "flat": 0.46}
ALIKE, APART = 0.035, 0.065
"""By which share the measured sizes of one size differ at most; by which they must differ to be a size of their own."""
LONG, SHORT = 20, 40  # letters of a line that is measured well, and of one that is not measured so well
SAME_PITCH = 0.04
_ROUNDS = 4
_DESCENDING = frozenset(table("ocr")["letters"]["descending"])
_TALL = frozenset(table("ocr")["letters"]["tall"])
_NOT_TALL = frozenset(table("ocr")["letters"]["not_tall"])
_FLAT = frozenset(table("ocr")["letters"]["flat"])


def measure(lines: Sequence[Line]) -> None:
    """Set the baseline of each line and a first guess at its size."""
    for line in lines:
        glyphs = [glyph for word in line.words for glyph in word.glyphs]
        line.baseline = _baseline(glyphs)
        sizes = [(line.baseline - glyph.top) / USUAL[kind] for glyph in glyphs if (kind := _kind(glyph.text)) in USUAL]
        line.size = median(sizes) if sizes else max(glyph.bottom - glyph.top for glyph in glyphs) / CAPITAL
        line.size = max(line.size, 1.0)


def make_alike(lines: Sequence[Line]) -> None:
    """Measure the sizes of all lines of a file once more, each kind of letter by how high it is in this file; lines
    whose sizes differ by less than one can measure get the same.
    """
    heights = [(line, list(_heights(line))) for line in lines]
    for _ in range(_ROUNDS):
        shares: dict[str, list[float]] = defaultdict(list)
        for line, kinds in heights:
            for kind, height in kinds:
                shares[kind].append(height / line.size)
        usual = {kind: _mean(values) for kind, values in shares.items() if len(values) >= LONG or kind in USUAL}
        scale = USUAL["tall"] / usual["tall"] if "tall" in usual else 1.0
        for line, kinds in heights:
            sizes = [height / (usual[kind] * scale) for kind, height in kinds if kind in usual]
            if sizes:
                line.size = _mean(sizes)
    counts = {id(line): len(kinds) for line, kinds in heights}
    sizes = _sizes([(line.size, counts[id(line)]) for line in lines])
    for index, line in enumerate(lines):
        nearest = min(sizes, key=lambda size: abs(size - line.size), default=line.size)
        short, before = counts[id(line)] < SHORT, lines[index - 1].size if index else nearest
        if short and _goes_on(lines[max(index - 2, 0) : index + 1]):
            line.size = before
        elif abs(nearest - line.size) < APART * nearest:
            line.size = nearest
        elif counts[id(line)] < LONG:
            line.size = before


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether the last of three lines is as far from the second as this from the first, and those are of one size."""
    if len(lines) < 3:
        return False
    first, second, third = lines
    gap, pitch = third.baseline - second.baseline, second.baseline - first.baseline
    return first.size == second.size and gap > 0 and abs(gap - pitch) < SAME_PITCH * second.size


def _sizes(measured: Sequence[tuple[float, int]]) -> list[float]:
    """The sizes that well measured lines are set in, to a tenth of a point."""
    left = sorted(pair for pair in measured if pair[1] >= LONG)
    found: list[float] = []
    while left:
        weights = [sum(n for near, n in left if abs(near - size) <= ALIKE * size) for size, _ in left]
        peak = left[weights.index(max(weights))][0]
        near = [pair for pair in left if abs(pair[0] - peak) <= ALIKE * peak]
        size = sum(size * n for size, n in near) / sum(n for _, n in near)
        if all(abs(size - other) >= APART * other for other in found):
            found.append(size)
        left = [pair for pair in left if abs(pair[0] - peak) > ALIKE * peak]
    return [round(size, 1) for size in found]


def _heights(line: Line) -> Iterator[tuple[str, float]]:
    for word in line.words:
        for glyph in word.glyphs:
            kind = _kind(glyph.text)
            if kind and not glyph.raised:
                yield kind, glyph.bottom - glyph.top


def _kind(text: str) -> str:
    """Letters of one kind are of one height."""
    if text in _FLAT:
        return "flat"
    if "0" <= text <= "9":
        return "figure"
    if text in _TALL or (text.isupper() and text not in _NOT_TALL):
        return "tall"
    return text if text.isalpha() else ""


def _baseline(glyphs: Sequence[Glyph]) -> float:
    standing = [glyph.bottom for glyph in glyphs if glyph.text.isalnum() and glyph.text not in _DESCENDING]
    return float(median(standing or [glyph.bottom for glyph in glyphs]))


def _mean(values: Iterable[float]) -> float:
    """The mean of the middle three fifths."""
    ordered = sorted(values)
    cut = len(ordered) // 5
    middle = ordered[cut : len(ordered) - cut]
    return sum(middle) / len(middle)
