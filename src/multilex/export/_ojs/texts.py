"""The texts of an article: titles, abstracts, keywords, classification codes as subjects, references."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from multilex.export._ojs.nodes import localized, node
from multilex.export._ojs.site import Site
from multilex.export._xml import Element, folded
from multilex.packs import table
from multilex.record import Record
from multilex.vocabulary import CodeScheme, ListKind

_SEPARATOR = "###"  # between the two lists of references, as plug-ins for РИНЦ take it


def titles_and_abstracts(publication: Element, record: Record, main: str, site: Site) -> None:
    """Titles and abstracts. An abstract is HTML, a title too from 3.4 on: what is HTML in the text is no mark-up."""
    titles = site.localized(((title.lang, folded(title.value or "")) for title in record.titles), main)
    if site.dialect.title_is_html:
        titles = {locale: escape(title, quote=False) for locale, title in titles.items()}
    localized(publication, "title", titles)
    abstracts = site.localized(((one.lang, _paragraphs(one.value or "")) for one in record.abstracts), main)
    localized(publication, "abstract", abstracts)


def _paragraphs(text: str) -> str:
    lines = (folded(line) for line in text.splitlines())
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def keywords_and_subjects(publication: Element, record: Record, main: str, site: Site) -> None:
    """Keywords in every language; classification codes as subjects, the UDC first."""
    words = ((one.lang, _said(item.value for item in one.items)) for one in record.keywords)
    for locale, values in site.localized(words, main).items():
        block = node(publication, "keywords", locale=locale)
        for value in values:
            _term(block, "keyword", value, site)
    codes = list(_codes(record))
    if codes:
        block = node(publication, "subjects", locale=site.locales.get(main, main))
        for scheme, value in codes:
            labels: dict[str, Any] = table("ojs")["subjects"][scheme]
            if site.dialect.terms_have_names:
                _term(block, "subject", value, site, identifier=value, source=labels["en"])
            else:
                node(block, "subject", f"{labels.get(main, labels['en'])} {value}")


def _term(block: Element, tag: str, name: str, site: Site, **more: str) -> None:
    if not site.dialect.terms_have_names:
        node(block, tag, name)
        return
    made = node(block, tag)
    for part, text in {"name": name, **more}.items():
        node(made, part, text)


def _codes(record: Record) -> dict[tuple[str, str], None]:
    """Scheme and value of every code that becomes a subject, each once."""
    pairs = ((scheme, code.value) for scheme in table("ojs")["subjects"] for code in record.code(CodeScheme(scheme)))
    return dict.fromkeys((scheme, value) for scheme, value in pairs if value)


def citations(publication: Element, record: Record, site: Site) -> None:
    """All references in one block: of several, OJS keeps the last; it divides them at the ends of lines."""
    items = list(_citations(record, site.settings.ojs.citations))
    if items:
        block = node(publication, "citations")
        for item in items:
            node(block, "citation", item)


def _citations(record: Record, which: str) -> Iterator[str]:
    """The items of the lists asked for, else of those that there are; in a paper without lists, the works that its
    footnotes name, each where it is named first.
    """
    lists: dict[bool, list[str]] = {False: [], True: []}
    for one in record.references:
        lists[one.kind is ListKind.ROMANIZED] += _said(item.value or item.text for item in one.items)
    original, romanized = lists[False], lists[True]
    if not original and not romanized:
        named = (item for note in record.footnotes for item in note.references if item.antecedent is None)
        original = _said(item.value or item.text for item in named)
    if which == "both" and original and romanized:
        yield from (*original, _SEPARATOR, *romanized)
    else:
        yield from romanized or original if which == "romanized" else original or romanized


def _said(texts: Iterable[str | None]) -> list[str]:
    """The texts that say something, each in one line."""
    return [line for text in texts if (line := folded(text or ""))]
