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
    assert len(document.blocks) == len(parts), "one paragraph, one block"
    units = [
        Unit(
            block.start,
            block.end,
            role,
            Language(group or "ru"),
            group,
            section=SectionRole.AUTHOR_INFO if group is None else None,
        )
        for block, (role, group, _) in zip(document.blocks, parts, strict=True)
    ]
    return Article(document, ArticleKind.ARTICLE, tuple(units), "ru")
