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
from multilex.extract.reference_fields.words import cues, forms, places, regions
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
    | (?P<point>\.\s+|\.(?=\p{Lu}\p{Ll}{2}|\p{Lu}\p{L}{0,3}\.?\s?:)|\.$)
    | (?P<colon>\s*:\s*)
    | (?P<semicolon>\s*;\s*)
    | (?P<comma>\s*,\s*)
    | (?P<mark>(?<=[?!]"?)\s+)
    """,
    regex.VERBOSE,
)
_REGION = regex.compile(r"\p{Lu}{2,3}(?=\s?[,.:;\x01]|\s*$)")
_KEPT = regex.compile(r'"[^"\x01]{1,200}"|\([^()\x01]{1,160}\)')
_ACRONYM = regex.compile(r"\p{Lu}\p{L}*\p{Lu}\p{Lu}(?!\p{Ll})")
_NAMES_ONLY = regex.compile(r"\p{Lu}[\p{L}.'-]*(?:\s(?:(?:&|and|of|the)\s)?\p{Lu}[\p{L}.'-]*){0,3}\W*")
"""One to four words with capitals: behind the title of a book in APA, its publisher."""
_SERIAL = {"journal", "newspaper", "conference", "collection", "encyclopedia"}
_DOMAIN = regex.compile(r"[A-Z0-9-]{2,40}(?:\.[A-Z0-9-]{2,40}){1,3}")
_LONG = 14
_FULL_DATE = len("2020-05-12")
_NEVER = -4.0
_TOKEN = regex.compile(r"[\p{L}\p{N}]+")
_SIGN = regex.compile(r"[\p{L}\p{N}]")
_GLUED_PLACE = regex.compile(r"\s*(?P<place>\p{Lu}\p{Ll}+)-(?P<publisher>\p{Lu}[^-]*)")
_SHORTENED = regex.compile(r"(?P<word>\p{Lu}\p{Ll}{1,7}[^\P{L}aeiouyаеиоуыэюяәөұүі])\.")
_APART = regex.compile(r"(?:[,./\x01]|\p{Lu}{2})\s{1,2}$")
"""A word set apart, or behind an acronym: with a point it is shortened if the next one is."""
_LAST_WORD = regex.compile(r"[\p{L}\p{M}-]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A stretch between separators: `before` is the kind of the separator before it. `features` are names of scores
    that count once, `unlocated` those that count in a reference without volume, issue and pages.
    """

    start: int
    end: int
    before: str
    lower: bool
    words: int
    cues: dict[str, int]
    features: tuple[str, ...]
    unlocated: tuple[str, ...]


def read_zones(draft: Draft) -> dict[str, tuple[int, int]]:
    """The span of each zone found, by CSL name; `other` is not among them."""
    pieces = _pieces(draft)
    if not pieces:
        return {}
    labels = _best(draft, pieces)
    spans: dict[str, tuple[int, int]] = {}
    last = ""
    for piece, label in zip(pieces, labels, strict=True):
        goes_on = label == last and piece.before != "taken"
        if label != OTHER and label not in spans:
            spans[label] = (piece.start, piece.end)
        elif goes_on:
            spans[label] = (spans[label][0], piece.end)
        last = label if goes_on or spans.get(label) == (piece.start, piece.end) else ""
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
        if kind == "comma" and (region := _REGION.match(text, match.end())) and skeleton(region[0]) in regions():
            city = draft.folded[cut[-1][1] if cut else 0 : match.start()]
            if is_place(city.rpartition(",")[2]):
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
        if kind == "taken" and any(begin <= at < finish for at in draft.introduced):
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
    told = cues().count(folded)
    first = _SIGN.search(text, start, end)
    letter = first[0] if first else ""
    features = [f"behind_{behind}", *(f"next_{name}" for name in taken)]
    if taken & {"volume", "issue"} and "issued" not in taken:
        features.append("numbered")
    features.append("lower" if letter.islower() else "figure" if letter.isdigit() else "upper")
    features.append("place" if is_place(folded) else "no_place")
    if "publisher" not in told and "body" not in told:
        features.append("uncued")
    if len(words) > 1 and words[-1] in forms("marks", "series_end"):
        features.append("ends_series")
    if _ACRONYM.match(text, start, end):
        features.append("acronym")
    if len(words) > _LONG:
        features.append("long")
    if before == "host" and draft.has("URL") and not draft.has("issued"):
        features.append("host_linked")
    if "." in folded and _DOMAIN.fullmatch(folded):
        features.append("domain")
    if before == "start":
        features.append("start")
    elif before == "point" and "headed" in draft.kinds and _is_last_name(draft, start, end, told):
        issued = draft.get("issued")
        features.append("last_daily" if issued and len(issued.value) == _FULL_DATE else "last_named")
    unlocated = []
    if "body" in told and "journal" not in told:
        unlocated.append("body_unlocated")
    if "conference" in told:
        unlocated.append("conference_unlocated")
    return Piece(start, end, before, letter.islower(), len(words), told, tuple(features), tuple(unlocated))


def _is_last_name(draft: Draft, start: int, end: int, told: dict[str, int]) -> bool:
    """Whether a piece is the last, one to four words with capitals that name neither a serial nor a meeting."""
    if "thesis" in draft.kinds or draft.left(end, len(draft.plain)) or told.keys() & _SERIAL:
        return False
    return _NAMES_ONLY.fullmatch(draft.plain, start, end) is not None


@cache
def is_place(folded: str) -> bool:
    """Whether a folded text names a place: a city or country, or several."""
    bare = _place_before().sub("", folded.strip(" .,()")).strip(" .,")
    if bare in places():
        return True
    parts = [part.strip(" .") for part in regex.split(r"\s?[,;/]\s?|\s?-\s|\s-\s?", bare)]
    if len(parts) > 1:
        return all(part in places() or (at and part in regions()) for at, part in enumerate(parts))
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
    if word is None or is_place(draft.folded[slice(*word.span())]):
        return False
    folded = draft.folded[slice(*word.span())]
    if (len(word[0]) == 1 and word[0].isupper()) or folded in _abbreviations() or folded in forms("official", "versus"):
        return True
    following_word = _SHORTENED.match(text, match.end())
    apart = _APART.search(text, max(0, word.start() - 4), word.start()) and _SHORTENED.match(text, word.start())
    return bool(apart and following_word and not is_place(draft.folded[slice(*following_word.span("word"))]))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(skeleton(word) for word in table("reference_fields")["abbreviations"]["words"])


_Path = tuple[str, "_Path | None"]
"""The zone of a piece, and the path before it."""


def _best(draft: Draft, pieces: Sequence[Piece]) -> list[str]:
    """The zones with the highest sum of scores; a host is one stretch, and a title begins what it is in."""
    hosted = any(piece.before == "host" for piece in pieces)
    titled = draft.has("title")
    work = _Work(draft, hosted)
    untitled = 0.0 if draft.kinds & {"standard", "official"} else float(table("reference_zones")["whole"]["untitled"])
    states: dict[tuple[str, bool], tuple[float, _Path | None]] = {(TITLE if titled else "start", False): (0.0, None)}
    passed = False
    for piece in pieces:
        passed = passed or piece.before == "host"
        allowed: tuple[str, ...] = ZONES if not hosted else (TITLE, OTHER)
        if passed or titled:
            allowed = _AFTER_HOST
        fits = {zone: _fit(work, piece, zone) for zone in allowed}
        following: dict[tuple[str, bool], tuple[float, _Path | None]] = {}
        for (last, seen), (total, path) in states.items():
            for zone, fit in fits.items():
                if (zone == HOST and seen and last != HOST) or (zone == TITLE and last not in ("start", TITLE)):
                    continue
                value = total + _step(last, zone, piece.before, piece.lower) + fit
                if last == "start" and zone != TITLE:
                    value += untitled
                key = (zone, seen or zone == HOST)
                if key not in following or value > following[key][0]:
                    following[key] = (value, (zone, path))
        states = following or states
    _, ending = max(states.items(), key=lambda one: one[1][0] + (0.0 if one[0][1] else work.missing))
    zones: list[str] = []
    path = ending[1]
    while path is not None:
        zones.append(path[0])
        path = path[1]
    return zones[::-1]


@cache
def _step(last: str, zone: str, before: str, lower: bool) -> float:
    """The score of a zone after another across a kind of separator, where it begins in lower case or not."""
    steps = table("reference_zones")["steps"].get(last, {}).get(zone, {})
    return float(steps.get(before, steps.get("any", _NEVER)) + (steps.get("lower", 0.0) if lower else 0.0))


class _Work:
    """What the whole reference makes likely: whether it says where in a host it stands, how long it is."""

    def __init__(self, draft: Draft, hosted: bool) -> None:
        numbered = draft.has("volume", "issue") or "preprint" in draft.kinds
        of_book = draft.has("number-of-pages") or "volume of a book" in draft.kinds
        volume_of_book = of_book and not hosted and not draft.has("issue", "page")
        issued = draft.get("issued")
        daily = issued is not None and len(issued.value) == _FULL_DATE
        self.serial = {
            cue
            for cue, told in (("journal", draft.has("DOI") or "forthcoming" in draft.kinds), ("newspaper", daily))
            if told
        }
        self.located = (numbered or draft.has("page")) and not volume_of_book
        self.hosted = hosted
        self.extent = (draft.has("number-of-pages") and not self.located) or (draft.has("edition") and not numbered)
        key = "located_without_host" if numbered else "paged_without_host"
        self.missing = float(table("reference_zones")["whole"][key]) if self.located else 0.0


def _fit(work: _Work, piece: Piece, zone: str) -> float:
    """How well a piece fits a zone by itself."""
    own = table("reference_zones")[zone]
    total: float = own["bias"] + own["word"] * min(piece.words, 12)
    for feature in piece.features:
        if feature in own:
            total += own[feature]
    for cue, count in piece.cues.items():
        if cue in own:
            total += own[cue] * min(count, 2)
    if work.located:
        total += own.get("located", 0.0)
    elif zone != HOST or not (work.hosted or work.serial & piece.cues.keys()):
        total += own.get("unlocated", 0.0)
    if not work.located:
        total += sum(own.get(feature, 0.0) for feature in piece.unlocated)
    if work.extent:
        total += own.get("extent", 0.0)
    return total
