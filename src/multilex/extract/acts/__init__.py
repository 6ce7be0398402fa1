"""Acts: legal acts found in Kazakh, Russian, English and romanised text, identified and checked.

A citation is a run of pieces (head noun, maker, title, date, number) in an order that its language has; the patterns
are data, ``packs/law``. What a mention leaves out comes from the paper itself or not at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from multilex import record
from multilex.article import Article
from multilex.document import Document
from multilex.extract.acts import register
from multilex.extract.acts.cases import Case
from multilex.extract.acts.checks import act_notes
from multilex.extract.acts.identity import HOME, Act, adilet_id
from multilex.extract.acts.links import Agreement, PrintedId, agreement, is_possible, owner, printed_ids
from multilex.extract.acts.mention import Mention, ShortForm
from multilex.extract.acts.mentions import mentions
from multilex.extract.acts.resolve import resolve
from multilex.record import CaseMention, Date, Footnote, LegalMention, Note
from multilex.vocabulary import DateKind, Role

_ROLES = (
    Role.TITLE,
    Role.ABSTRACT,
    Role.KEYWORDS,
    Role.SECTION_HEADING,
    Role.BODY,
    Role.LIST_ITEM,
    Role.FOOTNOTE,
    Role.CAPTION,
    Role.TABLE,
    Role.REFERENCE,
)
_LISTED = (Role.FOOTNOTE, Role.REFERENCE)
_CALLED = regex.compile(r"(?:\s?\([^()]{0,160}\))?$")
_FULL = len("2011-07-22")
_ROMANIZED = "ru-Latn"


def legal_acts(
    article: Article, footnotes: Sequence[Footnote] = (), dates: Sequence[Date] = (), year: str | None = None
) -> tuple[tuple[LegalMention, ...], tuple[CaseMention, ...], tuple[Note, ...]]:
    """The acts that an article mentions and the judgments, in printed order, with notes on contradictions.

    `footnotes` lead a mention to the act of the note called right after it; `dates` of the paper, or else the `year` of
    its issue, tell which of the acts of one name was in force.
    """
    document = article.document
    found, judged, ids = _scan(article)
    found = resolve(found, _called(document, found, footnotes))
    day = _day(dates) or year
    acts = tuple(_record(document, one, _id_after(one, found, ids, article), day) for one in found)
    cases = tuple(
        record.found(CaseMention, document, one.start, one.end, one.rule, title=one.title, year=one.year)
        for one in judged
    )
    return acts, cases, act_notes(document, acts, found, day)


def _scan(article: Article) -> tuple[list[Mention], list[Case], list[PrintedId]]:
    """The mentions, judgments and printed ids of all units, at offsets of the document."""
    text = article.document.text
    found: list[Mention] = []
    judged: list[Case] = []
    ids: list[PrintedId] = []
    forms: Sequence[ShortForm] = ()
    for unit in article.of(*_ROLES):
        stretch = text[unit.start : unit.end]
        listed = unit.role in _LISTED
        here, cases, known = mentions(stretch, unit.language.tag, listed=listed, forms=() if listed else forms)
        if not listed:
            forms = known
        found += [one.moved(unit.start) for one in here]
        judged += [replace(one, start=one.start + unit.start, end=one.end + unit.start) for one in cases]
        ids += [replace(one, start=one.start + unit.start, end=one.end + unit.start) for one in printed_ids(stretch)]
    return found, judged, ids


def _called(document: Document, found: Sequence[Mention], footnotes: Sequence[Footnote]) -> Mapping[int, Mention]:
    """By index of a mention, the act that stands in the footnote called right after it."""
    called = {}
    for note in footnotes:
        inside = [one for one in found if note.span[0] <= one.start < note.span[1]]
        for callout in note.callouts if inside else ():
            for index, one in enumerate(found):
                between = document.text[one.end : callout.span[0]] if one.end <= callout.span[0] else None
                if between is not None and len(between) < 170 and _CALLED.fullmatch(between):
                    called[index] = inside[0]
    return called


def _day(dates: Sequence[Date]) -> str | None:
    """When the paper appeared, as far as its dates tell."""
    for kind in (DateKind.RECEIVED, DateKind.ACCEPTED, DateKind.PUBLISHED):
        for date in dates:
            if date.kind == kind and date.value:
                return date.value
    return None


def _id_after(
    mention: Mention, found: Sequence[Mention], ids: Sequence[PrintedId], article: Article
) -> PrintedId | None:
    """The register's id printed after a mention in its unit; of several mentions before one address it belongs to the
    one that it fits, else to the first.
    """
    unit = next(unit for unit in article.of(*_ROLES) if unit.start <= mention.start < unit.end)
    printed = next((one for one in ids if mention.end <= one.start < unit.end), None)
    if printed is None:
        return None
    since = max((one.end for one in ids if one.end <= printed.start), default=unit.start)
    rivals = [one for one in found if max(since, unit.start) <= one.start and one.end <= printed.start]
    fitting = [
        one
        for one in rivals
        if (own := adilet_id(one.act, one.registration)) and agreement(printed.id, own) != "conflicts"
    ]
    owner = (fitting or rivals or [mention])[0]
    return printed if owner is mention else None


def _record(document: Document, mention: Mention, printed: PrintedId | None, day: str | None) -> LegalMention:
    act = mention.act
    entry = register.entry(act, act.key, mention.registration, day, register.cited_articles(mention))
    if printed is not None and (linked := owner(printed.id)) and linked.key in entry.candidates:
        entry = register.Entry(linked.key, linked.adilet, linked)
    adilet = entry.adilet
    key = act.key
    link = None
    if printed is not None:
        status = _status(printed, act, adilet)
        link = record.found(
            record.ActLink, document, printed.start, printed.end, "act-link", id=printed.id, status=status
        )
    return record.found(
        LegalMention,
        document,
        mention.start,
        mention.end,
        mention.rule,
        lang=_ROMANIZED if mention.lang == "latn" else mention.lang,
        act_type=act.type,
        jurisdiction=act.jurisdiction,
        issuer=act.issuer,
        title=act.title,
        date=act.date,
        number=act.number,
        registration=_registration(mention.registration),
        pinpoints=tuple(_pinpoint(document, *one) for one in mention.pinpoints),
        level=mention.level,
        resolution=mention.resolution,
        key=key,
        candidates=act.candidates or entry.candidates,
        register_key=entry.key,
        adilet_id=adilet,
        iri=_iri(entry.key or key),
        link=link,
    )


def _status(printed: PrintedId, act: Act, adilet: str | None) -> Agreement | None:
    """How a printed id compares with the act's, or, where that is not known, with its date and number."""
    if adilet:
        return agreement(printed.id, adilet)
    said = act.jurisdiction == HOME and act.date and not is_possible(printed.id, act.date, act.number)
    return "conflicts" if said else None


def _registration(said: tuple[str, str] | None) -> record.Registration | None:
    return record.Registration(number=said[0], date=said[1] or None) if said else None


def _pinpoint(
    document: Document, start: int, end: int, paths: tuple[tuple[tuple[str, str], ...], ...]
) -> record.Pinpoint:
    return record.found(
        record.Pinpoint,
        document,
        start,
        end,
        "pinpoint",
        paths=tuple(tuple(record.PinpointPart(unit=unit, value=value) for unit, value in path) for path in paths),
    )


def _iri(key: str | None) -> str | None:
    """The Akoma Ntoso name of a key with a full date and a number."""
    parts = (key or "").split("/")
    if len(parts) < 4 or len(parts[2]) != _FULL:
        return None
    return f"/akn/{parts[0]}/act/{parts[1]}/{parts[2]}/{'-'.join(parts[3:])}"


__all__ = ["legal_acts", "mentions"]
