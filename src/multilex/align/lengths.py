"""How usual the sizes of a bead are: how many sentences, how many letters."""

import math
from functools import cache
from typing import Any

from multilex import packs


def length_agreement(pair: tuple[str, str], first: int, second: int) -> float:
    """The log-likelihood ratio of two stretches with so many letters being translations, for a pair of languages.

    >>> length_agreement(("kk", "ru"), 100, 104) > 0 > length_agreement(("kk", "ru"), 100, 25)
    True
    """
    settings = _settings()["lengths"]
    ratio, spread = _ratio(pair)
    grain = settings["grain"]
    spread = math.sqrt(spread**2 + (grain / max(1, first)) ** 2 + (grain / max(1, second)) ** 2)
    off = (math.log(max(1, second) / max(1, first)) - ratio) / spread
    wide = settings["unrelated"]
    return float(max(settings["least"], math.log(wide) - off**2 / 2 + (off / wide) ** 2 / 2))


@cache
def _ratio(pair: tuple[str, str]) -> tuple[float, float]:
    """Mean and spread of the logarithm of the ratio of lengths; for a pair without figures, those of any other."""
    pairs = _settings()["lengths"]["pairs"]
    for (a, b), sign in ((pair, 1), (pair[::-1], -1)):
        if f"{a}-{b}" in pairs:
            return sign * pairs[f"{a}-{b}"]["ratio"], pairs[f"{a}-{b}"]["spread"]
    return 0.0, max(each["spread"] for each in pairs.values())


@cache
def bead_cost(sizes: tuple[int, int], *, summary: bool = False) -> float:
    """The logarithm of how usual a bead is, in a translation or in a `summary`; without a counterpart, per sentence.

    >>> bead_cost((1, 1)) > bead_cost((2, 1)) == bead_cost((1, 2)) > bead_cost((1, 3))
    True
    """
    beads = _settings()["summary" if summary else "beads"]
    least, most = sorted(sizes)
    if least == 0:
        return most * math.log(beads["1:0"] / 2)
    return math.log(beads[f"{least}:{most}"] / (1 if least == most else 2))


def inside_cost() -> float:
    """The cost of a bead that begins inside a sentence."""
    return float(_settings()["inside"]["cost"])


def summary_part() -> float:
    """Below this part of its letters that have a counterpart, the other text only sums up a longer one."""
    return float(_settings()["summary"]["part"])


@cache
def _settings() -> dict[str, Any]:
    return packs.table("alignment")
