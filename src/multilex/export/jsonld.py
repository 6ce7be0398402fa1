"""JSON-LD: a paper as a ScholarlyArticle of schema.org, for web sites and their crawlers."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from multilex.export._about import about
from multilex.export._face import Scope
from multilex.export._losses import HEADER, lost
from multilex.export._people import organisations, people
from multilex.export._settings import DEFAULTS, Settings
from multilex.record import LegalSource, Record
from multilex.vocabulary import ActStatus, CodeScheme

NAME = "jsonld"
SUFFIX = ".jsonld"
MEDIA_TYPE = "application/ld+json"
SCOPE = Scope.RECORD
PAPERS_ONLY = True
LOSSES = lost(
    (*HEADER, "emails", "keywords", "references", "legal_sources"),
    "schema.org describes a paper, not its text",
    references="their fields",
    legal_sources="places in the acts",
)

_SUBJECTS = (CodeScheme.UDC, CodeScheme.IRSTI, CodeScheme.JEL)
_FORCE = {ActStatus.IN_FORCE: "InForce", ActStatus.REPEALED: "NotInForce"}


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """One object."""
    for record in records:
        yield json.dumps(_article(record, settings), ensure_ascii=False, indent=1) + "\n"


def _article(record: Record, settings: Settings) -> dict[str, Any]:
    known = about(record, settings)
    doi = next((code.value for code in record.code(CodeScheme.DOI) if code.value), None)
    article = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "@id": f"https://doi.org/{doi}" if doi else f"urn:multilex:{record.id}",
        "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": doi} if doi else None,
        "inLanguage": record.language,
        "name": [_said(title.value, title.lang) for title in record.titles if title.value],
        "abstract": [_said(one.value, one.lang) for one in record.abstracts if one.value],
        "keywords": [
            {"@type": "DefinedTerm", "name": _said(item.value, keywords.lang)}
            for keywords in record.keywords
            for item in keywords.items
            if item.value
        ],
        "about": [
            {
                "@type": "CategoryCode",
                "codeValue": code.value,
                "inCodeSet": {"@type": "CategoryCodeSet", "name": code.scheme.value},
            }
            for code in record.codes
            if code.scheme in _SUBJECTS and code.value
        ],
        "author": _authors(record),
        "datePublished": known.date or known.year,
        "pagination": "-".join(map(str, record.source.printed_pages)) if record.source.printed_pages else None,
        "isPartOf": _issue(record, settings),
        "citation": [item.value for one in record.references for item in one.items if item.value],
        "mentions": [_act(act, record.language) for act in record.legal_sources],
    }
    made: dict[str, Any] = _without_gaps(article)
    return made


def _authors(record: Record) -> list[dict[str, Any]]:
    known = {one.number: one for one in organisations(record)}
    return [
        {
            "@type": "Person",
            "@id": f"https://orcid.org/{person.orcid}" if person.orcid else None,
            "name": [_said(form.value, form.lang) for form in person.forms.values() if form.value],
            "familyName": [_said(form.family, form.lang) for form in person.forms.values() if form.family],
            "givenName": [_said(form.given, form.lang) for form in person.forms.values() if form.given],
            "email": person.email,
            "affiliation": [
                {
                    "@type": "Organization",
                    "name": [_said(form.organisation or form.value, form.lang) for form in known[at].forms.values()],
                }
                for at in person.organisations
            ],
        }
        for person in people(record, list(known.values()))
    ]


def _issue(record: Record, settings: Settings) -> dict[str, Any]:
    known = about(record, settings)
    journal = {
        "@type": "Periodical",
        "name": [_said(title, lang) for lang, title in known.titles.items()],
        "issn": [one for one in (known.issn, known.eissn) if one],
    }
    volume = {"@type": "PublicationVolume", "volumeNumber": known.volume, "isPartOf": journal}
    inside = volume if known.volume else journal
    return {"@type": "PublicationIssue", "issueNumber": known.number, "isPartOf": inside} if known.number else inside


def _act(act: LegalSource, lang: str) -> dict[str, Any]:
    titles = {**act.printed, **act.titles}
    return {
        "@type": "Legislation",
        "name": [_said(title, lang) for lang, title in titles.items()] or act.key,
        "legislationIdentifier": act.number,
        "legislationDate": act.date,
        "legislationJurisdiction": act.jurisdiction.upper() if act.jurisdiction else None,
        "legislationLegalForce": _FORCE.get(act.status) if act.status else None,
        "url": act.links.get(lang) or next(iter(act.links.values()), None),
    }


def _said(value: str | None, lang: str | None) -> dict[str, str]:
    return {"@language": lang or "und", "@value": " ".join((value or "").split())}


def _without_gaps(value: Any) -> Any:
    """The same without what is empty; an object of which only the type is left is empty."""
    if isinstance(value, dict):
        kept = {key: filled for key, one in value.items() if (filled := _without_gaps(one)) not in (None, [], {}, "")}
        return kept if set(kept) - {"@type"} else {}
    if isinstance(value, list):
        return [filled for one in value if (filled := _without_gaps(one)) not in (None, [], {}, "")]
    return value
