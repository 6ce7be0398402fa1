"""What the two printings of one work disagree about, and works that a list holds twice, as notes."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

import regex

from multilex.align.reference_keys import Keys, keys_of
from multilex.extract.name_lattice import same_initials, same_name
from multilex.record import Note, ParsedReference, Reference, ReferenceList, ReferenceName, Twin
from multilex.vocabulary import ListKind, NoteCode, Severity

_EXACT = ("issued", "volume", "issue", "page", "number-of-pages", "number", "DOI", "URL", "ISBN", "accessed")
_CYRILLIC, _LATIN = regex.compile(r"\p{Cyrillic}"), regex.compile(r"\p{Latin}")
_LETTERS = regex.compile(r"\p{L}+")
_BLANKS = regex.compile(r"[\s.,;:()\[\]«»\"'-]+")
_SHOWN = 60
_FEW = 3
"""Letters of the other script that a name or a formula may have."""
_LONG_TITLE = 12
_ALIKE = 0.8
"""Likeness of two titles that differ by a word or a slip, not because one of them was read wrong."""


def twin_notes(lists: Sequence[ReferenceList], twins: Sequence[Twin]) -> tuple[Note, ...]:
    """Notes on pairs that differ, on items without a twin where lists have twins, and on works listed twice."""
    items = {item.id: item for one in lists for item in one.items}
    notes = [note for twin in twins for note in _differences(items[twin.original], items[twin.romanized])]
    if twins:
        paired = {twin.original for twin in twins} | {twin.romanized for twin in twins}
        notes += _alone(lists, paired)
    return (*notes, *_duplicates(lists))


def _differences(original: Reference, romanized: Reference) -> Iterator[Note]:
    first, second = original.fields, romanized.fields
    if first is None or second is None:
        return
    for name in _EXACT:
        a, b = first.values.get(name), second.values.get(name)
        if a is not None and b is not None and not _same(name, a.value, b.value):
            yield _note(original, romanized, name, a.value, b.value)
    yield from _authors(original, romanized, first, second)
    ours, theirs = first.values.get("title"), second.values.get("title")
    if ours is not None and theirs is not None and (said := _title(ours.value, theirs.value)):
        yield _note(original, romanized, "title", *said)


def _same(name: str, a: str, b: str) -> bool:
    """Equal but for blanks and signs; one date may be more exact than the other, an address must be equal.

    Where one side is romanised (``ГОСТ 8758-76``, ``GOST 8758-76``) the figures decide.
    """
    if name in ("issued", "accessed"):
        return a.startswith(b) or b.startswith(a)
    if name == "URL":
        return a.rstrip("/") == b.rstrip("/")
    if name == "DOI":
        return a.casefold() == b.casefold()
    if bool(_CYRILLIC.search(a)) != bool(_CYRILLIC.search(b)):
        a, b = _LETTERS.sub("", a), _LETTERS.sub("", b)
    return _BLANKS.sub("", a).casefold() == _BLANKS.sub("", b).casefold()


def _authors(
    original: Reference, romanized: Reference, first: ParsedReference, second: ParsedReference
) -> Iterator[Note]:
    ours, theirs = (tuple(n for n in one.names.get("author", ()) if n.family) for one in (first, second))
    if not ours or not theirs:
        return
    for a, b in zip_longest(ours, theirs):
        if a is None or b is None:
            if not {"author"} & ({*first.others} ^ {*second.others}):
                yield _note(original, romanized, "author", _shown(a), _shown(b))
        elif not (same_name(a.family or "", b.family or "") and same_initials(a.given, b.given)):
            yield _note(original, romanized, "author", _shown(a), _shown(b))


def _shown(name: ReferenceName | None) -> str:
    return " ".join(part for part in (name.family, name.given) if part) if name else ""


def _title(ours: str, theirs: str) -> tuple[str, str] | None:
    """What to say of two printings of a title: not or half romanised, or a word other in the same script."""
    cyrillic = len(_CYRILLIC.findall(theirs))
    more_latin = len(_LATIN.findall(theirs)) - len(_LATIN.findall(ours))
    if cyrillic >= _FEW and len(_CYRILLIC.findall(ours)) >= _FEW:
        return "", f"{'half' if more_latin >= _FEW else 'not'} romanised: {theirs}"
    if cyrillic or _CYRILLIC.search(ours):
        return None
    a, b = (_BLANKS.sub(" ", title).casefold().split() for title in (ours, theirs))
    shorter = min(len(a), len(b))  # the longer one may have taken in a subtitle
    alike = SequenceMatcher(None, " ".join(a), " ".join(b)).ratio() > _ALIKE
    return (ours, theirs) if alike and a[:shorter] != b[:shorter] else None


def _note(original: Reference, romanized: Reference, name: str, ours: str, theirs: str) -> Note:
    sides = [f"{side[:_SHOWN]!r}" if side else "nothing" for side in (ours, theirs)]
    return Note(
        code=NoteCode.TWIN_DIFFERS,
        severity=Severity.WARNING,
        message=f"{original.id} and {romanized.id} differ in {name}: {sides[0]} and {sides[1]}",
        lang=romanized.lang,
        span=romanized.span,
        places=romanized.places,
    )


def _alone(lists: Sequence[ReferenceList], paired: set[str]) -> Iterator[Note]:
    for one in lists:
        if one.kind not in (ListKind.ORIGINAL, ListKind.ROMANIZED):
            continue
        for item in one.items:
            if item.id not in paired:
                yield Note(
                    code=NoteCode.TWIN_MISSING,
                    severity=Severity.INFO,
                    message=f"{item.id} has no counterpart in the other reference list",
                    span=item.span,
                    places=item.places,
                )


def _duplicates(lists: Sequence[ReferenceList]) -> Iterator[Note]:
    """The same work under two numbers of a list: a DOI agrees, or title, first author and year (if both have it)."""
    for one in lists:
        seen: dict[frozenset[str], tuple[Reference, Keys]] = {}
        for item in one.items:
            keys = keys_of(item)
            signs = list(_signs_of(item, keys))
            before = next((seen[sign] for sign in signs if sign in seen), None)
            for sign in signs:
                seen.setdefault(sign, (item, keys))
            if before and (keys.doi or keys.year is None or before[1].year in (None, keys.year)):
                yield Note(
                    code=NoteCode.REFERENCE_DUPLICATE,
                    severity=Severity.INFO,
                    message=f"{before[0].id} and {item.id} are the same work",
                    span=item.span,
                    places=item.places,
                )


def _signs_of(item: Reference, keys: Keys) -> Iterator[frozenset[str]]:
    """What two printings of one work in a list share: the DOI; title and first author."""
    title = item.fields.values.get("title") if item.fields else None
    if keys.doi:
        yield frozenset({keys.doi})
    if title is not None and len(title.value) >= _LONG_TITLE:
        yield frozenset({_BLANKS.sub(" ", title.value).casefold().strip(), *keys.families[:1]})
