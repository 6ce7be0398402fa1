"""Titles per language."""

from multilex.article import Article, Unit
from multilex.extract.values import without_marks
from multilex.record import Text, found
from multilex.vocabulary import Role


def groups(article: Article) -> list[list[Unit]]:
    """The front-matter units in runs of one language each, in printed order."""
    runs: list[list[Unit]] = []
    for unit in article.units:
        if unit.group is None:
            continue
        if not runs or runs[-1][0].group != unit.group:
            runs.append([])
        runs[-1].append(unit)
    return runs


def extract_titles(article: Article) -> tuple[Text, ...]:
    """One title per run of front matter that has one; a title printed over several lines is one value."""
    titles = []
    for run in groups(article):
        units = [unit for unit in run if unit.role == Role.TITLE]
        if units:
            value = without_marks(" ".join(article.text(unit) for unit in units))
            span = units[0].start, units[-1].end
            rule = f"segment/{units[0].rule}"
            titles.append(found(Text, article.document, *span, rule, value=value, lang=units[0].group))
    return tuple(titles)
