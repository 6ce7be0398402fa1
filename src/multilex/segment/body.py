"""Body and back matter: headed sections, lists, captions, notes, reference lists, information about the authors."""

import regex

from multilex.segment.front import ASIDE_ROLES, Piece
from multilex.segment.headings import Heading
from multilex.segment.rows import Row
from multilex.vocabulary import BlockKind, Role, SectionRole

_BULLET = ("- ", "– ", "— ", "• ", "· ", "* ", "▪ ", "● ", "○ ", "■ ")


_SUBHEADING = regex.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2}){1,3})\.?\s+\p{Lu}[^.;:]{2,120}$")

SET_AS_HEADING = "set-as-heading"
"""The rule of a heading that is known by its setting, not by its words."""


class Sections:
    """Goes through the rows after the front matter and gives each its role; remembers the section it is in."""

    def __init__(self) -> None:
        self.section: SectionRole | None = None
        self.pieces: list[tuple[Piece, SectionRole | None, int]] = []
        self.in_references = False
        self.unannounced: dict[int, bool] = {}

    def take(self, row: Row, index: int = -1) -> None:
        """Give the next row its role; `index` is what `unannounced` lists know it by."""
        if row.aside:
            self._put(row, ASIDE_ROLES.get(row.kind, Role.CAPTION), "layout")
        elif index in self.unannounced and not self.in_references:
            self.in_references, self.section = True, SectionRole.REFERENCES
            headed = self.unannounced[index]
            self._put(row, Role.REFERENCE_HEADING if headed else Role.REFERENCE, "reference-list")
        elif row.references:
            self._references(row)
        elif row.dates and not row.prose:
            self._put(row, Role.DATES, "label/dates")
        elif row.codes and not self.in_references:
            self._put(row, Role.CODES if row.classification else Role.DOI, "code-line")
        elif row.heading and self._believes(row, row.heading):
            self._heading(row, row.heading)
        elif self.in_references:
            self._put(row, Role.REFERENCE, "reference-list")
        elif row.kind == BlockKind.HEADING and _reads_as_heading(row):
            self._put(row, Role.SECTION_HEADING, SET_AS_HEADING, level=2)
        elif (number := _SUBHEADING.match(row.text)) and _reads_as_heading(row):
            self._put(row, Role.SECTION_HEADING, SET_AS_HEADING, level=number.group(1).count(".") + 1)
        else:
            is_item = row.kind == BlockKind.LIST_ITEM or row.text.startswith(_BULLET)
            self._put(row, Role.LIST_ITEM if is_item else Role.BODY, "body")

    def _believes(self, row: Row, heading: Heading) -> bool:
        """A heading inside a reference list must stand alone, or be one that follows reference lists."""
        if not self.in_references:
            return True
        if row.item_number is not None and not heading.alone:
            return False
        return heading.alone or heading.role in _BACK_MATTER

    def _references(self, row: Row) -> None:
        label = row.references
        assert label is not None
        self.in_references, self.section = True, SectionRole.REFERENCES
        alone = label.alone or (row.text.endswith("]") and not any(c.isalpha() for c in row.text[label.end :]))
        head = row.end if alone else row.start + label.end
        span = (row.start + label.start, row.start + label.end)
        self._put(row, Role.REFERENCE_HEADING, "label/references", end=head, label=span)
        if not alone:
            rest = row.text[label.end :]
            self._put(row, Role.REFERENCE, "reference-list", start=head + len(rest) - len(rest.lstrip()))

    def _heading(self, row: Row, heading: Heading) -> None:
        self.in_references, self.section = False, heading.role
        end = row.start + heading.end
        span = (row.start + heading.start, end)
        self._put(row, Role.SECTION_HEADING, "label/section", end=end, label=span, level=heading.level)
        if not heading.alone:
            rest = row.text[heading.end :]
            self._put(row, Role.BODY, "body", start=end + len(rest) - len(rest.lstrip()))

    def _put(
        self,
        row: Row,
        role: Role,
        rule: str,
        *,
        start: int | None = None,
        end: int | None = None,
        label: tuple[int, int] | None = None,
        level: int = 1,
    ) -> None:
        piece = Piece(row, row.start if start is None else start, row.end if end is None else end, role, rule, label)
        self.pieces.append((piece, self.section, level))


def _reads_as_heading(row: Row) -> bool:
    """Whether a paragraph set as a heading can be one: short, begun like one, no sentence that goes on or ends."""
    text = row.text
    begins = text[0].isupper() or text[0].isdigit() or text[0] in '«"“'
    return len(text) <= 160 and begins and not text.endswith((",", ";", ":")) and not row.prose


_BACK_MATTER = (
    SectionRole.ACKNOWLEDGEMENTS,
    SectionRole.FUNDING,
    SectionRole.CONFLICT_OF_INTEREST,
    SectionRole.AUTHOR_CONTRIBUTIONS,
    SectionRole.AUTHOR_INFO,
    SectionRole.SUPPLEMENTARY,
    SectionRole.DATA_AVAILABILITY,
    SectionRole.ETHICS,
)
