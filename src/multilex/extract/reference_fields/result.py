"""A draft that has been read to its end, as the parsed reference."""

from dataclasses import replace

import regex

from multilex.codes import skeleton
from multilex.codes._fold import signs
from multilex.extract.reference_fields.draft import Draft, Found, Person
from multilex.extract.reference_fields.kinds import kind_of
from multilex.extract.reference_fields.polish import polished
from multilex.extract.reference_fields.words import cues
from multilex.record import ParsedReference, ReferenceName, ReferenceValue
from multilex.segment.language import UNDETERMINED, identify
from multilex.vocabulary import State

_SIGNS = " .,;:-/()[]\"'*"
_REST = regex.compile(r"[^\x01]*[\p{L}\p{N}][^\x01]*")


def result(draft: Draft, zones: dict[str, tuple[int, int]], lang: str | None) -> ParsedReference:
    """The parsed reference: zones polished, literal authors told from titles, kind and language named."""
    for name, (start, end) in zones.items():
        value, start, end = polished(draft, name, start, end)
        if value and not draft.has(name):
            printed = " ".join(draft.text[start:end].split())
            state = State.READ if value == printed else State.REPAIRED
            draft.found.append(Found(name, value, start, end, state))
    _titled(draft)
    _translated_host(draft)
    _parallel_titles(draft)
    _literal_author(draft)
    _numbered_series(draft)
    if "case" in draft.kinds:
        draft.found = [found for found in draft.found if found.name not in ("publisher", "publisher-place")]
    kind = kind_of(draft, zones)
    for start, end in zones.values():
        draft.blot(start, end)
    title = draft.get("title")
    language = lang or _language(draft, title)
    return ParsedReference(
        type=kind,
        language=None if language == UNDETERMINED else language,
        names={role: tuple(_name(draft, person) for person in people) for role, people in draft.people.items()},
        others=tuple(sorted(draft.et_al)),
        values={
            found.name: ReferenceValue(
                value=found.value,
                text=draft.text[found.start : found.end],
                span=(found.start, found.end),
                state=found.state,
            )
            for found in draft.found
        },
        unparsed=tuple(sorted([*_unparsed(draft), *draft.remarks])),
    )


def _language(draft: Draft, title: Found | None) -> str:
    """The language of the title; where it is printed with a translation, that which a remark names."""
    if draft.noted and (title is None or draft.has("title-translation")):
        return draft.noted
    return identify(title.value) if title else UNDETERMINED


def _name(draft: Draft, person: Person) -> ReferenceName:
    return ReferenceName(
        family=person.family,
        given=person.given,
        literal=person.literal,
        text=draft.text[person.start : person.end],
        span=(person.start, person.end),
    )


def _unparsed(draft: Draft) -> list[tuple[int, int]]:
    spans = []
    for match in _REST.finditer(draft.plain):
        start, end = match.span()
        start += len(match[0]) - len(match[0].lstrip(_SIGNS))
        end -= len(match[0]) - len(match[0].rstrip(_SIGNS))
        spans.append((start, end))
    return spans


def _titled(draft: Draft) -> None:
    """An act that a body made and that has only its genre is named by it: *Law on Education (No. 319-III)*."""
    genre = draft.get("genre")
    if genre and "act" in draft.kinds and "author" in draft.people and not draft.has("title"):
        draft.found[draft.found.index(genre)] = replace(genre, name="title")


def _translated_host(draft: Draft) -> None:
    """A translation that stands behind the host is the host's."""
    title, host, translation = (draft.get(name) for name in ("title", "container-title", "title-translation"))
    if title and host and translation and title.end <= host.start and host.end <= translation.start:
        draft.found.remove(translation)


def _parallel_titles(draft: Draft) -> None:
    """A title printed in two languages with ``=`` between: the second is its translation; a host keeps the first."""
    for name in ("title", "container-title"):
        found = draft.get(name)
        first, sign, second = found.value.partition(" = ") if found else ("", "", "")
        if found is None or not sign or len(first.split()) < 2:
            continue
        middle = draft.text.index("=", found.start)
        end = len(draft.text[:middle].rstrip())
        draft.found[draft.found.index(found)] = replace(found, value=first, end=end)
        if name == "title" and not draft.has("title-translation"):
            start = found.end - len(draft.text[middle + 1 : found.end].lstrip())
            draft.found.append(Found("title-translation", second, start, found.end))


def _numbered_series(draft: Draft) -> None:
    """A host that ends in a number and has neither volume nor pages is a series: Studies in Trade 81."""
    host = draft.get("container-title")
    if host is None or draft.has("volume", "issue", "page", "collection-title"):
        return
    if match := regex.search(r"(?<=\p{L}{3})\s([0-9]{1,4})$", host.value):
        number = match[1]
        draft.found.remove(host)
        end = host.end - len(match[0])
        draft.found.append(Found("collection-title", host.value[: match.start()], host.start, end, host.state))
        draft.found.append(Found("collection-number", number, host.end - len(number), host.end))
        draft.kinds.add("report")


def _literal_author(draft: Draft) -> None:
    """A body before the title of a page on the web is its author."""
    title = draft.get("title")
    if draft.people or title is None or draft.kinds & {"act", "official", "standard", "case"}:
        return
    match = _BODY_FIRST.match(title.value)
    if match is None:
        return
    body = match["body"]
    told = cues().count(skeleton(signs(body)))
    named = told.get("body") and draft.has("URL", "publisher", "publisher-place")
    begins = "body" in cues().of(skeleton(signs(body.split()[0])))
    if (named and (begins or not told.get("prose"))) or _COINED.fullmatch(body):
        start = title.start + draft.text[title.start : title.end].index(body)
        draft.people["author"] = [Person(start, start + len(body), literal=body)]
        value = title.value[match.end() :]
        draft.found[draft.found.index(title)] = replace(title, value=value, start=title.end - len(value))


_BODY_FIRST = regex.compile(r"(?P<body>\p{Lu}[^.:;,()]{1,60})\.\s(?=\p{Lu})")
_COINED = regex.compile(r"\p{Lu}[\p{L}-]*\p{Lu}\p{L}*")
"""One word with capitals inside."""
