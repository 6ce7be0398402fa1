"""The ``back``: reference lists with both printings of a work, and the legal acts."""

from collections.abc import Mapping

from multilex.export._ids import Cited, Ids
from multilex.export._xml import Element, add, element
from multilex.packs import table
from multilex.record import ParsedReference, Record, Reference, ReferenceName, ReferenceValue

_ID = "{http://www.w3.org/XML/1998/namespace}id"


def back(record: Record, ids: Ids) -> Element | None:
    """The ``back`` of a record; None where the paper cites nothing."""
    made = element("back")
    for one, cited in zip(record.references, ids.lists, strict=True):
        if cited:
            part = add(made, "div", type="references", subtype=one.kind.value)
            if one.heading and one.heading.value:
                add(part, "head", one.heading.value)
            listed = add(part, "listBibl")
            for work in cited:
                listed.append(_work(work))
    if record.legal_sources:
        listed = add(add(made, "div", type="legal-acts"), "listBibl")
        for number, act in enumerate(record.legal_sources, 1):
            titles = {**act.printed, **act.titles}
            title = titles.get(record.language) or next(iter(titles.values()), None)
            item = add(listed, "bibl", type="legal")
            item.set(_ID, f"L{number}")
            add(item, "title", title or act.key or act.act_type)
            if act.date:
                add(item, "date", act.date, when=act.date)
            for kind, value in (("number", act.number), ("adilet", act.adilet_id), ("akn", act.iri)):
                if value:
                    add(item, "idno", value, type=kind)
    return made if len(made) else None


def _work(work: Cited) -> Element:
    made = element("biblStruct")
    made.set(_ID, work.id)
    if work.item.number is not None:
        made.set("n", str(work.item.number))
    fields = work.item.fields or ParsedReference(type="document")
    values = fields.values
    inside = "container-title" in values
    if inside:
        analytic = add(made, "analytic")
        _title(analytic, values.get("title"), "a", work.item.lang)
        _people(analytic, fields, "author")
        if "DOI" in values:
            add(analytic, "idno", values["DOI"].value, type="DOI")
    book = add(made, "monogr")
    level = "j" if fields.type in ("article-journal", "article-newspaper") else "m"
    _title(book, values.get("container-title" if inside else "title"), level, work.item.lang)
    if not inside:
        if "DOI" in values:
            add(book, "idno", values["DOI"].value, type="DOI")
        _people(book, fields, "author")
    _people(book, fields, "editor")
    book.append(_imprint(values))
    if "URL" in values:
        add(made, "ptr", target=values["URL"].value)
    _raw(made, work.item, "raw_reference")
    if work.twin is not None:
        _raw(made, work.twin, "romanized_reference")
    return made


def _title(parent: Element, value: ReferenceValue | None, level: str, lang: str) -> None:
    add(parent, "title", value.value if value else None, lang, level=level, type="main" if level == "a" else None)


def _people(parent: Element, fields: ParsedReference, role: str) -> None:
    for name in fields.names.get(role, ()):
        parent.append(_name(role, name))


def _name(role: str, name: ReferenceName) -> Element:
    made = element(role)
    if name.literal is not None or not name.family:
        add(made, "orgName", name.literal or name.text)
        return made
    person = add(made, "persName")
    if name.given:
        add(person, "forename", name.given, type="first")
    add(person, "surname", name.family)
    return made


def _imprint(values: Mapping[str, ReferenceValue]) -> Element:
    made = element("imprint")
    for name, tag in (("publisher-place", "pubPlace"), ("publisher", "publisher")):
        if name in values:
            add(made, tag, values[name].value)
    for name, unit in table("bibliography")["tei"]["scopes"].items():
        if name in values:
            scope = add(made, "biblScope", values[name].value, unit=unit)
            first, _, last = values[name].value.partition("-")
            if unit == "page" and last:
                scope.set("from", first)
                scope.set("to", last)
    issued = values.get("issued")
    add(made, "date", issued.text if issued else "", type="published", when=issued.value if issued else None)
    return made


def _raw(parent: Element, item: Reference, kind: str) -> None:
    add(parent, "note", item.value if item.value is not None else item.text, item.lang, type=kind)
