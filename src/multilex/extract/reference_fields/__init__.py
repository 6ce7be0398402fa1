"""
References in fields, by their CSL names.

What a field betrays by its own form is taken first: addresses and identifiers, remarks in brackets, names, dates,
volume, issue and pages, the genres of theses, acts, standards and patents. The rest, cut at its separators, is
title, host, place and publisher by the best chain of scored pieces (`zones`). Nothing is dropped: what no field
took is `unparsed`.
"""

from unicodedata import is_normalized

import regex

from multilex.extract.reference_fields.archives import read_archive
from multilex.extract.reference_fields.brackets import read_brackets, read_translation
from multilex.extract.reference_fields.cases import read_case
from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.genres import read_genre, read_thesis
from multilex.extract.reference_fields.history import read_history
from multilex.extract.reference_fields.identifiers import read_accessed, read_identifiers
from multilex.extract.reference_fields.locators import read_locators
from multilex.extract.reference_fields.moved import composed, moved
from multilex.extract.reference_fields.official import read_act, read_force, read_report, read_standard
from multilex.extract.reference_fields.patents import read_patent
from multilex.extract.reference_fields.people import read_head, read_responsibility
from multilex.extract.reference_fields.quoted import read_quoted_title
from multilex.extract.reference_fields.result import result
from multilex.extract.reference_fields.series import read_series
from multilex.extract.reference_fields.years import dates_of, read_imprint, read_issued
from multilex.extract.reference_fields.zones import read_zones
from multilex.record import ParsedReference

__all__ = ["parse_reference"]

_ITEM_NUMBER = regex.compile(r"\s*(?:\[[0-9]{1,3}\]\.?|[0-9]{1,3}[.)])\s{0,3}(?=[\p{L}\"'])")
LONGEST = 3000
"""Characters of a reference that are looked at; a longer one is no reference."""


def parse_reference(text: str, lang: str | None = None) -> ParsedReference:
    """
    The fields of one reference; a number before it is left out, spans are code points of `text`.

    `lang` is the language of the work, if known; otherwise the title tells it. Whatever the string, something
    comes back: what no field took is in ``unparsed``.

    >>> parsed = parse_reference("Орлова А.Б. Реки степи // Вестник географии. – 2019. – № 2. – С. 5–9.")
    >>> parsed.type, parsed.names["author"][0].family
    ('article-journal', 'Орлова')
    >>> {name: field.value for name, field in parsed.values.items()}
    {'issued': '2019', 'issue': '2', 'page': '5-9', 'title': 'Реки степи', 'container-title': 'Вестник географии'}
    """
    if not is_normalized("NFC", text):
        whole, places = composed(text)
        return moved(parse_reference(whole, lang), places, text)
    if len(text) > LONGEST:
        parsed = parse_reference(text[:LONGEST], lang)
        return parsed.model_copy(update={"unparsed": (*parsed.unparsed, (LONGEST, len(text)))})
    draft = Draft(text)
    if number := _ITEM_NUMBER.match(draft.plain):
        draft.blot(0, number.end())
    read_identifiers(draft)
    read_brackets(draft)
    dates = read_accessed(draft, dates_of(draft))
    read_archive(draft)
    start = read_head(draft)
    read_translation(draft)
    dates = read_history(draft, read_force(draft, dates))
    case = "author" not in draft.people and read_case(draft, start, dates)
    official = case or (
        all(person.literal for person in draft.people.get("author", ()))
        and (read_standard(draft, start) or read_patent(draft, start) or read_act(draft, start, dates))
    )
    if not official:
        read_patent(draft, start)
        read_report(draft, start)
        read_thesis(draft)
    read_imprint(draft)
    read_issued(draft, [date for date in dates if date.value and draft.plain[date.start] != "\x01"])
    if "patent" in draft.kinds and "author" not in draft.people:
        read_head(draft)
    read_genre(draft, start)
    if not draft.has("title"):
        read_quoted_title(draft, start)
    read_responsibility(draft)
    read_series(draft)
    read_locators(draft)
    return result(draft, read_zones(draft), lang)
