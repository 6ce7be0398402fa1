"""Abstracts per language, with the parts that labels mark (purpose, methods, results …)."""

from functools import cache

import regex

from multilex.article import Article, Unit
from multilex.document import Document
from multilex.extract.titles import groups
from multilex.extract.values import folded, trimmed
from multilex.packs import languages
from multilex.record import Abstract, AbstractPart, Text, found
from multilex.vocabulary import Role


def extract_abstracts(article: Article) -> tuple[Abstract, ...]:
    """One abstract per language, without its heading; `value` has its paragraphs divided by line feeds."""
    abstracts = []
    for run in groups(article):
        units = [unit for unit in run if unit.role == Role.ABSTRACT]
        if units:
            abstracts.append(_abstract(article, run, units))
    return tuple(abstracts)


def _abstract(article: Article, run: list[Unit], units: list[Unit]) -> Abstract:
    document, lang = article.document, run[0].group or "und"
    heading = next((unit for unit in run if unit.role == Role.ABSTRACT_HEADING), None)
    label = None
    if heading:
        label = found(
            Text,
            document,
            heading.start,
            heading.end,
            "label/abstract",
            value=folded(article.text(heading)),
            lang=lang,
        )
    return found(
        Abstract,
        document,
        units[0].start,
        units[-1].end,
        f"segment/{units[0].rule}",
        lang=lang,
        value="\n".join(folded(article.text(unit)) for unit in units),
        heading=label,
        parts=_parts(document, units, lang),
    )


@cache
def _labels(lang: str) -> tuple["regex.Pattern[str]", dict[str, str]]:
    """A pattern of the part labels of a language, and folded label -> kind."""
    pack = languages().get(lang)
    kinds = {
        form.casefold(): kind
        for kind, forms in (pack.data.get("abstract_parts", {}) if pack else {}).items()
        for form in forms
    }
    either = (
        "|".join(r"\s+".join(map(regex.escape, form.split())) for form in sorted(kinds, key=len, reverse=True))
        or r"(?!)"
    )
    pattern = rf"(?:(?<=^)|(?<=[.!?…»”;]\s{{1,3}}))(?:{either})\s?(?::|\.(?=\s)|\s[–—-]\s)"
    return regex.compile(pattern, regex.I), kinds


def _parts(document: Document, units: list[Unit], lang: str) -> tuple[AbstractPart, ...]:
    pattern, kinds = _labels(lang)
    labels = []
    for unit in units:
        text = document.text[unit.start : unit.end]
        for match in pattern.finditer(text):
            if match.start() == 0 or (match.group()[-1] == ":" and text[match.start()].isupper()):
                labels.append((unit.start + match.start(), unit.start + match.end()))
    ends = [start for start, _ in labels[1:]] + [units[-1].end] * bool(labels)
    parts = []
    for (start, label_end), end in zip(labels, ends, strict=True):
        a, b = trimmed(document.text, start, end)
        said = folded(document.text[start:label_end])
        kind = kinds[folded(said.rstrip(":.–—- ")).casefold()]
        value = folded(document.text[label_end:b])
        parts.append(found(AbstractPart, document, a, b, "label/abstract-part", kind=kind, label=said, value=value))
    return tuple(parts)
