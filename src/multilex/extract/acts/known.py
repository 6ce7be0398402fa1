"""Known acts: an entry of the catalogue, and the reading of entries from TOML files, the packs' or a user's own."""

import datetime
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import regex

from multilex.errors import OptionError
from multilex.extract.acts import grammar

HOME = "kz"
LANGUAGES = ("kk", "ru", "en")
_DAY = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SOME_DAY = regex.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_TEXTS = ("key", "type", "jurisdiction", "code", "issuer", "date", "number", "registration", "adilet", "since", "until")
_FIELDS = frozenset({*_TEXTS, "successor", "articles", "title", "abbr", "verified"})


@dataclass(frozen=True, slots=True)
class KnownAct:
    """An act of the catalogue. `date` is the ISO day of its adoption, `since` the day from which it is in force (as
    far as it differs), `until` the day from which it no longer is; both in the precision known. `titles` has one per
    language, `aliases` further ones; `articles` is the first and the last article.
    """

    key: str
    type: str
    code: str | None
    date: str
    number: str | None
    adilet: str | None
    until: str | None
    titles: tuple[tuple[str, str], ...]
    jurisdiction: str = HOME
    since: str | None = None
    successor: str | None = None
    articles: tuple[int, int] | None = None
    aliases: tuple[tuple[str, str], ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    verified: Mapping[str, str] = field(default_factory=dict, compare=False)

    def in_force(self, day: str) -> bool:
        """Whether the act was in force on a day, or on some day of a month or year.

        >>> act = KnownAct("kz/law/2001-01-30/1-II", "law", None, "2001-01-30", "1-II", None, "2015-07-01", ())
        >>> act.in_force("2015-06-30"), act.in_force("2015-07-01"), act.in_force("2015"), act.in_force("2016")
        (True, False, True, False)
        """
        return (self.since or self.date) <= _latest(day) and (self.until is None or _earliest(day) < _bound(self.until))

    def repealed_by(self, day: str) -> bool:
        """Whether the act surely was no longer in force on a day, or on any day of a month or year."""
        return self.until is not None and _earliest(day) >= _bound(self.until)


def _earliest(day: str) -> str:
    return f"{day}-01-01"[: len("2020-01-01")]


def _latest(day: str) -> str:
    return f"{day}-12-31" if len(day) == len("2020") else f"{day}-31" if len(day) == len("2020-01") else day


def _bound(until: str) -> str:
    """The first day on which an act surely was not in force: the day given, else the day after the month or year."""
    return until if _DAY.fullmatch(until) else f"{_latest(until)}+"


def known_act(entry: Mapping[str, Any]) -> KnownAct:
    """The act of an entry of the catalogue."""
    titles = {lang: [said] if isinstance(said, str) else list(said) for lang, said in entry.get("title", {}).items()}
    articles = entry.get("articles")
    return KnownAct(
        key=entry.get("key") or _key(entry),
        type=entry["type"],
        code=entry.get("code"),
        date=entry["date"],
        number=entry.get("number"),
        adilet=entry.get("adilet"),
        until=entry.get("until"),
        titles=tuple(sorted((lang, said[0]) for lang, said in titles.items())),
        jurisdiction=entry.get("jurisdiction", HOME),
        since=entry.get("since"),
        successor=entry.get("successor"),
        articles=(articles[0], articles[1]) if articles else None,
        aliases=tuple((lang, other) for lang, said in sorted(titles.items()) for other in said[1:]),
        abbreviations=tuple((lang, form) for lang, forms in entry.get("abbr", {}).items() for form in forms),
        verified=entry.get("verified", {}),
    )


def _key(entry: Mapping[str, Any]) -> str:
    parts = (entry.get("jurisdiction", HOME), entry["type"].replace("_", "-"), entry["date"], entry.get("number"))
    return "/".join(part for part in parts if part)


def read_acts(path: str | Path) -> tuple[KnownAct, ...]:
    """The acts of a user's own TOML file. OptionError says what is wrong with it, and where.

    The file has one table ``[[acts]]`` per act: `type`, `date` and `title` at least (see docs/acts.md).
    """
    try:
        data = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise OptionError(f"acts: {path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise OptionError(f"acts: {path} is not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise OptionError(f"acts: {path} is not TOML: {error}") from error
    entries = data.get("acts")
    if not isinstance(entries, list) or not entries or not all(isinstance(one, dict) for one in entries):
        raise OptionError(f"acts: {path} has no [[acts]] tables; see docs/acts.md for an example")
    for count, entry in enumerate(entries, 1):
        for trouble in _troubles(entry):
            raise OptionError(f"acts: {path}, act {count}: {trouble}")
    acts = tuple(known_act(entry) for entry in entries)
    for count, act in enumerate(acts, 1):
        if any(act.key == other.key for other in acts[: count - 1]):
            raise OptionError(f"acts: {path}, act {count}: the key {act.key} is there already")
        taken = {form for other in acts[: count - 1] for _, form in other.abbreviations}
        for _, form in act.abbreviations:
            if form in taken:
                raise OptionError(f"acts: {path}, act {count}: {form!r} is the abbreviation of another act already")
    return acts


def _troubles(entry: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a user's entry, in words that say what to do."""
    for name in sorted(set(entry) - _FIELDS):
        yield f"there is no field {name!r}; the fields are {', '.join(sorted(_FIELDS))}"
    for name in _TEXTS:
        if name in entry and not isinstance(entry[name], str):
            yield f"{name} must be a string in quotation marks"
    kinds = _kinds()
    if entry.get("type") not in kinds:
        yield f"type must be one of {', '.join(sorted(kinds))}"
    if not _is_day(entry.get("date", "")):
        yield 'date must be the day of adoption, like "2020-01-31"'
    for name in ("since", "until"):
        if name in entry and not _SOME_DAY.fullmatch(entry[name]):
            yield f'{name} must be a day, a month or a year, like "2020-01-31"'
    if entry.get("code") and entry["code"] not in grammar.codes():
        yield f"code must be one of {', '.join(sorted(grammar.codes()))}"
    if not _is_by_language(entry.get("title"), str):
        yield 'title must be given in one language at least, like title.ru = "…"'
    if "abbr" in entry and not _is_by_language(entry["abbr"], list):
        yield 'abbr must be lists of strings, like abbr.ru = ["…"]'
    if "articles" in entry and not _is_pair(entry["articles"]):
        yield "articles must be the first and the last article, like [1, 204]"


def _is_day(said: str) -> bool:
    try:
        return bool(_DAY.fullmatch(said)) and datetime.date.fromisoformat(said) is not None
    except ValueError:
        return False


def _is_by_language(said: Any, kind: type) -> bool:
    """Whether a table gives strings (or, where `kind` is list, lists of strings) per language."""
    if not isinstance(said, dict) or not said or not set(said) <= set(LANGUAGES):
        return False
    lists = [[one] if isinstance(one, str) and kind is str else one for one in said.values()]
    return all(isinstance(one, list) and one and all(isinstance(x, str) and x.strip() for x in one) for one in lists)


def _is_pair(said: Any) -> bool:
    return isinstance(said, list) and len(said) == 2 and all(type(one) is int for one in said) and said[0] <= said[1]


@cache
def _kinds() -> frozenset[str]:
    """The types that acts of the catalogue may have."""
    return frozenset({*grammar.types(), *(kind for one in grammar.types().values() for kind in one.by.values())})
