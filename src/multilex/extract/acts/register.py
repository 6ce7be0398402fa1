"""Register: what the catalogue and the register's own rule say of an act that the paper names."""

from collections.abc import Collection
from dataclasses import dataclass

import regex

from multilex.extract.acts import catalogue
from multilex.extract.acts.identity import FULL, HOME, Act, adilet_id
from multilex.extract.acts.known import KnownAct
from multilex.extract.acts.mention import Mention
from multilex.extract.acts.titles import is_policy_type


@dataclass(frozen=True, slots=True)
class Entry:
    """Key and adilet id of an act; `known` is its entry of the catalogue, `candidates` others that would fit."""

    key: str | None
    adilet: str | None
    known: KnownAct | None
    candidates: tuple[str, ...] = ()


_NOTHING = Entry(None, None, None)


def entry(
    act: Act,
    key: str | None,
    registration: tuple[str, str] | None,
    day: str | None,
    articles: Collection[int] = (),
) -> Entry:
    """The register's entry of an act: by date and number; a title or a name alone only when one act bore it on the
    paper's `day` (ISO, in whatever precision; None when unknown), or when of several one alone has the `articles`
    cited; else none, with the candidates. A code by name is known without a day when no other ever bore the name.

    >>> entry(Act("code", "kz", codes=("labour",)), "kz/code/labour", None, "2020").key
    'kz/code/2015-11-23/414-V'
    >>> entry(Act("code", "kz", codes=("labour",)), "kz/code/labour", None, None).key is None
    True
    >>> entry(Act("code", "kz", codes=("civil",)), "kz/code/civil", None, "2020", [917]).key
    'kz/code/1999-07-01/409'
    """
    if act.jurisdiction is None or is_policy_type(act.type):
        return _NOTHING
    if key and act.date is None and act.number is None and (known := catalogue.by_key(key)):
        return _entry(known)
    home = act.jurisdiction == HOME
    if act.date and len(act.date) == FULL and act.number:
        known = catalogue.by_date(act.date, act.number, act.type, act.jurisdiction)
        if known is None and key is None:
            return _NOTHING
        return Entry(known.key if known else key if home else None, adilet_id(act, registration), known)
    named = _named(act)
    if act.date:
        named = tuple(known for known in named if known.date.startswith(act.date))
        fits = named
    else:
        fits = tuple(known for known in named if day is not None and known.in_force(day))
    fits = tuple(known for known in fits if has_articles(known, articles)) or fits
    if not fits and day is None and act.type == "code" and len(named) == 1:
        fits = named
    if len(fits) == 1:
        return _entry(fits[0])
    return Entry(None, None, None, tuple(known.key for known in named))


def _entry(known: KnownAct) -> Entry:
    """The entry of a known act, its id by the register's rule if it is not given."""
    act = Act(known.type, known.jurisdiction, date=known.date, number=known.number)
    return Entry(known.key, known.adilet or adilet_id(act, None), known)


def has_articles(known: KnownAct, articles: Collection[int]) -> bool:
    """Whether an act has all articles of these numbers, as far as is known."""
    return known.articles is None or all(known.articles[0] <= one <= known.articles[1] for one in articles)


def cited_articles(mention: Mention) -> tuple[int, ...]:
    """The numbers of the articles cited of an act, without the further ones that amendments put between them."""
    said = [value for _, _, paths in mention.pinpoints for path in paths for unit, value in path if unit == "article"]
    return tuple(int(one) for value in said for one in regex.findall(r"(?<![0-9-])[0-9]{1,4}(?![0-9])", value))


def _named(act: Act) -> tuple[KnownAct, ...]:
    assert act.jurisdiction is not None
    if act.type == "constitution":
        return tuple(
            known for known in catalogue.acts() if (known.type, known.jurisdiction) == (act.type, act.jurisdiction)
        )
    if len(act.codes) == 1 and act.type == "code":
        return catalogue.by_code(act.codes[0], act.jurisdiction)
    return catalogue.by_title(act.title, act.type, act.jurisdiction) if act.title else ()
