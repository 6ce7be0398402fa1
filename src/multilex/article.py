"""Article: a stretch of a Document that is one paper (or the rest of one), cut into units with roles.

Units are what extraction works on. They are finer than blocks: one printed paragraph may hold a label,
an abstract and its keywords, or three affiliations.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from multilex.document import Document
from multilex.vocabulary import ArticleKind, ListKind, MatterKind, Role, SectionRole


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a text: a BCP 47 tag (``kk``, ``ru-Latn`` …), ``mul`` for a mixture, ``und`` for none.

    `parts` are the stretches of a mixture (offsets of the Document), else empty.
    """

    tag: str
    parts: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text with one role and one language.

    `group` names the language block of the front matter that a unit belongs to (``kk``, ``ru``, ``en`` …) and
    is None elsewhere; `label` is the span of a printed label inside the unit (``Keywords:``); `section` the role
    of the headed section it stands in; `list` the kind of the reference list; `level` the depth of a heading from 1.
    """

    start: int
    end: int
    role: Role
    language: Language
    group: str | None = None
    label: tuple[int, int] | None = None
    section: SectionRole | None = None
    list: ListKind | None = None
    level: int = 1
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One paper, the tail of one, or matter that is none. `units` are in reading order and do not overlap;
    every non-blank character of the stretch is in exactly one of them. `language` is that of the body, `matter` what
    it is when it is no paper.
    """

    document: Document
    kind: ArticleKind
    units: tuple[Unit, ...]
    language: str
    matter: MatterKind | None = None

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.units[-1].end

    def of(self, *roles: Role) -> Iterator[Unit]:
        """The units with one of these roles, in reading order."""
        return (unit for unit in self.units if unit.role in roles)

    def text(self, unit: Unit) -> str:
        """The text of a unit as it stands in the Document."""
        return self.document.text[unit.start : unit.end]
