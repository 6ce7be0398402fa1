"""Keyword lists: one phrase after another, as the separators of the list divide it."""

from collections.abc import Iterator

import regex

from multilex.article import Article
from multilex.document import Document
from multilex.extract.values import folded, trimmed
from multilex.record import Keywords, Text, found
from multilex.vocabulary import Role

_CLOSING = " \t\n.;,:"


def extract_keywords(article: Article) -> tuple[Keywords, ...]:
    """The keyword list of each language, in printed order; phrases keep their printed form."""
    lists = []
    for unit in article.of(Role.KEYWORDS):
        document = article.document
        start = unit.label[1] if unit.label else unit.start
        lang = unit.group or unit.language.tag
        items = tuple(
            found(Text, document, a, b, "keywords/separator", value=folded(document.text[a:b]), lang=lang)
            for a, b in split_phrases(document, start, unit.end)
        )
        label = folded(document.text[unit.label[0] : unit.label[1]]) if unit.label else None
        rule = f"segment/{unit.rule}"
        lists.append(found(Keywords, document, unit.start, unit.end, rule, lang=lang, label=label, items=items))
    return tuple(lists)


def split_phrases(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the phrases: divided by semicolons where there are several, else by commas, outside brackets."""
    text = document.text[start:end]
    for a, b in _cut(text, _separators(text)):
        a, b = trimmed(text, a, b)
        while b > a and text[b - 1] in _CLOSING and not _abbreviated(text[a:b]):
            b -= 1
        a, b = trimmed(text, a, b)
        if b > a and regex.search(r"[\p{L}\p{N}]", text[a:b]):
            yield start + a, start + b


def _separators(text: str) -> str:
    outside = _outside_brackets(text)
    semicolons, commas = outside.count(";"), outside.count(",")
    if semicolons >= 2 or (semicolons and not commas):
        return ";"
    if commas or semicolons:
        return ",;"
    for mark in (" – ", " — ", " - ", "\n", ". "):
        if outside.count(mark) >= 2:
            return mark
    return ",;"


def _outside_brackets(text: str) -> str:
    """The text with what stands in brackets blanked out, as long as before; an unclosed bracket hides nothing."""
    return regex.sub(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]", lambda m: "x" * len(m[0]), text)


def _cut(text: str, separators: str) -> Iterator[tuple[int, int]]:
    outside = _outside_brackets(text)
    pattern = regex.escape(separators) if len(separators) > 2 or separators == ". " else f"[{regex.escape(separators)}]"
    position = 0
    for match in regex.finditer(pattern, outside):
        yield position, match.start()
        position = match.end()
    yield position, len(text)


def _abbreviated(phrase: str) -> bool:
    """Whether a closing point belongs to the phrase: an abbreviation with an inner point (``т.б.``, ``U.S.``)."""
    return bool(regex.search(r"(?:^|\s|\.)\p{L}{1,2}\.\p{L}{1,2}\.$", phrase))
