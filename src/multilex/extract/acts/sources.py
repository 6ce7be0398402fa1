"""Sources: the acts that a paper cites, each once, with all its mentions."""

from collections.abc import Hashable, Mapping, Sequence
from functools import cache

import regex

from multilex.extract.acts import catalogue
from multilex.extract.acts.catalogue import KnownAct
from multilex.extract.acts.identity import FULL, HOME
from multilex.extract.acts.links import addresses
from multilex.packs import table
from multilex.packs.sounds import sounds
from multilex.record import LegalMention, LegalSource, PinpointPart
from multilex.vocabulary import ActResolution, ActStatus

_NUMERAL = regex.compile(r"(?<=/[0-9]{1,6})-(?=[IVX]{1,5}$)[IVX]+")
_IDENTIFIED = regex.compile(rf"{HOME}/[a-z-]+/(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}/.*[0-9].*|[0-9]{{1,6}}-[IVX]{{1,5}})")

_ENOUGH = 3
"""So many sounding words make a title sure."""

Path = tuple[PinpointPart, ...]


def legal_sources(acts: Sequence[LegalMention]) -> tuple[LegalSource, ...]:
    """The acts behind mentions, in the order of their first mention.

    Mentions are of one act when the register or the paper gives them one date and number (the numeral of the
    convocation may be missing), one name (in any case and script), or the same candidates, whatever their languages.
    """
    numbered: dict[tuple[str, str | None], str] = {
        (act.act_type, act.number): _plain(key)
        for act in acts
        if act.number and (key := act.register_key or act.key) and _NUMERAL.search(key) and act.date
    }
    groups: dict[Hashable, list[int]] = {}
    for index, act in enumerate(acts):
        groups.setdefault(_identity(act, numbered), []).append(index)
    return tuple(_source(f"act-{count}", acts, group) for count, group in enumerate(groups.values(), 1))


def _identity(act: LegalMention, numbered: Mapping[tuple[str, str | None], str]) -> Hashable:
    """What the mentions of one act have in common: its date and number, its name, or all that may be meant."""
    key = act.register_key or act.key
    if key and _is_identified(act):
        return numbered.get((act.act_type, act.number), _plain(key)) if not act.date else _plain(key)
    if act.candidates:
        return act.act_type, frozenset(act.candidates)
    title = act.title or ("" if act.date or act.number else act.text)
    heard = _heard(title) if act.number is None else frozenset()
    if key and len(heard) < _ENOUGH:
        return key
    return act.act_type, act.jurisdiction, heard or catalogue.comparable(title), act.date, act.number


def _heard(title: str) -> frozenset[str]:
    """The longer words of a title by how they begin to sound, and its years: the same in all cases and scripts.

    >>> _heard("Концепцию развития туризма") == _heard("Koncepciya razvitija turizma")
    True
    """
    words = regex.findall(r"[\p{L}'’]+|[0-9]+", catalogue.comparable(title))
    return frozenset(word if word[:1].isdigit() else sounds(word)[:4] for word in words if len(word) > 3)


def _plain(key: str) -> str:
    """A key without the numeral of the convocation, which papers drop freely.

    >>> _plain("kz/law/2011-07-22/477-IV")
    'kz/law/2011-07-22/477'
    """
    return _NUMERAL.sub("", key) if key.startswith(f"{HOME}/") else key


def _is_identified(act: LegalMention) -> bool:
    """Whether it is known which act is meant: date and number, or a name that one act bears."""
    if act.register_key:
        return True
    if act.key is None:
        return False
    if act.key.startswith(f"{HOME}/"):
        return _IDENTIFIED.fullmatch(act.key) is not None
    said = act.key.split("/")[2:]
    return any(part[:1].isdigit() for part in said) or act.key in _treaties()


@cache
def _treaties() -> frozenset[str]:
    return frozenset(entry["key"] for entry in table("law/int")["treaties"])


def _source(id: str, acts: Sequence[LegalMention], group: Sequence[int]) -> LegalSource:
    mine = [acts[index] for index in group]
    best = max(mine, key=_says)
    key = best.register_key or best.key
    known = catalogue.by_key(key) if key else None
    adilet = best.adilet_id
    printed: dict[str, str] = {}
    for act in (best, *mine):
        if act.title:
            printed.setdefault(act.lang, act.title)
    resolution = _resolution(best)
    unresolved = resolution is ActResolution.UNRESOLVED
    candidates = tuple(dict.fromkeys(one for act in mine for one in act.candidates)) if unresolved else ()
    return LegalSource(
        id=id,
        key=key,
        act_type=known.type if known else best.act_type,
        jurisdiction=known.jurisdiction if known else best.jurisdiction,
        issuer=best.issuer,
        date=known.date if known else best.date,
        number=known.number if known else best.number,
        registration=next((act.registration for act in mine if act.registration), None),
        printed=printed,
        titles=_titles([known] if known else [catalogue.by_key(one) for one in candidates]),
        adilet_id=adilet,
        iri=best.iri,
        links=addresses(adilet) if adilet else {},
        status=None if known is None else ActStatus.REPEALED if known.until else ActStatus.IN_FORCE,
        until=known.until if known else None,
        successor=_successor(known) if known else None,
        pinpoints=_pinpoints(mine),
        resolution=resolution,
        candidates=candidates,
        mentions=tuple(group),
    )


def _titles(acts: Sequence[KnownAct | None]) -> dict[str, str]:
    """The titles that all of some acts bear."""
    common = [set(act.titles) if act else set() for act in acts]
    return dict(sorted(set.intersection(*common))) if common else {}


def _says(act: LegalMention) -> tuple[bool, bool, bool, int, bool]:
    """How much a mention says of its act."""
    number = act.number or ""
    return act.register_key is not None, bool(number), "-" in number, len(act.date or ""), act.title is not None


def _resolution(best: LegalMention) -> ActResolution:
    if not _is_identified(best):
        return ActResolution.UNRESOLVED
    if best.resolution is not ActResolution.OWN_WORDS or best.key == best.register_key:
        return best.resolution
    said = best.number is not None or len(best.date or "") == FULL
    return ActResolution.CATALOGUE if best.register_key and not said else best.resolution


def _successor(known: KnownAct) -> str | None:
    """The key of the next act of the same name, where the catalogue says that this one is no longer in force."""
    if known.until is None or known.successor:
        return known.successor
    same = {act for _, title in known.titles for act in catalogue.by_title(title, known.type, known.jurisdiction)}
    named = catalogue.by_code(known.code, known.jurisdiction) if known.code else ()
    later = [act for act in {*same, *named} if act.date > known.date]
    return min(later, key=lambda act: act.date).key if later else None


def _pinpoints(acts: Sequence[LegalMention]) -> tuple[Path, ...]:
    """The places cited, each once, in the order of their numbers."""
    paths = dict.fromkeys(path for act in acts for point in act.pinpoints for path in point.paths)
    return tuple(sorted(paths, key=_in_order))


def _in_order(path: Path) -> list[tuple[str, list[tuple[int, str]]]]:
    return [
        (part.unit, [(int(digits or 0), other) for digits, other in regex.findall(r"([0-9]+)|([^0-9]+)", part.value)])
        for part in path
    ]
