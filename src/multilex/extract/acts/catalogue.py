"""Catalogue: the acts known by ``packs/law/acts``, and those that a user adds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.fold import fold
from multilex.extract.acts.known import HOME, KnownAct, known_act
from multilex.packs import tables
from multilex.packs.sounds import sounds

__all__ = ["Catalogue", "KnownAct", "acts", "by_code", "by_date", "by_key", "by_title", "comparable", "using"]

_PREFIX, _SUFFIX = 6, 10
_ENOUGH = 6


class Catalogue:
    """Acts with quick ways to find one: by key, by day and number, by title, by the name of a code."""

    def __init__(self, acts: Sequence[KnownAct], own: Sequence[KnownAct] = ()) -> None:
        keys = {act.key for act in own}
        known = [*(act for act in acts if act.key not in keys), *own]
        self.acts = tuple(sorted(known, key=lambda act: (act.date, act.key)))
        self._own = own

    @cached_property
    def by_key(self) -> Mapping[str, KnownAct]:
        """Acts by key."""
        return {act.key: act for act in self.acts}

    @cached_property
    def by_day(self) -> Mapping[tuple[str, str], Sequence[KnownAct]]:
        """Acts by day of adoption and number without the numeral of the convocation."""
        found = defaultdict(list)
        for act in self.acts:
            if act.number:
                found[act.date, plain_number(act.number)].append(act)
        return found

    @cached_property
    def by_number(self) -> Mapping[str, Sequence[KnownAct]]:
        """Acts of Kazakhstan by number with the numeral of the convocation."""
        found = defaultdict(list)
        for act in self.acts:
            if act.jurisdiction == HOME and act.number and act.number != plain_number(act.number):
                found[act.number].append(act)
        return found

    @cached_property
    def by_adilet(self) -> Mapping[str, KnownAct]:
        """Acts by id in the register."""
        return {act.adilet: act for act in self.acts if act.adilet}

    @cached_property
    def by_title(self) -> Mapping[str, Sequence[KnownAct]]:
        """Acts by title as `without_country` gives it."""
        found: dict[str, list[KnownAct]] = defaultdict(list)
        for act in self.acts:
            for title in {without_country(title) for _, title in (*act.titles, *act.aliases)}:
                found[title].append(act)
        return found

    @cached_property
    def by_sound(self) -> Mapping[str, Sequence[KnownAct]]:
        """Acts by the sounds of their Cyrillic titles, for titles that are printed romanised."""
        found: dict[str, list[KnownAct]] = defaultdict(list)
        for act in self.acts:
            said = (title for lang, title in (*act.titles, *act.aliases) if lang != "en")
            for heard in {heard for title in said if len(heard := _heard(title)) >= _ENOUGH}:
                found[heard].append(act)
        return found

    @cached_property
    def beginnings(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """Per language the folded titles that may stand beside a noun, longest first, by their first letters."""
        return {lang: _indexed(_prepositional(self.acts, lang), slice(0, _PREFIX)) for lang in _LANGUAGES}

    @cached_property
    def endings(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The same by their last letters."""
        return {lang: _indexed(_prepositional(self.acts, lang), slice(-_SUFFIX, None)) for lang in _LANGUAGES}

    @cached_property
    def abbreviations(self) -> tuple[regex.Pattern[str], Mapping[str, tuple[str, KnownAct]]] | None:
        """A pattern over printed text for the abbreviations of a user's own acts (those of the packs are part of the
        grammar), and the language and act of each; None when there are none.
        """
        forms = {form: (lang, act) for act in self._own for lang, form in act.abbreviations}
        if not forms:
            return None
        branches = "|".join(regex.escape(form) for form in sorted(forms, key=len, reverse=True))
        ending = r"(?:-\p{Ll}{1,6})?+(?![\p{L}\p{N}-])"
        return regex.compile(rf"(?<![\p{{L}}\p{{N}}-])(?P<form>{branches}){ending}"), forms


_LANGUAGES = ("kk", "ru", "en")


@cache
def _packed() -> Catalogue:
    return Catalogue([known_act(entry) for pack in tables("law/acts") for entry in pack["acts"]])


_CURRENT: ContextVar[Catalogue | None] = ContextVar("catalogue", default=None)


def current() -> Catalogue:
    """The catalogue in use: the packs' acts, unless `using` has added others."""
    return _CURRENT.get() or _packed()


@contextmanager
def using(own: Sequence[KnownAct]) -> Iterator[None]:
    """Add acts for a while; one with the key of a packed act stands in its place, and its abbreviations are read."""
    if not own:
        yield
        return
    token = _CURRENT.set(_extended(tuple(own)))
    try:
        yield
    finally:
        _CURRENT.reset(token)


@cache
def _extended(own: tuple[KnownAct, ...]) -> Catalogue:
    return Catalogue(_packed().acts, own)


def acts() -> tuple[KnownAct, ...]:
    """All known acts, oldest first."""
    return current().acts


def by_key(key: str) -> KnownAct | None:
    """The act with a key; None if unknown.

    >>> by_key("kz/law/2011-07-22/477-IV").adilet
    'Z1100000477'
    """
    return current().by_key.get(key)


def by_date(date: str, number: str | None, kind: str | None = None, jurisdiction: str = HOME) -> KnownAct | None:
    """The act of a day with a number (the numeral of the convocation need not be printed); None if unknown, or if
    `kind` is another type of act than the one that has this number.

    >>> by_date("2011-07-22", "477").key, by_date("2011-07-22", "477", "government_resolution")
    ('kz/law/2011-07-22/477-IV', None)
    """
    for act in current().by_day.get((date, plain_number(number or "")), ()):
        if act.jurisdiction == jurisdiction and (kind is None or _series(kind, date) == _series(act.type, date)):
            return act
    return None


