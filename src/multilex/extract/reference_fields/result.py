"""A draft that has been read to its end, as the parsed reference."""

import regex

from multilex.extract.reference_fields.draft import BLOT, Draft, Found, Person, same
from multilex.extract.reference_fields.kinds import kind_of
from multilex.extract.reference_fields.polish import polished
from multilex.record import ParsedReference, ReferenceName, ReferenceValue
from multilex.segment.language import UNDETERMINED, identify
from multilex.vocabulary import State

_CASE = regex.compile(
    r"\W{0,3}\p{Lu}[\p{L}.'&-]*(?:\s[\p{L}.'&-]+){0,3}\s(?:v|vs)\.?\s\p{Lu}[\p{L}.'&-]*(?:\s[\p{L}.'&-]+){0,3}\s{0,2}(?:[*,.(\[\x01/]|$)"
)
_REST = regex.compile(r"[^\x01]*[\p{L}\p{N}][^\x01]*")


def result(draft: Draft, zones: dict[str, tuple[int, int]], lang: str | None) -> ParsedReference:
    """The parsed reference: zones polished, literal authors told from titles, kind and language named."""
    _literal_author(draft, zones)
    for name, (start, end) in zones.items():
        value, start, end = polished(draft, name, start, end)
        if value and not draft.has(name):
            state = State.READ if same(value, draft.text[start:end]) else State.REPAIRED
            draft.found.append(Found(name, value, start, end, state))
    _numbered_series(draft)
    if "author" not in draft.people and _CASE.match(draft.plain):
        draft.kinds.add("case")
    kind = kind_of(draft, zones)
    covered = draft
    for start, end in zones.values():
        covered.blot(start, end)
    title = draft.get("title")
    language = lang or (identify(title.value) if title else UNDETERMINED)
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
        unparsed=tuple(_unparsed(draft)),
    )


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
        inner = draft.plain[start:end]
        start += len(inner) - len(inner.lstrip(" .,;:-/()[]\"'*"))
        end -= len(inner) - len(inner.rstrip(" .,;:-/()[]\"'*"))
        if end > start:
            spans.append((start, end))
    return spans


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


def _literal_author(draft: Draft, zones: dict[str, tuple[int, int]]) -> None:
    """A body before a year in brackets, or before the title of a page on the web, is the author."""
    if draft.people or "title" not in zones or draft.kinds & {"official", "standard"}:
        return
    issued = draft.get("issued")
    start, end = zones["title"]
    if issued is None or draft.plain[: issued.start].strip(" .,(\x01") == "":
        return
    if end <= issued.start <= end + 3 and draft.text[issued.start - 1] == "(" and BLOT in draft.plain[end:]:
        rest = [(name, span) for name, span in zones.items() if span[0] > issued.start]
        if not rest:
            return
        draft.people["author"] = [Person(start, end, literal=draft.text[start:end].strip(" .,"))]
        name, span = min(rest, key=lambda one: one[1][0])
        del zones[name]
        zones["title"] = span
        draft.blot(start, end)
