"""Files for OJS, and a site as far as its import can be told without one: what its schema does not see.

The complaints were written after reading the import filters of 3.3, 3.4 and 3.5; each names what would happen there.
"""

import io
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from tests.export.papers import COMPLETE

import multilex
from multilex.export import Settings
from multilex.record import Record

VERSIONS = ("3.3", "3.4", "3.5")
NAMESPACES = {"o": "http://pkp.sfu.ca"}
ALL = "{http://pkp.sfu.ca}"

Root = Any  # the stubs make every answer of an XPath a union of all that XPath can say


def written(records: list[Record], version: str, settings: Settings = COMPLETE) -> Root:
    """The root of the file for a version."""
    stream = io.BytesIO()
    multilex.write(records, stream, format=f"ojs-{version}", settings=settings)
    return etree.fromstring(stream.getvalue())


def said(**changes: Any) -> Settings:
    """The complete settings with other values of ``[ojs]``, or of the table that is named before: ``issue__year``."""
    data = COMPLETE.model_dump()
    for name, value in changes.items():
        table, _, field = name.rpartition("__")
        data[table or "ojs"][field] = value
    return Settings.model_validate(data)


def values(root: Root, path: str) -> list[str]:
    """Attributes, or the text of elements, at a path whose elements have the prefix ``o``."""
    return [str(getattr(one, "text", one)) for one in root.xpath(path, namespaces=NAMESPACES)]


@dataclass(frozen=True, slots=True)
class Site:
    """What a journal has set up there."""

    version: str
    locales: frozenset[str]
    sections: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset({"Author", "Автор"})
    genres: frozenset[str] = frozenset({"Article Text"})


SITES = {
    "3.3": Site("3.3", frozenset({"kk_KZ", "ru_RU", "en_US"})),
    "3.4": Site("3.4", frozenset({"kk", "ru", "en"})),
    "3.5": Site("3.5", frozenset({"kk", "ru", "en"})),
}


def complaints(root: Root, site: Site) -> list[str]:
    """What the import of a file would leave out, take wrongly or stop at."""
    found = [f"prefix {one.prefix}: no element is recognised" for one in root.iter() if one.prefix is not None]
    found += [f"locale {one} is not switched on" for one in sorted(set(root.xpath("//@locale")) - site.locales)]
    numbers = [root.xpath(path, namespaces=NAMESPACES) for path in ("//o:article/o:id", "//o:author", "//o:file")]
    for elements in numbers:
        idents = [one.get("id") or one.text for one in elements]
        found += ["a number twice"] if len(idents) != len(set(idents)) else []
    found += ["an empty element" for one in root.iter() if _is_text(one) and not (one.text or "").strip()]
    for issue in root.iter(f"{ALL}issue"):
        found += ["no identification: any issue matches"] if len(_child(issue, "issue_identification")) == 0 else []
        abbreviations = {one.text for one in issue.iter(f"{ALL}abbrev")} | site.sections
        for article in issue.iter(f"{ALL}article"):
            found += _article(article, site, abbreviations)
    return found


def _article(article: Root, site: Site, abbreviations: Any) -> Iterator[str]:
    publications = _children(article, "publication")
    idents = [one.text for publication in publications for one in _children(publication, "id")]
    if article.get("current_publication_id") not in idents:
        yield "current_publication_id names no publication"
    files = {one.get("id") for one in _children(article, "submission_file")}
    for file in _children(article, "submission_file"):
        yield from _file(file, site)
    for publication in publications:
        locale = publication.get("locale") if site.version == "3.3" else article.get("locale")
        if locale != article.get("locale"):
            yield "article and publication have different locales"
        if publication.get("section_ref") not in abbreviations:
            yield "section_ref is no abbreviation: the article is skipped"
        if site.version == "3.3" and not publication.get("date_published"):
            yield "no date_published: an error in an issue"
        yield from _identifiers(publication)
        yield from _texts(publication, locale, site)
        yield from _authors(publication, locale, site)
        for galley in publication.iter(f"{ALL}article_galley"):
            if [one.get("id") in files for one in galley.iter(f"{ALL}submission_file_ref")] != [True]:
                yield "a galley without its file"


def _file(file: Root, site: Site) -> Iterator[str]:
    if file.get("genre") not in site.genres:
        yield "unknown genre: the file is dropped"
    revisions = _children(file, "file")
    if file.get("file_id") not in [one.get("id") for one in revisions]:
        yield "file_id names no file"
    for revision in revisions:
        if not revision.get("extension").isalpha():
            yield "an extension that is not letters"
        embedded = _child(revision, "embed")
        if embedded is None:
            yield "a file outside: only the import of the command line takes it"
        elif len(b64decode(embedded.text or "", validate=True)) != int(revision.get("filesize")):
            yield "filesize is not the size of the file"


def _identifiers(publication: Root) -> Iterator[str]:
    for one in _children(publication, "id"):
        if one.get("type") != "internal" and one.get("advice") != "update":
            yield f"{one.get('type')} without advice=update: silently ignored"


def _texts(publication: Root, locale: str, site: Site) -> Iterator[str]:
    titles = _children(publication, "title")
    if locale not in [one.get("locale") for one in titles]:
        yield "no title in the locale of the article"
    for name in ("title", "abstract", "keywords"):
        locales = [one.get("locale") for one in _children(publication, name)]
        if len(locales) != len(set(locales)):
            yield f"two {name} in one locale: the last stays"
    html = _children(publication, "abstract") + (titles if site.version != "3.3" else [])
    for one in html:
        try:
            etree.fromstring(f"<html>{one.text}</html>")
        except etree.XMLSyntaxError:
            yield f"{etree.QName(one).localname} is HTML and holds bare signs"
    if any("\n" in (one.text or "") for one in titles):
        yield "a title with ends of lines"
    if len(_children(publication, "citations")) > 1:
        yield "several citations: the last stays"
    if any("\n" in (one.text or "") for one in publication.iter(f"{ALL}citation")):
        yield "a citation with ends of lines: it becomes several"
    if _children(publication, "languages"):
        yield "languages are no longer imported"


def _authors(publication: Root, locale: str, site: Site) -> Iterator[str]:
    authors = list(publication.iter(f"{ALL}author"))
    if authors and publication.get("primary_contact_id") not in [one.get("id") for one in authors]:
        yield "primary_contact_id names no author"
    for author in authors:
        if author.get("user_group_ref") not in site.roles:
            yield "unknown role: the import stops"
        if locale not in [one.get("locale") for one in _children(author, "givenname")]:
            yield "no given name in the locale of the article"
        if "false" in (author.get("primary_contact"), author.get("include_in_browse")):
            yield "false counts as true"
        if site.version == "3.5":
            for one in _children(author, "affiliation"):
                if locale not in [name.get("locale") for name in _children(one, "name")]:
                    yield "no name of an affiliation in the locale of the article"
        elif len(_children(author, "affiliation")) != len(
            {one.get("locale") for one in _children(author, "affiliation")}
        ):
            yield "two affiliations in one locale: the last stays"


def _is_text(element: Root) -> bool:
    """Whether text belongs into the element: it has no elements in it and is none that is empty by nature."""
    empty = ("submission_file_ref", "href")
    return len(element) == 0 and etree.QName(element).localname not in empty


def _children(element: Root, name: str) -> list[Root]:
    return list(element.findall(f"{ALL}{name}"))


def _child(element: Root, name: str) -> Root:
    return element.find(f"{ALL}{name}")
