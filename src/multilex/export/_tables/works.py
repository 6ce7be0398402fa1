"""Tables of what a paper cites: references, citations, legal acts."""

from collections.abc import Iterator

from multilex.export._tables.cells import Row, joined
from multilex.record import ParsedReference, PinpointPart, Record, Reference

_VALUES = {
    "title": "title", "container-title": "container_title", "publisher": "publisher",
    "publisher-place": "publisher_place", "volume": "volume", "issue": "issue", "page": "page",
    "number": "document_number", "DOI": "doi", "URL": "url", "issued": "issued", "accessed": "accessed",
}  # fmt: skip

REFERENCES = {
    "list": str, "item": str, "number": int, "lang": str, "text": str, "type": str, "authors": str, "editors": str,
    **dict.fromkeys(_VALUES.values(), str), "twin": str, "twin_score": float, "antecedent": str,
    "start": int, "end": int,
}  # fmt: skip


def references(record: Record) -> Iterator[Row]:
    """A row for each item of the reference lists and each work named in a footnote, in fields; ``twin`` is the item
    of the other list that is the same work.
    """
    twins = {one.original: (one.romanized, one.score) for one in record.twins}
    twins |= {one.romanized: (one.original, one.score) for one in record.twins}
    for one in record.references:
        for item in one.items:
            yield one.kind.value, *_reference(item), *twins.get(item.id, (None, None)), None, *item.span
    for note in record.footnotes:
        for work in note.references:
            yield "footnotes", *_reference(work), None, None, work.antecedent, *work.span


def _reference(item: Reference) -> Row:
    fields = item.fields or ParsedReference(type="document")
    values = (fields.values[name].value if name in fields.values else None for name in _VALUES)
    return (
        item.id,
        item.number,
        item.lang,
        item.value,
        fields.type,
        _names(fields, "author"),
        _names(fields, "editor"),
        *values,
    )


def _names(fields: ParsedReference, role: str) -> str | None:
    names = (
        ", ".join(part for part in (name.family, name.given, name.literal) if part)
        for name in fields.names.get(role, ())
    )
    return joined([*names, *(["et al."] if role in fields.others else [])])


CITATIONS = {
    "text": str, "style": str, "target": str, "pinpoint": str, "section": int, "section_role": str, "sentence": str,
    "start": int, "end": int,
}  # fmt: skip


def citations(record: Record) -> Iterator[Row]:
    """A row for each work of each citation (one without a work too), with the sentence that cites it."""
    for one in record.citation_contexts():
        role = one.section_role and one.section_role.value
        for target in one.targets or (None,):
            yield one.text, one.style.value, target, one.pinpoint, one.section, role, one.sentence, *one.span


ACTS = {
    "text": str, "lang": str, "type": str, "jurisdiction": str, "title": str, "date": str, "number": str,
    "pinpoints": str, "level": str, "resolution": str, "key": str, "adilet_id": str, "start": int, "end": int,
}  # fmt: skip


def acts(record: Record) -> Iterator[Row]:
    """A row for each mention of a legal act."""
    for one in record.acts:
        yield (
            one.text,
            one.lang,
            one.act_type,
            one.jurisdiction,
            one.title,
            one.date,
            one.number,
            joined(_path(path) for pinpoint in one.pinpoints for path in pinpoint.paths),
            one.level.value,
            one.resolution.value,
            one.register_key or one.key,
            one.adilet_id,
            *one.span,
        )


LEGAL_SOURCES = {
    "act": str, "key": str, "type": str, "jurisdiction": str, "date": str, "number": str, "title_kk": str,
    "title_ru": str, "title_en": str, "adilet_id": str, "iri": str, "status": str, "pinpoints": str, "mentions": int,
}  # fmt: skip


def legal_sources(record: Record) -> Iterator[Row]:
    """A row for each act that the paper cites: with ``record``, the edges of a citation network."""
    for one in record.legal_sources:
        titles = {**one.printed, **one.titles}
        yield (
            one.id,
            one.key,
            one.act_type,
            one.jurisdiction,
            one.date,
            one.number,
            *(titles.get(lang) for lang in ("kk", "ru", "en")),
            one.adilet_id,
            one.iri,
            one.status and one.status.value,
            joined(_path(path) for path in one.pinpoints),
            len(one.mentions),
        )


def _path(path: tuple[PinpointPart, ...]) -> str:
    """A pinpoint in one word: ``article 24/paragraph 2``."""
    return "/".join(f"{part.unit} {part.value}" for part in path)
