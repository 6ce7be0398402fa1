"""Labels of codes in free text: which scheme a printed word announces, misprints and look-alikes forgiven.

The labels and the look-alike letters are data: ``packs/codes.toml``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from multilex.codes._fold import skeleton
from multilex.packs import table

WORD = regex.compile(
    r"(?<![\p{L}@])\p{L}(?:[ .]\p{L}){2,5}\.?(?![\p{L}@])"  # letter-spaced
    r"|(?<![\p{L}@])[\p{L}01|]{3,8}(?![\p{L}@])"
)
STROKES = str.maketrans("01|", "OII")  # figures printed for letters
GAP = regex.compile(r"[\s:;.,№#*|–—/)\]-]{0,8}+")


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label: its span, the scheme it announces, and where the code should begin."""

    start: int
    end: int
    scheme: str
    code: int


def labels(text: str, *wanted: str) -> Iterator[Label]:
    """The labels in `text`, in order; only those of the `wanted` schemes if any are named.

    >>> [(label.scheme, text[label.code :]) for text in ["УДК341", "МРНТЙ – 10.79"] for label in labels(text)]
    [('UDC', '341'), ('IRSTI', '10.79')]
    """
    for word in WORD.finditer(text):
        start, end = word.span()
        scheme = scheme_of(word[0])
        if scheme is None:
            letters = word[0].rstrip("01|")
            end = start + len(letters)
            scheme = scheme_of(letters)
        if scheme is not None and (not wanted or scheme in wanted):
            yield Label(start, end, scheme, _code_start(text, end, scheme))


@lru_cache(maxsize=1 << 16)
def scheme_of(word: str) -> str | None:
    """The scheme that a printed label announces, or None.

    >>> scheme_of("YДK"), scheme_of("ҒТАРМ"), scheme_of("STAMP")
    ('UDC', 'IRSTI', None)
    """
    printed = skeleton("".join(letter for letter in word if letter not in " .").translate(STROKES))
    known, shortened = _known()
    if printed in known:
        return known[printed]
    if not 4 <= len(printed) <= 8:
        return None
    shorter = {printed[:i] + printed[i + 1 :] for i in range(len(printed))}
    near = {label for form in {printed, *shorter} for label in shortened.get(form, ())}
    near |= {form for form in shorter if form in known and len(form) >= 5}
    found = {known[label] for label in near if label[0] == printed[0] and _one_misprint(printed, label)}
    return found.pop() if len(found) == 1 else None


@cache
def _known() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Skeleton of each label -> scheme, and each long skeleton less one letter -> skeletons."""
    known = {skeleton(label): scheme for scheme, entry in table("codes").items() for label in entry.get("labels", ())}
    shortened: dict[str, tuple[str, ...]] = {}
    for label in known:
        if len(label) >= 5:
            for i in range(len(label)):
                shorter = label[:i] + label[i + 1 :]
                shortened[shorter] = (*shortened.get(shorter, ()), label)
    return known, shortened


def _one_misprint(printed: str, label: str) -> bool:
    """Whether one letter is wrong, missing or added, or two neighbours are exchanged."""
    i = 0
    while i < min(len(printed), len(label)) and printed[i] == label[i]:
        i += 1
    a, b = printed[i:], label[i:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _code_start(text: str, end: int, scheme: str) -> int:
    """Where the code of a label that ends at `end` should begin: past points, dashes and tails."""
    position = _gap(text, end)
    for _ in range(3):
        tail = _tails(scheme).match(text, position)
        if tail is None:
            break
        position = _gap(text, tail.end())
    return position


def _gap(text: str, position: int) -> int:
    gap = GAP.match(text, position)
    return gap.end() if gap else position


@cache
def _tails(scheme: str) -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, table("codes")[scheme]["tails"]))
    return regex.compile(rf"\(?(?:{words})(?![\p{{L}}0-9])", regex.IGNORECASE)
