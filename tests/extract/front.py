"""Front matter made from its parts: an Article whose units are given."""

from multilex.article import Article, Language, Unit
from multilex.layout.text import layout_text
from multilex.read.text import read_text
from multilex.vocabulary import ArticleKind, Role, SectionRole

Part = tuple[Role, str | None, str]


def authors(text: str, group: str = "ru") -> Part:
    return Role.AUTHORS, group, text


def affiliation(text: str, group: str = "ru") -> Part:
    return Role.AFFILIATION, group, text


def about_authors(text: str) -> Part:
    return Role.BODY, None, text


def front(*parts: Part) -> Article:
    """An article of these parts, each a paragraph of its own, in this order."""
    document = layout_text(read_text("\n\n".join(text for _, _, text in parts).encode(), "front.txt"))
    units, at = [], 0
    for role, group, text in parts:
        first = text.split("\n")[0].split("^{")[0]
        start = document.text.index(first, at)
        at = start + len(first)
        end = next(
            (block.end for block in document.blocks if block.start <= start < block.end), len(document.text)
        )
        section = SectionRole.AUTHOR_INFO if group is None else None
        units.append(Unit(start, end, role, Language(group or "ru"), group, section=section))
    return Article(document, ArticleKind.ARTICLE, tuple(units), "ru")
