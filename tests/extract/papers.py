"""Small papers for the tests of extraction: lines with their roles become an Article."""

from multilex.article import Article, Language, Unit
from multilex.document import Document
from multilex.layout.text import layout_text
from multilex.read.text import read_text
from multilex.vocabulary import ArticleKind, Role

UNDETERMINED = Language("und")


def document_of(*paragraphs: str) -> Document:
    """A plain text file with these paragraphs, laid out."""
    return layout_text(read_text("\n\n".join(paragraphs).encode(), "paper.txt"))


def article_of(*parts: tuple[Role, str], kind: ArticleKind = ArticleKind.ARTICLE, language: str = "en") -> Article:
    """An article whose units are these paragraphs with these roles."""
    document = document_of(*(text for _, text in parts))
    assert len(document.blocks) == len(parts), "one paragraph, one block"
    units = tuple(
        Unit(block.start, block.end, role, UNDETERMINED)
        for block, (role, _) in zip(document.blocks, parts, strict=True)
    )
    return Article(document, kind, units, language)


def undetermined(_document: Document, _start: int, _end: int) -> Language:
    """Instead of language identification, which these tests are not about."""
    return UNDETERMINED
