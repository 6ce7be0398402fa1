"""
Title, host, place and publisher: what is left of a reference when all that its own form betrays is taken.

The rest is cut at every separator, and each piece gets the zone that fits it and its neighbours best: the sum of
scores for the words of a piece, and for a zone that follows another across a separator, is highest (Viterbi).
The scores are ``packs/reference_zones.toml``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from multilex.codes import skeleton
from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import cues, forms, places
from multilex.packs import table

TITLE, HOST, SERIES, PLACE, PUBLISHER, OTHER = (
    "title",
    "container-title",
    "collection-title",
    "publisher-place",
    "publisher",
    "other",
)
ZONES = (TITLE, HOST, SERIES, PLACE, PUBLISHER, OTHER)
_AFTER_HOST = (HOST, SERIES, PLACE, PUBLISHER, OTHER)

_SEPARATOR = regex.compile(
    r"""
      (?P<host>[\s.]*//[\s-]*)
    | (?P<taken>[\s.,;:(\[-]*\x01(?:[\x01\s.,;:)\]-]|[(\["](?=[\s.,;:]*\x01))*(?:"(?=\s*(?:[.,;]|$)))?)
    | (?P<slash>\s+/\s*|\s*/\s+)
    | (?P<area>\.\s*-\s*|\s+-\s+|[,;]\s*-\s?(?=\S)|\s-(?=[\p{Lu}"])|(?<=[\p{Ll}")])-\s+(?=\p{Lu}))
    | (?P<point>\.\s+|\.(?=\p{Lu}\p{Ll}{2})|\.$)
    | (?P<colon>\s*:\s*)
    | (?P<semicolon>\s*;\s*)
    | (?P<comma>\s*,\s*)
    | (?P<mark>(?<=[?!]"?)\s+)
    """,
    regex.VERBOSE,
)
_KEPT = regex.compile(r'"[^"\x01]{1,200}"|\([^()\x01]{1,160}\)')
_ACRONYM = regex.compile(r"\p{Lu}\p{L}*\p{Lu}\p{Lu}(?!\p{Ll})")
_TOKEN = regex.compile(r"[\p{L}\p{N}]+")
_SIGN = regex.compile(r"[\p{L}\p{N}]")
_GLUED_PLACE = regex.compile(r"\s*(?P<place>\p{Lu}\p{Ll}+)-(?P<publisher>\p{Lu}[^-]*)")
_LAST_WORD = regex.compile(r"[\p{L}\p{M}-]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch between separators: `before` is the kind of the separator before it, `next` the fields behind it."""

    start: int
    end: int
    before: str
    next: frozenset[str]
    words: int
    cues: dict[str, int]
    place: bool
    first: str
    behind: str
    ends: str
    acronym: bool


def read_zones(draft: Draft) -> dict[str, tuple[int, int]]:
    """The span of each zone found, by CSL name; `other` is not among them."""
    pieces = _pieces(draft)
    if not pieces:
        return {}
    labels = _best(draft, pieces)
    spans: dict[str, tuple[int, int]] = {}
    last = ""
    for piece, label in zip(pieces, labels, strict=True):
        if label == OTHER:
            last = label
            continue
        if label in spans and label == last and piece.before != "taken":
            spans[label] = (spans[label][0], piece.end)
        elif label not in spans:
            spans[label] = (piece.start, piece.end)
        last = label
    return spans


def _pieces(draft: Draft) -> list[Piece]:
    text = draft.plain
    kept = [match.span() for match in _KEPT.finditer(text)]
    pieces: list[Piece] = []
    start, before, hosted = 0, "start", False
    cut: list[tuple[int, int, str]] = []
    inside = iter(kept)
    span = next(inside, None)
    for match in _SEPARATOR.finditer(text):
        while span and span[1] <= match.start():
            span = next(inside, None)
        kind = str(match.lastgroup)
        if span and span[0] < match.start() and match.end() <= span[1] and kind != "host":
            continue
        if kind == "host" and hosted:
            kind = "area"
        if kind == "point" and _is_abbreviation(draft, match):
            continue
        if (
            kind == "comma"
            and text[match.end() : match.end() + 1].isdigit()
            and text[match.start() - 1 : match.start()].isdigit()
        ):
            continue
        hosted = hosted or kind == "host"
        cut.append((match.start(), match.end(), kind))
    cut.append((len(text), len(text), "end"))
    for begin, finish, kind in cut:
        taken = (
            frozenset(found.name for found in draft.found if begin <= found.start < finish)
            if kind in ("taken", "in")
            else frozenset()
        )
        if kind == "taken" and any(begin <= at < finish for at, what in draft.separators.items() if what == "in"):
            kind = "in"
        if draft.left(start, begin):
            before = "start" if not pieces and before not in ("host", "in") and not draft.has("title") else before
            glued = _GLUED_PLACE.fullmatch(draft.plain, start, begin)
            if (
                glued
                and is_place(draft.folded[slice(*glued.span("place"))])
                and not is_place(draft.folded[start:begin])
            ):
                pieces.append(_piece(draft, start, glued.end("place"), before, frozenset(), "colon"))
                start, before = glued.end("place") + 1, "colon"
            pieces.append(_piece(draft, start, begin, before, taken, kind))
            before = kind
        elif kind in ("host", "in") or before == "start" or (kind == "taken" and before not in ("host", "in")):
            before = kind
        start = finish
    return pieces


def _piece(draft: Draft, start: int, end: int, before: str, taken: frozenset[str], behind: str) -> Piece:
    text = draft.plain
    while start < end and text[start] in " .,;:-/)]":
        start += 1
    folded = draft.folded[start:end]
    words = _TOKEN.findall(folded)
    first = _SIGN.search(text, start, end)
    letter = first[0] if first else ""
    return Piece(
        start,
        end,
        before,
        taken,
        len(words),
        cues().count(folded),
        is_place(folded),
        "lower" if letter.islower() else "figure" if letter.isdigit() else "upper",
        behind,
        "ends_series" if words and words[-1] in forms("marks", "series_end") and len(words) > 1 else "",
        _ACRONYM.match(text, start, end) is not None,
    )


@cache
def is_place(folded: str) -> bool:
    """Whether a folded text names a place: a city or country, or several."""
    bare = _place_before().sub("", folded.strip(" .,()")).strip(" .,")
    if bare in places():
        return True
    parts = regex.split(r"\s?[,;/]\s?|\s?-\s|\s-\s?", bare)
    if len(parts) > 1:
        return all(part.strip(" .") in places() for part in parts)
    hyphens = (index for index, sign in enumerate(bare) if sign == "-")
    return any(bare[:at] in places() and bare[at + 1 :] in places() for at in hyphens)


@cache
def _place_before() -> regex.Pattern[str]:
    words = "|".join(regex.escape(skeleton(word)) for word in table("reference_fields")["places"]["before"])
    return regex.compile(rf"^(?:{words})(?:\.\s?|\s)|\s(?:{words})\.?$")


def _is_abbreviation(draft: Draft, match: regex.Match[str]) -> bool:
    """Whether a point shortens a word rather than ends a part."""
    text = draft.plain
    word = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    following = text[match.end() : match.end() + 1]
    if following.islower():
        return True
    if word is None:
        return False
    return (len(word[0]) == 1 and word[0].isupper()) or draft.folded[word.start() : word.end()] in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(skeleton(word) for word in table("reference_fields")["abbreviations"]["words"])


def _best(draft: Draft, pieces: Sequence[Piece]) -> list[str]:
    scores = table("reference_zones")
    located = draft.has("page", "volume", "issue") or "preprint" in draft.kinds
    hosted = any(piece.before == "host" for piece in pieces)
    extent = draft.has("number-of-pages") and not located
    titled = draft.has("title")
    states: dict[tuple[str, bool], tuple[float, list[str]]] = {(TITLE if titled else "start", False): (0.0, [])}
    passed = False
    for piece in pieces:
        passed = passed or piece.before == "host"
        allowed = (
            _AFTER_HOST
            if passed
            else (*((TITLE,) if not titled else ()), *_AFTER_HOST)
            if not hosted
            else (TITLE, OTHER)
        )
        fits = {zone: _fit(scores, piece, zone, located, hosted, extent) for zone in allowed}
        following: dict[tuple[str, bool], tuple[float, list[str]]] = {}
        for (last, seen), (total, path) in states.items():
            steps = scores["steps"].get(last, {})
            for zone in allowed:
                if zone == HOST and seen and last != HOST:
                    continue
                if zone == TITLE and last not in ("start", TITLE):
                    continue
                step = steps.get(zone, {}).get(piece.before, steps.get(zone, {}).get("any", -4.0))
                value = total + step + fits[zone]
                key = (zone, seen or zone == HOST)
                if key not in following or value > following[key][0]:
                    following[key] = (value, [*path, zone])
        states = following or states
    missing = 0.0
    if located:
        numbered = draft.has("volume", "issue") or "preprint" in draft.kinds
        missing = scores["whole"]["located_without_host" if numbered else "paged_without_host"]
    return max(states.items(), key=lambda one: one[1][0] + (0.0 if one[0][1] else missing))[1][1]


def _fit(
    scores: dict[str, dict[str, float]], piece: Piece, zone: str, located: bool, hosted: bool, extent: bool
) -> float:
    own = scores[zone]
    total = own.get("bias", 0.0) + own.get(piece.first, 0.0) + own["word"] * min(piece.words, 12)
    total += own.get("place", 0.0) if piece.place else own.get("no_place", 0.0)
    for cue, count in piece.cues.items():
        if cue in own:
            total += own[cue] * min(count, 2)
    if piece.acronym:
        total += own.get("acronym", 0.0)
    if "publisher" not in piece.cues and "body" not in piece.cues:
        total += own.get("uncued", 0.0)
    for name in piece.next:
        total += own.get(f"next_{name}", 0.0)
    total += own.get(f"behind_{piece.behind}", 0.0)
    if piece.words > 14:
        total += own.get("long", 0.0)
    if not located:
        total += own.get("unlocated", 0.0) * (zone != HOST or not hosted)
        total += own.get("body_unlocated", 0.0) * ("body" in piece.cues and "journal" not in piece.cues)
        total += own.get("conference_unlocated", 0.0) * ("conference" in piece.cues)
    else:
        total += own.get("located", 0.0)
    if extent:
        total += own.get("extent", 0.0)
    if piece.ends in own:
        total += own[piece.ends]
    if piece.before == "start":
        total += own.get("start", 0.0)
    return total
