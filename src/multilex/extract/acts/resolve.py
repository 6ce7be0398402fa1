"""Resolve: what a mention leaves out, taken from other mentions of the paper, never from elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from multilex.extract.acts.catalogue import comparable
from multilex.extract.acts.identity import FULL, Act
from multilex.extract.acts.mention import Mention
from multilex.extract.acts.titles import is_policy_type
from multilex.vocabulary import ActResolution

_STEM = 6


def resolve(found: Sequence[Mention], called: Mapping[int, Mention]) -> list[Mention]:
    """The mentions with the keys that the paper itself gives them; `called` is, by index of a mention, the act of the
    footnote that is called right after it.
    """
    full = [one for one in found if _is_full(one.act)]
    entered = [one for one in found if one.registration]
    resolved = [_registered(one, entered) or _resolved(one, full, called.get(index)) for index, one in enumerate(found)]
    return [_follow(one, found, resolved) for one in resolved]


def _is_full(act: Act) -> bool:
    return act.key is not None and act.number is not None and (act.date is None or len(act.date) == FULL)


def _registered(mention: Mention, found: Sequence[Mention]) -> Mention | None:
    """An order under the number of its entry into the register, which the paper gives with another mention of it."""
    number, day = mention.act.number, mention.act.date
    if number is None or mention.act.type not in _ORDERS:
        return None
    for one in found:
        entered = one.registration is not None and one.registration[0] == number and one.act.number != number
        if entered and one.act.key and (day is None or _close(day, one)):
            return replace(mention, act=_as(mention.act, one.act), resolution=ActResolution.DOCUMENT)
    return None


def _close(day: str, other: Mention) -> bool:
    """Whether a day is the act's own or that of its entry, or in their year."""
    years = {(other.act.date or "")[:4], (other.registration or ("", ""))[1][:4]}
    return day[:4] in years


_ORDERS = frozenset({"order", "decree", "ministerial_order", "agency_order"})
"""Types under which an order may be cited by its number of registration; English calls it a decree too."""


def _resolved(mention: Mention, full: Sequence[Mention], note: Mention | None) -> Mention:
    act = mention.act
    if mention.resolution is ActResolution.DEFINITION or _is_full(act) or act.type == "constitution":
        return mention
    if note is not None and _compatible(act, note.act) and note.act.key:
        return replace(mention, act=_as(act, note.act), resolution=ActResolution.FOOTNOTE)
    match = _compatible if is_policy_type(act.type) else _same_act
    same = [one for one in full if one is not mention and match(act, one.act)]
    if not same:
        return mention
    keys = list(dict.fromkeys(one.act.key for one in same))
    if len(keys) > 1 and act.title is None and len(act.date or "") < FULL and not act.codes:
        return replace(mention, act=replace(act, candidates=tuple(key for key in keys if key)))
    earlier = [one for one in same if one.start < mention.start]
    chosen = earlier[-1] if earlier else same[0]
    rivals = tuple(key for key in keys if key and key != chosen.act.key)
    return replace(mention, act=replace(_as(act, chosen.act), candidates=rivals), resolution=ActResolution.DOCUMENT)


def _as(act: Act, other: Act) -> Act:
    """The act as described, under the identity of the other."""
    return replace(act, key=other.key)


def _compatible(act: Act, other: Act) -> bool:
    """Whether nothing that an act is said to be contradicts another."""
    if act.jurisdiction != other.jurisdiction:
        return False
    if act.date and other.date and not other.date.startswith(act.date):
        return False
    if is_policy_type(act.type):
        return other.title is not None and _names_policy(act, other)
    if act.type != other.type or (act.number and act.number != other.number):
        return False
    return not (act.codes and other.codes and act.codes != other.codes)


def _same_act(act: Act, other: Act) -> bool:
    if not _compatible(act, other):
        return False
    if act.codes:
        return act.codes == other.codes
    if act.title and other.title:
        return same_title(act.title, other.title)
    return act.date is not None and (len(act.date) == FULL or act.title is None)


def _names_policy(act: Act, other: Act) -> bool:
    """Whether a title approves the policy named: the same years where both have any, and most of its words."""
    mine, its = _years(act.title), _years(other.title)
    if mine and mine != its:
        return False
    words, known = _stems(act.title), _stems(other.title)
    shared = len(words & known) / max(1, len(words))
    return shared >= (0.5 if mine else 0.8)


def _years(title: str | None) -> frozenset[str]:
    return frozenset(regex.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", title or ""))


def _stems(title: str | None) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in comparable(title or "").split() if len(word) > 3 and not word.isdigit())


def same_title(a: str, b: str) -> bool:
    """Whether two titles are the same, one perhaps with an addition in brackets or cut short."""
    left, right = comparable(a), comparable(b)
    return left == right or (min(len(left), len(right)) > 24 and (left.startswith(right) or right.startswith(left)))


def _follow(mention: Mention, before: Sequence[Mention], after: Sequence[Mention]) -> Mention:
    """Uses of a short form take the key that the mention it stands for has got; a title alone keeps its rivals."""
    if mention.resolution is ActResolution.DEFINITION:
        origin = next(
            (new for old, new in zip(before, after, strict=True) if old.act is mention.act and new is not mention), None
        )
        return replace(mention, act=origin.act) if origin else mention
    if mention.resolution is ActResolution.DOCUMENT and mention.act.title and not mention.act.date:
        rivals = dict.fromkeys(
            other.act.key
            for other in after
            if other.act.key not in (None, mention.act.key)
            and other.act.type == mention.act.type
            and other.act.date
            and other.act.title
            and same_title(other.act.title, mention.act.title)
        )
        keys = tuple(key for key in rivals if key)
        return replace(
            mention, act=replace(mention.act, candidates=tuple(dict.fromkeys((*mention.act.candidates, *keys))))
        )
    return mention
