"""Catalogue: the acts known by ``packs/law/acts.toml``."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.fold import fold
from multilex.packs import table

_QUOTES = '"«»“”'


@dataclass(frozen=True, slots=True)
class KnownAct:
    """An act of the catalogue. `date` is ISO, `until` the day from which it no longer is in force."""

    key: str
    type: str
    code: str | None
    date: str
    number: str | None
    adilet: str | None
    until: str | None
    titles: tuple[tuple[str, str], ...]

    def in_force(self, day: str) -> bool:
        """Whether the act had been adopted and not yet been repealed on a day (or in a year).

        >>> next(act for act in acts() if act.code == "labour" and act.date[:4] == "2007").in_force("2012-05-01")
        True
        """
        return self.date[: len(day)] <= day and (self.until is None or day < self.until[: max(4, len(day))])


@cache
def acts() -> tuple[KnownAct, ...]:
    """All known acts."""
    return tuple(
        KnownAct(
            entry["key"],
            entry["type"],
            entry.get("code"),
            entry["date"],
            entry.get("number"),
            entry.get("adilet"),
            entry.get("until"),
            tuple(sorted(entry.get("title", {}).items())),
        )
        for entry in table("law/acts")["acts"]
    )


def by_key(key: str) -> KnownAct | None:
    """The act with a key; None if unknown.

    >>> by_key("kz/law/2011-07-22/477-IV").adilet
    'Z1100000477'
    """
    return next((act for act in acts() if act.key == key), None)


def by_date(date: str, number: str | None) -> KnownAct | None:
    """The act of a day with a number (the numeral of the convocation need not be printed); None if unknown.

    >>> by_date("2011-07-22", "477").key
    'kz/law/2011-07-22/477-IV'
    """
    return next(
        (
            act
            for act in acts()
            if act.date == date and number and act.number and act.number.split("-")[0] == number.split("-")[0]
        ),
        None,
    )


def by_title(title: str, kind: str | None = None) -> tuple[KnownAct, ...]:
    """Acts with a title, oldest first; `kind` narrows them to a type.

    >>> [act.date for act in by_title("О миграции населения")]
    ['1997-12-13', '2011-07-22']
    """
    wanted = comparable(title)
    found = [act for act in acts() if any(comparable(known) == wanted for _, known in act.titles)]
    return tuple(sorted((act for act in found if kind in (None, act.type)), key=lambda act: act.date))


def by_code(slug: str) -> tuple[KnownAct, ...]:
    """The codes that bore a name, oldest first."""
    return tuple(sorted((act for act in acts() if act.code == slug), key=lambda act: act.date))


def comparable(title: str) -> str:
    """A title for comparison: folded, without quotes, stops and bracketed additions."""
    return " ".join(regex.sub(r"\([^)]{0,80}\)|[\"'.,;:]", " ", fold(title)).split())


@cache
def title_pattern(lang: str) -> regex.Pattern[str]:
    """A pattern over folded text that matches the known titles that can follow or precede a noun in a language."""
    titles = sorted(set(_prepositional(lang)), key=len, reverse=True)
    if not titles:
        return regex.compile(r"(?!)")
    branches = "|".join(r"\s".join(regex.escape(word) for word in title.split()) for title in titles)
    return regex.compile(rf"(?<![\p{{L}}])(?:{branches})(?![\p{{L}}])")


def _prepositional(lang: str) -> Iterator[str]:
    for act in acts():
        if act.type == "constitution":
            continue
        for language, title in act.titles:
            if language == lang and not (act.code and _is_name(title)):
                yield fold(title)


def _is_name(title: str) -> bool:
    """Whether a title is the name of a code rather than what an act is about."""
    about = grammar.words()["titles"]
    begins = any(regex.match(begin, fold(title)) for begin in about["begins"].values())
    return not begins and not regex.search(rf"(?:{about['ends']['kk']})(?:\s\([^)]*\))?$", fold(title))
