"""The back of a JATS article: footnotes, the reference lists with both printings of a work, the legal acts."""

from collections.abc import Iterator

from multilex.export._ids import Cited, Ids
from multilex.export._jats.text import XLINK, Prose
from multilex.export._xml import Element, add, append_text, clean, element
from multilex.packs import table
from multilex.record import Footnote, LegalSource, Record, Reference, ReferenceName, ReferenceValue, Span
from multilex.vocabulary import ListKind

_SCRIPTLESS = ("ru", "kk", "ky", "uz", "tt")


def back(record: Record, ids: Ids, prose: Prose, sections: list[Element]) -> Element | None:
    """The ``back`` of a record; None where there is nothing for it."""
    made = element("back")
    if record.footnotes:
        group = add(made, "fn-group")
        for number, note in enumerate(record.footnotes, 1):
            group.append(_footnote(number, note, prose))
    for number, (one, cited) in enumerate(zip(record.references, ids.lists, strict=True), 1):
        if cited:
            use = "romanized" if one.kind is ListKind.ROMANIZED else None
            group = add(made, "ref-list", id=f"rl{number}", specific_use=use)
            if one.heading and one.heading.value:
                add(group, "title", one.heading.value)
            for work in cited:
                group.append(_reference(work, romanized=use is not None))
    if record.legal_sources:
        group = add(made, "ref-list", id="rl-legal", content_type="legal-acts", specific_use="derived")
        for number, act in enumerate(record.legal_sources, 1):
            group.append(_act(number, act, record.language))
    for section in sections:
        made.append(section)
    return made if len(made) else None


def _footnote(number: int, note: Footnote, prose: Prose) -> Element:
    made = element("fn", id=f"fn{number}")
    if note.number:
        add(made, "label", note.number)
    paragraph = add(made, "p", None, note.lang)
    value = note.value if note.value is not None else note.text
    start = note.text.find(value)
    if start < 0:
        paragraph.text = clean(value)
    else:
        prose.fill(paragraph, value, (note.span[0] + start, note.span[0] + start + len(value)))
    return made


def _reference(work: Cited, *, romanized: bool) -> Element:
    made = element("ref", id=work.id)
    if work.item.number is not None and work.item.number_printed:
        add(made, "label", str(work.item.number))
    if work.twin is None:
        made.append(_citation(work.item, "romanized" if romanized else "original"))
        return made
    both = add(made, "citation-alternatives")
    both.append(_citation(work.item, "original"))
    both.append(_citation(work.twin, "romanized"))
    return made


def _citation(item: Reference, use: str) -> Element:
    names = table("bibliography")["jats"]
    kind = names["types"].get(item.fields.type, "other") if item.fields else "other"
    lang = f"{item.lang}-Latn" if use == "romanized" and item.lang in _SCRIPTLESS else item.lang
    made = element("mixed-citation", None, lang, publication_type=kind, specific_use=use)
    value = item.value if item.value is not None else item.text
    start = item.text.find(value)
    if start < 0:
        made.text = clean(value)
        return made
    at, end = item.span[0] + start, item.span[0] + start + len(value)
    for (left, right), field in _marked(item, (at, end)):
        append_text(made, clean(item.text[at - item.span[0] : left - item.span[0]]))
        made.append(field)
        at = right
    append_text(made, clean(item.text[at - item.span[0] : end - item.span[0]]))
    return made


def _marked(item: Reference, span: Span) -> Iterator[tuple[Span, Element]]:
    """The fields that JATS has elements for, in printed order; what overlaps an earlier one is left as text."""
    fields = item.fields
    if fields is None:
        return
    names = table("bibliography")["jats"]
    tags = {**names["fields"], **names["fields_of"].get(fields.type, {})}
    found: list[tuple[Span, Element]] = []
    for role, people in fields.names.items():
        found += [(name.span, _name(name)) for name in people if role in ("author", "editor")]
    for name, field in fields.values.items():
        if name == "page":
            found += _pages(field)
        elif name in tags:
            found.append((field.span, _field(tags[name], field)))
    at = span[0]
    for place, made in sorted(found, key=lambda one: one[0]):
        if at <= place[0] < place[1] <= span[1]:
            yield place, made
            at = place[1]


def _name(name: ReferenceName) -> Element:
    """A name as printed, family and given name marked where they stand in it."""
    if name.literal is not None or not name.family:
        return element("collab", name.text)
    made = element("string-name")
    parts = [("surname", name.family), ("given-names", name.given)]
    places = sorted((name.text.find(value), tag, value) for tag, value in parts if value)
    at = 0
    for start, tag, value in places:
        if start < at:
            continue
        append_text(made, clean(name.text[at:start]))
        add(made, tag, value)
        at = start + len(value)
    append_text(made, clean(name.text[at:]))
    return made


def _field(tag: str, field: ReferenceValue) -> Element:
    if tag == "pub-id":
        return element("pub-id", field.value, pub_id_type="doi")
    if tag == "ext-link":
        made = element("ext-link", field.text, ext_link_type="uri")
        made.set(XLINK, clean(field.value))
        return made
    if tag == "year":
        return element("year", field.text, iso_8601_date=field.value if field.value != field.text else None)
    return element(tag, field.text)


def _pages(field: ReferenceValue) -> list[tuple[Span, Element]]:
    """First and last page, where both stand there; else the range."""
    first, _, last = field.value.partition("-")
    start, text = field.span[0], field.text
    if last and text.startswith(first) and text.endswith(last) and len(first) + len(last) < len(text):
        one = (start, start + len(first))
        two = (field.span[1] - len(last), field.span[1])
        return [(one, element("fpage", first)), (two, element("lpage", last))]
    return [(field.span, element("fpage" if not last else "page-range", text))]


def _act(number: int, act: LegalSource, lang: str) -> Element:
    made = element("ref", id=f"L{number}")
    titles = {**act.printed, **act.titles}
    title = titles.get(lang) or next(iter(titles.values()), None)
    said = next((one for one in titles if titles[one] == title), None)
    citation = add(made, "mixed-citation", None, said, publication_type="legal-doc")
    add(citation, "source", title or act.key or act.act_type)
    if act.date:
        append_text(citation, ", ")
        add(citation, "date-in-citation", act.date, iso_8601_date=act.date)
    if act.number:
        append_text(citation, ", No. ")
        add(citation, "pub-id", act.number, pub_id_type="other", specific_use="act-number")
    for address in (act.links.get(lang) or next(iter(act.links.values()), None), act.iri):
        if address:
            append_text(citation, ", ")
            link = add(citation, "ext-link", address, ext_link_type="akn" if address is act.iri else "uri")
            link.set(XLINK, address)
    return made
