"""Register: what the catalogue and the register's own rule say of an act that the paper names."""

from dataclasses import dataclass

from multilex.extract.acts import catalogue
from multilex.extract.acts.catalogue import KnownAct
from multilex.extract.acts.identity import FULL, HOME, Act, adilet_id
from multilex.extract.acts.titles import is_policy_type


@dataclass(frozen=True, slots=True)
class Entry:
    """Key and adilet id of an act; `known` is its entry of the catalogue, `candidates` others that would fit."""

    key: str | None
    adilet: str | None
    known: KnownAct | None
    candidates: tuple[str, ...] = ()


def entry(act: Act, key: str | None, registration: tuple[str, str] | None, day: str | None) -> Entry:
    """The register's entry of an act: by date and number; a title or a name alone only when one act bore it on the
    paper's `day` (ISO, in whatever precision; None when unknown), else none, with the candidates.

    >>> entry(Act("code", "kz", codes=("labour",)), "kz/code/labour", None, "2020").key
    'kz/code/2015-11-23/414-V'
    >>> entry(Act("code", "kz", codes=("labour",)), "kz/code/labour", None, None).key is None
    True
    """
    if act.jurisdiction != HOME or is_policy_type(act.type):
        return Entry(None, None, None)
    if act.date and len(act.date) == FULL and act.number:
        known = catalogue.by_date(act.date, act.number)
        return Entry(known.key if known else key, adilet_id(act, registration), known)
    named = _named(act)
    if act.date:
        named = tuple(known for known in named if known.date.startswith(act.date))
        fits = named
    else:
        fits = tuple(known for known in named if day is not None and known.in_force(day))
    if len(fits) == 1:
        return Entry(fits[0].key, fits[0].adilet, fits[0])
    return Entry(None, None, None, tuple(known.key for known in named))


def _named(act: Act) -> tuple[KnownAct, ...]:
    if act.type == "constitution":
        return tuple(known for known in catalogue.acts() if known.type == "constitution")
    if len(act.codes) == 1 and act.type == "code":
        return catalogue.by_code(act.codes[0])
    return catalogue.by_title(act.title, act.type) if act.title else ()
