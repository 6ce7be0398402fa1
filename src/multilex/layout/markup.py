"""
Inline markup of text that PDF and OCR converters emit: ``**bold**``, ``*italic*``, ``^{1*}``, ``<url>``, HTML tags.

Markup is taken out, what it said becomes marks; superscript digits become superscript characters.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from multilex.vocabulary import MarkKind

SUPERSCRIPTS = dict(zip("0123456789+-−–()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾", strict=True))
"""What a raised character becomes in the text (1:1); others stay as they are and carry the mark only."""

_RAISED = frozenset(SUPERSCRIPTS.values())
_MARKUP = regex.compile(
    r"""(?P<bold>(?<!\*)\*\*(?!\*)(?=\S)(?:[^*\n]|\*(?!\*)){1,2000}?(?<=\S)\*\*(?!\*))
      | (?P<italic>(?<![\w*.,)\]¹²³⁰⁴-⁹])\*(?=[\p{L}\p{N}«"“(])[^*\n]{1,500}?(?<=[\p{L}\p{N}.!?»”")])\*(?![\w*]))
      | (?P<sup>\$?\^\{[^{}\n]{1,40}\}\$?)
      | (?P<sub>\$?_\{[^{}\n]{1,40}\}\$?)
      | (?P<tagsup><sup>[^<>\n]{1,40}</sup>)
      | (?P<tagsub><sub>[^<>\n]{1,40}</sub>)
      | (?P<tag></?(?:b|i|u|em|strong|br|p|span)\s?/?>)
      | (?P<link><(?:https?://|www\.|mailto:)[^<>\s]{1,2000}>|<[^<>\s@]{1,80}@[^<>\s@]{1,120}>)
      | (?P<escape>\\(?=[*_\#~]))
      | (?P<invisible>[\u00ad\u200b\u200c\u200d\u2060\ufeff])""",
    regex.VERBOSE,
)
_MAYBE = regex.compile(r"[*^_<\\⁰¹²³⁴-⁹⁺⁻\u00ad\u200b-\u200d\u2060\ufeff]")
_INNER = {"bold": (2, 2), "italic": (1, 1), "tagsup": (5, 6), "tagsub": (5, 6), "link": (1, 1)}
_KINDS = {
    "bold": MarkKind.BOLD,
    "italic": MarkKind.ITALIC,
    "sup": MarkKind.SUPERSCRIPT,
    "tagsup": MarkKind.SUPERSCRIPT,
    "sub": MarkKind.SUBSCRIPT,
    "tagsub": MarkKind.SUBSCRIPT,
}


@dataclass(frozen=True, slots=True)
class Inline:
    """A line without its markup: `kept` positions, `text` their characters, marks in positions of `text`."""

    text: str
    kept: Sequence[int]
    dropped: tuple[int, ...]
    marks: tuple[tuple[int, int, MarkKind], ...]


def strip_markup(line: str) -> Inline:
    """
    Take the inline markup out of a line.

    >>> strip_markup("Молдахметова Ж.Е.^{1*}").text
    'Молдахметова Ж.Е.¹*'
    >>> strip_markup("**А.Ш.** Хамзин, <https://doi.org/10.1/x>").text
    'А.Ш. Хамзин, https://doi.org/10.1/x'
    """
    if not _MAYBE.search(line):
        return Inline(line, range(len(line)), (), ())
    drop = bytearray(len(line))
    marked: list[tuple[int, int, MarkKind]] = []
    _find(line, 0, len(line), drop, marked)
    raised = bytearray(len(line))
    for start, end, kind in marked:
        if kind == MarkKind.SUPERSCRIPT:
            raised[start:end] = b"\1" * (end - start)
    kept = [i for i in range(len(line)) if not drop[i]]
    text = "".join(SUPERSCRIPTS.get(line[i], line[i]) if raised[i] else line[i] for i in kept)
    position = {old: new for new, old in enumerate(kept)}
    marks = []
    for start, end, kind in marked:
        inside = [position[i] for i in range(start, end) if not drop[i]]
        if inside:
            marks.append((inside[0], inside[-1] + 1, kind))
    for match in regex.finditer(r"[⁰¹²³⁴-⁹⁺⁻]+", text):
        if not raised[kept[match.start()]]:
            marks.append((match.start(), match.end(), MarkKind.SUPERSCRIPT))
    dropped = tuple(i for i in range(len(line)) if drop[i] and not line[i].isspace())
    return Inline(text, tuple(kept), dropped, tuple(sorted(marks)))


def _find(line: str, start: int, end: int, drop: bytearray, marked: list[tuple[int, int, MarkKind]]) -> None:
    """Mark the markup of line[start:end], and that inside it."""
    for match in _MARKUP.finditer(line, start, end):
        name = match.lastgroup or ""
        a, b = match.span()
        if name in ("tag", "escape", "invisible"):
            drop[a:b] = b"\1" * (b - a)
            continue
        before, after = _INNER.get(name) or _braces(match.group())
        inner_start, inner_end = a + before, b - after
        drop[a:inner_start] = b"\1" * before
        drop[inner_end:b] = b"\1" * after
        if name in _KINDS:
            marked.append((inner_start, inner_end, _KINDS[name]))
        if name in ("bold", "italic"):
            _find(line, inner_start, inner_end, drop, marked)


def _braces(text: str) -> tuple[int, int]:
    """How many characters of ``^{…}`` or ``$^{…}$`` stand before and after the content."""
    return text.index("{") + 1, len(text) - text.rindex("}")
