"""From a paragraph to justified lines of words, with hyphens at line ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from press.fonts import FAMILIES, family_for, font_name, style_of
from press.hyphens import cuts
from press.inline import Paragraph

RAISE, LOWER, SMALL = 0.36, -0.16, 0.64  # of the size of the text
WIDEST_SPACE = 14.0  # a line that would need wider spaces is left ragged


@dataclass(frozen=True)
class Style:
    """How a kind of paragraph is set; all lengths in points."""

    size: float
    leading: float
    align: str = "justify"
    indent: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    hyphenate: bool = True
    keep: bool = False  # on one page with what follows


@dataclass(frozen=True)
class Fragment:
    """Characters of one font inside a word. `note` is the footnote that they call."""

    text: str
    font: str
    size: float
    rise: float = 0
    note: int | None = None
    url: bool = False

    @property
    def width(self) -> float:
        """Width in points."""
        return float(pdfmetrics.stringWidth(self.text, self.font, self.size))


Word = list[Fragment]


@dataclass(frozen=True)
class Line:
    """Fragments with their distance from the left edge of the column."""

    placed: tuple[tuple[float, Fragment], ...]

    @property
    def notes(self) -> tuple[int, ...]:
        """The footnotes called in this line."""
        return tuple(fragment.note for _, fragment in self.placed if fragment.note is not None)

    def draw(self, canvas: Canvas, x: float, baseline: float) -> None:
        """Put the line on the page; `baseline` counts from the bottom of the page."""
        for offset, fragment in self.placed:
            canvas.setFont(fragment.font, fragment.size)
            canvas.drawString(x + offset, baseline + fragment.rise, fragment.text)


def words_of(paragraph: Paragraph, style: Style, family: str) -> list[Word]:
    """The words of a paragraph; a word may change its font inside. A number stays with its №."""
    wanted, family = family, family_for(paragraph.plain, family)
    scale = 1.0 if family == wanted else FAMILIES[family].scale
    notes = {span.first: span.fields["number"] for span in paragraph.spans if span.kind == "callout"}
    words: list[Word] = []
    word: Word = []
    for i, run in enumerate(paragraph.runs):
        if "dash" in run.marks:
            continue
        font = font_name(family, style_of(run.marks))
        small = SMALL if {"sup", "sub"} & run.marks else 1
        rise = style.size * (RAISE if "sup" in run.marks else LOWER if "sub" in run.marks else 0)
        for part in re.split("( )", run.text):
            if part != " ":
                fragment = Fragment(part, font, style.size * small * scale, rise, notes.get(i), "url" in run.marks)
                word += [fragment] if part else []
            elif word and word[-1].text.endswith("№"):
                word.append(Fragment(" ", font, style.size * scale))
            elif word:
                words.append(word)
                word = []
    return [*words, word] if word else words


def break_lines(paragraph: Paragraph, style: Style, family: str, width: float) -> list[Line]:
    """The lines of a paragraph in a column of `width` points."""
    lines: list[Line] = []
    waiting = words_of(paragraph, style, family)
    while waiting:
        left = style.left + (style.indent if not lines else 0)
        taken, waiting = _take(waiting, width - left, style)
        lines.append(_set(taken, left, width, style, last=not waiting))
    return lines


def _take(words: list[Word], room: float, style: Style) -> tuple[list[Word], list[Word]]:
    """As many words as fit into `room`, the last one perhaps cut, and the rest."""
    taken: list[Word] = []
    used = 0.0
    for i, word in enumerate(words):
        space = _space(taken[-1]) if taken else 0.0
        if used + space + _width(word) <= room:
            taken.append(word)
            used += space + _width(word)
            continue
        head, tail = _cut(word, room - used - space, style.hyphenate)
        if head:
            return [*taken, head], [tail, *words[i + 1 :]]
        return (taken, words[i:]) if taken else ([word], words[1:])
    return taken, []


def _cut(word: Word, room: float, hyphenate: bool) -> tuple[Word, Word]:
    """The longest beginning of `word` that fits, with a hyphen if one is needed, and the rest."""
    for index in range(len(word) - 1, -1, -1):
        before = word[:index]
        for at, hyphen in sorted(_places(word[index], hyphenate), reverse=True):
            fragment = word[index]
            head = [*before, replace(fragment, text=fragment.text[:at] + hyphen)]
            if _width(head) <= room:
                return head, [replace(fragment, text=fragment.text[at:]), *word[index + 1 :]]
    return [], word


def _places(fragment: Fragment, hyphenate: bool) -> Iterator[tuple[int, str]]:
    if fragment.url or "://" in fragment.text:
        yield from ((match.end(), "") for match in re.finditer(r"(?<=\w)/(?=\w)", fragment.text))
    elif hyphenate:
        for match in re.finditer(r"[^\W\d_]+", fragment.text):
            yield from ((match.start() + at, "-") for at in cuts(match.group()))
        yield from ((match.end(), "") for match in re.finditer(r"(?<=[^\W\d_]{3})-(?=[^\W\d_]{3})", fragment.text))


def _set(words: list[Word], left: float, width: float, style: Style, last: bool) -> Line:
    natural = sum(map(_width, words)) + sum(map(_space, words[:-1]))
    spare, gaps = width - left - natural, len(words) - 1
    stretch = spare / gaps if style.align == "justify" and not last and gaps else 0.0
    if gaps and stretch + _space(words[0]) > WIDEST_SPACE:
        stretch = 0.0
    x = left + {"center": spare / 2, "right": spare}.get(style.align, 0.0)
    placed = []
    for i, word in enumerate(words):
        for fragment in word:
            end = i < gaps and fragment is word[-1] and not fragment.rise
            placed.append((x, replace(fragment, text=fragment.text + " ") if end else fragment))
            x += fragment.width
        x += _space(word) + stretch
    return Line(tuple(placed))


def _width(word: Word) -> float:
    return sum(fragment.width for fragment in word)


def _space(word: Word) -> float:
    last = word[-1]
    size = last.size / SMALL if last.rise else last.size
    return float(pdfmetrics.stringWidth(" ", last.font, size))
