"""Web annotations: what was found in a paper as W3C annotations of its text, a JSON-LD object a line.

The target is the text of the record's document, ``urn:multilex:<record>:text``, with a position (code points) and a
quotation; the body names a work, a footnote or an act (its Akoma Ntoso name or address where known).
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from multilex.export._face import Scope
from multilex.export._ids import Ids
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.record import Finding, Record

NAME = "annotations"
SUFFIX = ".annotations.jsonl"
MEDIA_TYPE = "application/ld+json"
SCOPE = Scope.INPUT
LOSSES = lost(
    (
        "codes",
        "dates",
        "titles",
        "authors",
        "affiliations",
        "keywords",
        "citations",
        "footnotes",
        "acts",
        "legal_sources",
    ),
    "only what stands at a place of the text and says one thing is annotated",
    footnotes="their text; the callouts are annotated",
)

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 24


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """A line per annotation."""
    for record in records:
        text = record.text()
        for number, (kind, finding, body) in enumerate(_found(record), 1):
            yield json.dumps(_annotation(record, number, kind, finding, body, text), ensure_ascii=False) + "\n"


def _found(record: Record) -> Iterator[tuple[str, Finding, dict[str, Any]]]:
    """What is annotated: its kind, the finding, the body."""
    base = f"urn:multilex:{record.id}"
    for code in record.codes:
        yield "classifying", code, _text(f"{code.scheme.value} {code.value or code.text}")
    for date in record.dates:
        yield "describing", date, _text(f"{date.kind.value} {date.value or date.text}")
    for title in record.titles:
        yield "describing", title, _text("title", title.lang)
    for author in record.authors:
        body = (
            {"id": f"https://orcid.org/{author.orcid}"}
            if author.orcid
            else _text(author.value or author.text, author.lang)
        )
        yield "identifying", author, body
    for place in record.affiliations:
        yield "identifying", place, _text(place.organisation or place.value or place.text, place.lang)
    for keywords in record.keywords:
        for item in keywords.items:
            yield "tagging", item, _text(item.value or item.text, keywords.lang)
    ids = Ids(record)
    for citation in record.citations:
        for target in citation.targets:
            yield "linking", citation, _resource(f"{base}:{target}")
    for note in record.footnotes:
        for call in note.callouts:
            yield "linking", call, _resource(f"{base}:{ids.note(call)}")
    sources = {at: act for act in record.legal_sources for at in act.mentions}
    for at, mention in enumerate(record.acts):
        act = sources.get(at)
        address = act and (act.iri or act.links.get(mention.lang) or next(iter(act.links.values()), None))
        yield "linking", mention, _resource(address or (f"{base}:{act.id}" if act else f"{base}:act"))


def _resource(source: str) -> dict[str, Any]:
    return {"type": "SpecificResource", "source": source, "purpose": "linking"}


def _text(value: str, lang: str | None = None) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, **({"language": lang} if lang else {})}


def _annotation(
    record: Record, number: int, kind: str, finding: Finding, body: dict[str, Any], text: str
) -> dict[str, Any]:
    start, end = finding.span
    at, past = start - record.span[0], end - record.span[0]
    return {
        "@context": _CONTEXT,
        "id": f"urn:multilex:{record.id}:a{number}",
        "type": "Annotation",
        "motivation": kind,
        "body": body,
        "target": {
            "source": f"urn:multilex:{record.id}:text",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": finding.text,
                    "prefix": text[max(at - _AROUND, 0) : max(at, 0)],
                    "suffix": text[max(past, 0) : max(past + _AROUND, 0)],
                },
            ],
        },
    }