def _series(kind: str, date: str) -> str:
    """The series that numbers an act of a type: laws of all kinds and codes share one, with the decrees of the years
    in which the President made laws.
    """
    return "law" if kind in _LAWS or (kind == "president_decree" and date[:4] in _BY_DECREE) else kind


_BY_DECREE = ("1995", "1996")
_LAWS = frozenset({"law", "code", "constitutional_law", "constitution", "decree_force_of_law", "federal_law"})


def by_title(title: str, kind: str | None = None, jurisdiction: str = HOME) -> tuple[KnownAct, ...]:
    """Acts with a title, oldest first; `kind` narrows them to a type, or else to those numbered in one series with it:
    a constitutional law is often just called a law. The name of the country at the end (in Kazakh at the beginning) may
    be missing or added, and Cyrillic titles may be romanised.

    >>> [act.date for act in by_title("О миграции населения")]
    ['1997-12-13', '2011-07-22']
    >>> by_title("O migracii naseleniya") == by_title("О миграции населения Республики Казахстан")
    True
    >>> [act.type for act in by_title("О выборах в Республике Казахстан", "law")]
    ['constitutional_law']
    """
    known = current().by_title.get(without_country(title)) or current().by_sound.get(_heard(title), ())
    found = tuple(act for act in known if act.jurisdiction == jurisdiction)
    if kind is None:
        return found
    same = tuple(act for act in found if act.type == kind)
    return same or tuple(act for act in found if _series(act.type, act.date) == _series(kind, act.date))


def by_number(number: str) -> Sequence[KnownAct]:
    """The acts of Kazakhstan with a number that has the numeral of a convocation.

    >>> [act.date for act in by_number("477-IV")]
    ['2011-07-22']
    """
    return current().by_number.get(number, ())


def by_adilet(id: str) -> KnownAct | None:
    """The act with an id of the register; None if unknown."""
    return current().by_adilet.get(id)


def by_code(slug: str, jurisdiction: str = HOME) -> tuple[KnownAct, ...]:
    """The codes that bore a name, oldest first."""
    return tuple(act for act in acts() if slug and act.code == slug and act.jurisdiction == jurisdiction)


def plain_number(number: str) -> str:
    """A number without the numeral of a convocation: ``477-IV`` is 477, ``152-ФЗ`` stays.

    >>> plain_number("477-IV"), plain_number("152-ФЗ")
    ('477', '152-ФЗ')
    """
    return regex.sub(r"-[IVX]{1,5}$", "", canonical(number))


@cache
def canonical(number: str) -> str:
    """A number with the letters of its series as keys have them.

    >>> canonical("KR DSM - 116/2020"), canonical("477-IV")
    ('ҚР ДСМ-116/2020', '477-IV')
    """
    for printed, key in grammar.words()["numbers"]["canonical"]:
        number = regex.sub(printed, key, number)
    return number


@cache
def comparable(title: str) -> str:
    """A title for comparison: folded, without quotes, stops and bracketed additions."""
    return " ".join(regex.sub(r"\([^)]{0,80}\)|[\"'.,;:]", " ", fold(title)).split())


@cache
def without_country(title: str) -> str:
    """A title for comparison without the country at either end, and the preposition before it.

    >>> without_country("О языках в Республике Казахстан"), without_country("О языках")
    ('о языках', 'о языках')
    """
    whole = comparable(title)
    begin, end = 0, len(whole)
    for pattern, ids in grammar.country_patterns().values():
        for match in pattern.finditer(whole):
            if ids[grammar.group_index(match, len(ids))] == HOME:
                begin = match.end() if match.start() == 0 else begin
                end = match.start() if match.end() == len(whole) else end
    rest = whole[begin:end].strip()
    return (regex.sub(r"(?:\s\p{L}{1,2})?$", "", rest) if end < len(whole) else rest) or whole


def _heard(title: str) -> str:
    """The sounds of a title without those that romanisations spell in several ways."""
    words = regex.findall(r"[\p{L}]+", comparable(title))
    return regex.sub("[jh]", "", "".join(sounds(word) for word in words))


def title_at(lang: str, folded: str, start: int) -> int | None:
    """Where the longest known title ends that begins at `start`; None when none does."""
    for title in current().beginnings.get(lang, {}).get(folded[start : start + _PREFIX], ()):
        end = start + len(title)
        if folded.startswith(title, start) and not folded[end : end + 1].isalpha():
            return end
    return None


def title_before(lang: str, folded: str, floor: int, end: int) -> int | None:
    """Where the longest known title begins, at `floor` or later, that ends at `end`; None when none does."""
    for title in current().endings.get(lang, {}).get(folded[max(0, end - _SUFFIX) : end], ()):
        start = end - len(title)
        if start >= floor and folded.startswith(title, start) and not folded[start - 1 : start].isalpha():
            return start
    return None


def _indexed(titles: set[str], letters: slice) -> dict[str, list[str]]:
    found = defaultdict(list)
    for title in sorted(titles, key=len, reverse=True):
        found[title[letters]].append(title)
    return found


def _prepositional(acts: Sequence[KnownAct], lang: str) -> set[str]:
    return {
        fold(title)
        for act in acts
        for language, title in (*act.titles, *act.aliases)
        if language == lang and act.type != "constitution" and not (act.code and _is_name(title))
    }


def _is_name(title: str) -> bool:
    """Whether a title is the name of a code rather than what an act is about."""
    about = grammar.words()["titles"]
    begins = any(regex.match(begin, fold(title)) for begin in about["begins"].values())
    return not begins and not regex.search(rf"(?:{about['ends']['kk']})(?:\s\([^)]*\))?$", fold(title))
