"""The numbers that Word puts before the paragraphs of lists."""

from collections import defaultdict
from string import ascii_lowercase
from typing import Any

from docx.oxml.ns import qn

from multilex.engines.word.styles import Styles, value
from multilex.packs import languages

Element = Any

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_BULLET = "•"


class Numbering:
    """Counts the lists of a file while its paragraphs go by."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Element]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._family: dict[str, str] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        abstract = {one.get(qn("w:abstractNumId")): one for one in root.findall(qn("w:abstractNum"))}
        for number in root.findall(qn("w:num")):
            ident = number.get(qn("w:numId")) or ""
            family = value(number.find(qn("w:abstractNumId"))) or ""
            shape = abstract.get(family)
            if shape is None:
                continue
            self._family[ident] = family
            self._levels[ident] = {_level(one): one for one in shape.findall(qn("w:lvl"))}
            for change in number.findall(qn("w:lvlOverride")):
                level = _level(change)
                if (start := value(change.find(qn("w:startOverride")))) is not None:
                    self._starts[ident, level] = int(start)
                    self._family[ident] = f"{family}/{ident}"
                if (other := change.find(qn("w:lvl"))) is not None:
                    self._levels[ident][level] = other

    def label(self, properties: Element | None, chain: list[Element]) -> str:
        """The number before a paragraph, or nothing."""
        ident = value(self._styles.paragraph(properties, chain, "w:numPr/w:numId"))
        level = int(value(self._styles.paragraph(properties, chain, "w:numPr/w:ilvl")) or 0)
        shape = self._levels.get(ident or "", {}).get(level)
        if ident is None or shape is None:
            return ""
        counts = self._counts[self._family[ident]]
        start = self._starts.get((ident, level), int(value(shape.find(qn("w:start"))) or 1))
        counts[level] = counts[level] + 1 if level in counts else start
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return self._shown(ident, level, counts)

    def _shown(self, ident: str, level: int, counts: dict[int, int]) -> str:
        shape = self._levels[ident][level]
        if value(shape.find(qn("w:numFmt"))) == "bullet":
            return _BULLET
        text = value(shape.find(qn("w:lvlText"))) or ""
        for above in range(level + 1):
            own = self._levels[ident].get(above)
            form = value(own.find(qn("w:numFmt"))) if own is not None else None
            text = text.replace(f"%{above + 1}", _number(counts.get(above, 1), form or "decimal"))
        return text


def _level(element: Element) -> int:
    return int(element.get(qn("w:ilvl")) or 0)


def _number(count: int, form: str) -> str:
    """A number as a list shows it.

    >>> _number(4, "lowerRoman"), _number(28, "upperLetter"), _number(3, "decimalZero"), _number(7, "decimal")
    ('iv', 'BB', '03', '7')
    """
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{count:02}"
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        shown, rest = "", count
        for worth, sign in _ROMAN:
            shown += sign * (rest // worth)
            rest %= worth
        return shown if form == "lowerRoman" else shown.upper()
    if form in ("lowerLetter", "upperLetter", "russianLower", "russianUpper") and count > 0:
        alphabet = languages()["ru"].data["lists"]["letters"] if form.startswith("russian") else ascii_lowercase
        shown = alphabet[(count - 1) % len(alphabet)] * ((count - 1) // len(alphabet) + 1)
        return shown if form.startswith("lower") or form.endswith("Lower") else shown.upper()
    return str(count)
