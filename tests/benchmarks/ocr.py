"""How well scans are read: errors of characters and the scores of records, on samples scanned three ways.

    python -m tests.benchmarks.ocr [light|medium|hard ...] [pedagogy-kk|law-ru|tourism-en ...]

The papers of ``samples`` are printed, scanned by ``samples/press/scan.py`` and read. CER is the edit distance to the
text of the born-digital PDF, per character, with quotation marks, dashes and blanks made alike; the other figures are
soft F1 as ``multilex evaluate`` counts it.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from multilex.evaluate.goldset import gold_files
from multilex.evaluate.report import Count, figures
from multilex.evaluate.score import score
from multilex.pipeline import extract, read

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "samples"))

from press.scan import LEVELS, scan  # noqa: E402

PAPERS = {"pedagogy-kk": "kk", "law-ru": "ru", "tourism-en": "en"}
FIGURES = {
    "header_cells": "header",
    "reference_items": "items",
    "act_spans_overlap": "acts",
    "superscripts": "raised",
}
_ALIKE = str.maketrans({**dict.fromkeys("«»“”„‘’`", '"'), "'": '"', **dict.fromkeys("‐‑‒–—−", "-")})


def distance(a: str, b: str) -> int:
    """The least number of characters to insert, delete or replace (Myers' bit vectors).

    >>> distance("kitten", "sitting")
    3
    """
    if not a:
        return len(b)
    places: dict[str, int] = {}
    for index, character in enumerate(a):
        places[character] = places.get(character, 0) | 1 << index
    full, last = (1 << len(a)) - 1, 1 << len(a) - 1
    plus, minus, score = full, 0, len(a)
    for character in b:
        equal = places.get(character, 0)
        vertical = equal | minus
        equal |= ((equal & plus) + plus) ^ plus
        more, less = minus | ~(equal | plus) & full, plus & equal
        score += bool(more & last) - bool(less & last)
        more, less = (more << 1 | 1) & full, less << 1 & full
        plus, minus = less | ~(vertical | more) & full, more & vertical
    return score


def normal(text: str) -> str:
    """The text with blanks, quotation marks and dashes made alike."""
    return " ".join(text.translate(_ALIKE).split())


def measure(name: str, level: str, folder: Path) -> None:
    """Print a line of figures for a paper scanned at a level."""
    printed = (ROOT / "samples" / f"{name}.pdf").read_bytes()
    target = folder / f"{name}-scan.pdf"
    target.write_bytes(scan(printed, LEVELS[level]))
    for beside in (ROOT / "samples").glob(f"{name}.*"):
        if beside.suffix in (".txt", ".json"):
            shutil.copy(beside, folder)
    began = time.perf_counter()
    document = read(target)
    seconds = time.perf_counter() - began
    text, truth = normal(document.text), normal(read(printed).text)
    (file,) = gold_files(folder, "scan")
    found = figures(outcome for _, outcome in score(file, document, extract(document)))
    scores = [f"{_soft(found[one].all):10.3f}" if one in found else f"{'-':>10}" for one in FIGURES]
    errors = 100 * distance(truth, text) / len(truth)
    print(f"{level:8}{PAPERS[name]:4}{errors:7.2f}{seconds:9.1f}{''.join(scores)}", flush=True)


def _soft(count: Count) -> float:
    return 2 * count.soft / (count.gold + count.found)


def main(arguments: list[str]) -> None:
    """Measure every paper at every level, or at those named."""
    levels = [level for level in LEVELS if level in arguments] or list(LEVELS)
    names = [name for name in PAPERS if name in arguments] or list(PAPERS)
    print(f"{'scan':8}{'':4}{'CER %':>7}{'wall s':>9}{''.join(f'{one:>10}' for one in FIGURES.values())}")
    for level in levels:
        for name in names:
            with tempfile.TemporaryDirectory() as folder:
                measure(name, level, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
