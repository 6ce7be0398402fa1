"""What OCR misread, put right by the grammar of what stands there: number signs, numerals, labels of codes, brackets.

The rules are in ``packs/ocr.toml``. They are for lines that OCR read, and for nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import regex

from multilex.engines.tesseract import Glyph, Line
from multilex.packs import table

TIMEOUT = 1.0
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Misreading:
    """A rule of the pack. `letters` maps what was read to what was printed, the longest first."""

    name: str
    pattern: "regex.Pattern[str]"
    value: str | None
    letters: tuple[tuple[str, str], ...]
    must: "regex.Pattern[str] | None"

    def printed(self, wrong: str) -> str | None:
        """What was printed where `wrong` was read; None where that would be nothing that may stand there."""
        right = self.value
        if right is None:
            right, rest = "", wrong
            while rest:
                read, meant = next((pair for pair in self.letters if rest.startswith(pair[0])), (rest[0], rest[0]))
                right, rest = right + meant, rest[len(read) :]
        return right if self.must is None or self.must.fullmatch(right) else None


@cache
def rules() -> tuple[Misreading, ...]:
    """The rules of the pack, in its order."""
    return tuple(
        Misreading(
            rule["name"],
            regex.compile(rule["pattern"]),
            rule.get("value"),
            _letters(rule.get("letters", ())),
            regex.compile(rule["must"]) if "must" in rule else None,
        )
        for rule in table("ocr")["rules"]
    )


def _letters(described: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs from a row of single letters (wrong, right, wrong, right …) and from ``wrong=right``."""
    pairs: list[tuple[str, str]] = []
    for piece in described:
        if "=" in piece:
            wrong, right = piece.split("=")
            pairs.append((wrong, right))
        else:
            pairs.extend(zip(piece[::2], piece[1::2], strict=True))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def repair(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a line with what was misread put right, and each change: where it was, what stands there now.

    >>> repair("№ 15. Хо3 (40).")
    ('№ 15. №3 (40).', [(6, 8, '№')])
    """
    changes: list[tuple[int, int, str]] = []
    for rule in rules():
        for start, end, new in reversed(list(_found(rule, text))):
            text = text[:start] + new + text[end:]
            changes.append((start, end, new))
    return text, changes


def _found(rule: Misreading, text: str) -> Iterator[tuple[int, int, str]]:
    try:
        for match in rule.pattern.finditer(text, timeout=TIMEOUT):
            start, end = match.span("wrong")
            right = rule.printed(match["wrong"])
            if right is not None and right != match["wrong"]:
                yield start, end, right
    except TimeoutError:
        return


def repair_line(line: Line) -> list[tuple[str, str]]:
    """Put right what was misread in a line; the words that were changed, as read and as they are now."""
    _, changes = repair(_text(line))
    done: list[tuple[str, str]] = []
    for start, end, new in changes:
        starts = list(accumulate((len(word.text) + 1 for word in line.words), initial=0))
        index = next(i for i, begin in enumerate(starts) if begin > start) - 1
        word = line.words[index]
        first, last = start - starts[index], end - starts[index]
        before = word.text
        if last > len(word.glyphs) or any(glyph.raised for glyph in word.glyphs[first:last]):
            continue
        word.glyphs[first:last] = _spread(word.glyphs[first:last], new)
        if not word.glyphs:
            del line.words[index]
            continue
        done.append((before, word.text))
    return done


def _text(line: Line) -> str:
    """The words with a blank between them and raised figures as superscripts, so that they are part of no number."""
    return " ".join(
        "".join(glyph.text.translate(_RAISED) if glyph.raised else glyph.text for glyph in word.glyphs)
        for word in line.words
    )


def _spread(glyphs: Sequence[Glyph], text: str) -> list[Glyph]:
    """Other characters over the same place."""
    if not text:
        return []
    x0, x1 = glyphs[0].x0, max(glyphs[-1].x1, glyphs[0].x0)
    top, bottom = min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    step = (x1 - x0) / len(text)
    return [Glyph(c, x0 + i * step, top, x0 + (i + 1) * step, bottom) for i, c in enumerate(text)]
