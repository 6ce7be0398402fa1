"""A stretch of rows and what it is."""

from dataclasses import dataclass

from multilex.vocabulary import ArticleKind, MatterKind


@dataclass(frozen=True, slots=True)
class Extent:
    """Rows ``[start, end)`` and what they are; `weak` when only front matter after a reference list tells of a
    beginning, `matter` what a stretch that is no paper is.
    """

    start: int
    end: int
    kind: ArticleKind
    weak: bool = False
    matter: MatterKind | None = None
