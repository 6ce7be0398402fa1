"""Grammar: the patterns of ``packs/law`` compiled, with their endings filled in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from multilex.extract.acts.anchors import alternation, beginnings, shortest
from multilex.packs import table

_BETWEEN = "int"
"""The jurisdiction of treaties whose parties are not told."""
LANGUAGES = ("kk", "ru", "en", "latn")
_SLOT = regex.compile(r"\{([a-z]+)\}")


def expand(pattern: str, parts: Mapping[str, str] | None = None) -> str:
    """A pattern with its {slots} replaced, by default with the endings of ``law/types.toml``.

    >>> regex.fullmatch(expand("указ{m}"), "указом")["plural"] is None
    True
    """
    known = endings() if parts is None else parts
    while (filled := _SLOT.sub(lambda slot: known.get(slot[1], slot[0]), pattern)) != pattern:
        pattern = filled
    return pattern


@cache
def endings() -> dict[str, str]:
    """Endings by name."""
    return dict(table("law/types")["endings"])


@cache
def words() -> dict[str, Any]:
    """The small words around citations: ``law/words.toml``."""
    return table("law/words")


@dataclass(frozen=True, slots=True)
class ActType:
    """A type of act; `evidence` is what must stand beside its noun, `by` turns it into another by the maker's body;
    `jurisdiction` is whose acts alone have this type, `home` whose act it is when nobody is named.
    """

    id: str
    evidence: str
    adilet: str | None
    jurisdiction: str | None
    home: str | None
    by: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Code:
    """A code known by name."""

    slug: str
    titled: tuple[regex.Pattern[str], ...]


@cache
def types() -> dict[str, ActType]:
    """Act types by id."""
    return {
        entry["id"]: ActType(
            entry["id"],
            entry["evidence"],
            entry.get("adilet"),
            entry.get("jurisdiction"),
            _BETWEEN if entry["evidence"] == "treaty" else entry.get("home"),
            entry.get("by", {}),
        )
        for entry in table("law/types")["types"]
    }


def hinted(folded: str, *packs: str) -> bool:
    """Whether a text holds a hint that the patterns of a pack are worth trying."""
    return _hints(packs).search(folded) is not None


@cache
def _hints(packs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternation(shortest(hint for pack in packs for hint in table(f"law/{pack}")["hints"])))


@cache
def codes() -> dict[str, Code]:
    """Codes by slug, with the patterns of their prepositional titles."""
    return {
        entry["slug"]: Code(
            entry["slug"],
            tuple(regex.compile(rf"\"?(?:{expand(title)})(?![\p{{L}}])") for title in entry.get("titled", {}).values()),
        )
        for entry in table("law/codes")["codes"]
    }


@cache
def head_patterns() -> dict[str, tuple[regex.Pattern[str], tuple[str, ...]]]:
    """Per language one pattern over all head nouns, and the type of each of its groups ``h0``, ``h1`` …"""
    patterns = {}
    for lang in LANGUAGES:
        nouns = [(entry["id"], noun) for entry in table("law/types")["types"] for noun in entry["heads"].get(lang, ())]
        branches = "|".join(f"(?P<h{i}>{expand(noun)})" for i, (_, noun) in enumerate(nouns))
        pattern = regex.compile(rf"(?<![\p{{L}}-])(?:{branches})(?P<either>(?!))?(?![\p{{L}}]|-\p{{L}})")
        patterns[lang] = (pattern, tuple(name for name, _ in nouns))
    return patterns


@cache
def head_beginnings() -> tuple[str, ...]:
    """How the head nouns of all languages begin."""
    nouns = (noun for entry in table("law/types")["types"] for nouns in entry["heads"].values() for noun in nouns)
    return shortest(begin for noun in nouns for begin in beginnings(expand(noun)))


@cache
def code_patterns() -> dict[str, tuple[regex.Pattern[str], tuple[str, ...]]]:
    """Per language one pattern over all codes named by an adjective, and the slug of each of its groups."""
    head = next(entry for entry in table("law/types")["types"] if entry["id"] == "code")["heads"]
    patterns = {}
    for lang in LANGUAGES:
        named = [(entry["slug"], entry[lang]) for entry in table("law/codes")["codes"] if lang in entry]
        named.sort(key=lambda one: -len(one[1]))
        branches = "|".join(f"(?P<h{i}>(?:{expand(name)}))" for i, (_, name) in enumerate(named))
        nouns = "|".join(expand(noun) for noun in head[lang])
        whole = [(e["slug"], e["whole"][lang]) for e in table("law/codes")["codes"] if lang in e.get("whole", {})]
        also = "".join(f"|(?P<h{len(named) + i}>{expand(name)})" for i, (_, name) in enumerate(whole))
        pattern = regex.compile(rf"(?<![\p{{L}}-])(?:(?:{branches})\s(?:{nouns}){also})(?![\p{{L}}]|-\p{{L}})")
        patterns[lang] = (pattern, tuple(slug for slug, _ in (*named, *whole)))
    return patterns


@cache
def code_rows() -> dict[str, tuple[regex.Pattern[str], tuple[str, ...]]]:
    """Per language the names of codes that share the noun of a later one: ``Бюджетного и Налогового кодексов``."""
    head = next(entry for entry in table("law/types")["types"] if entry["id"] == "code")["heads"]
    patterns = {}
    for lang in LANGUAGES:
        named = [(entry["slug"], entry[lang]) for entry in table("law/codes")["codes"] if lang in entry]
        named.sort(key=lambda one: -len(one[1]))
        each = "|".join(f"(?P<h{i}>{expand(name)})" for i, (_, name) in enumerate(named))
        some = "|".join(expand(name) for _, name in named)
        nouns = "|".join(expand(noun) for noun in head[lang])
        row = (
            rf"(?:,\s(?:{some})){{0,4}},?\s(?:{words()['gaps']['and']})\s(?:the\s)?(?:{some})\s(?:{nouns})(?![\p{{L}}])"
        )
        patterns[lang] = (regex.compile(rf"(?<![\p{{L}}-])(?:{each})(?={row})"), tuple(slug for slug, _ in named))
    return patterns


@cache
def abbreviations() -> dict[str, dict[str, tuple[str, ...]]]:
    """Per language: abbreviation -> slugs of the codes it may mean."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in table("law/codes")["codes"]:
        for lang, forms in entry.get("abbr", {}).items():
            for form in forms:
                of = found.setdefault(lang, {})
                of[form] = (*of.get(form, ()), entry["slug"])
    return found


@cache
def any_abbreviation() -> re.Pattern[str]:
    """A fast pattern that finds something in every text with an abbreviation of a code."""
    return re.compile(alternation(shortest(form for forms in abbreviations().values() for form in forms)))


@cache
def abbreviation_pattern(lang: str) -> regex.Pattern[str]:
    """Abbreviations of codes in printed text (capitals count), with a hyphened ending."""
    forms = sorted(abbreviations().get(lang, {}), key=len, reverse=True)
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}-])(?P<form>{'|'.join(forms)})(?:-\p{{Ll}}{{1,4}})?(?![\p{{L}}\p{{N}}-])"
    )


@dataclass(frozen=True, slots=True)
class Maker:
    """Whose act it is: the state or union, and the body if one is named; `lead` are words before the body's name,
    `earlier` the day before which its abbreviation was another body's, and that body.
    """

    jurisdiction: str | None
    body: str | None
    lead: regex.Pattern[str] | None = None
    earlier: tuple[str, str] | None = None

    def body_on(self, day: str | None) -> str | None:
        """The body that bore the name on a day.

        >>> Maker("kz", "court", earlier=("2023", "council")).body_on("2017-03-09")
        'council'
        """
        return self.earlier[1] if self.earlier and day and day < self.earlier[0] else self.body


def jurisdictions() -> Iterable[Mapping[str, Any]]:
    """The states and unions of the packs, Kazakhstan first."""
    return (table("law/kz"), table("law/ru"), *table("law/others")["jurisdictions"])


def jurisdiction_of_number(number: str) -> tuple[str, str | None] | None:
    """The state whose acts alone have numbers of this shape, and the type of act if the shape tells it.

    >>> jurisdiction_of_number("152-ФЗ"), jurisdiction_of_number("12")
    (('ru', 'federal_law'), None)
    """
    for entry in jurisdictions():
        if "number" in entry and regex.search(entry["number"], number):
            return entry["id"], entry.get("number_type")
    return None


@cache
def country_patterns() -> dict[str, tuple[regex.Pattern[str], tuple[str, ...]]]:
    """Per language one pattern over the names and abbreviations (group ``short…``) of states and unions."""
    patterns = {}
    for lang in LANGUAGES:
        branches: list[str] = []
        ids: list[str] = []
        for entry in jurisdictions():
            full = "|".join(expand(name) for name in entry.get("names", {}).get(lang, ()))
            short = "|".join(form.lower() for form in entry.get("short", {}).get(lang, ()))
            if full:
                branches.append(f"(?P<h{len(ids)}>{full})")
                ids.append(entry["id"])
            if short:
                branches.append(rf"(?P<h{len(ids)}>(?P<short>{short}){words()['makers']['endings']})")
                ids.append(entry["id"])
        patterns[lang] = (regex.compile(rf"(?<![\p{{L}}])(?:{'|'.join(branches)})(?![\p{{L}}])"), tuple(ids))
    return patterns


@cache
def maker_beginnings(lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How the names of states and of bodies begin in a language."""
    states = [name for entry in jurisdictions() for name in entry.get("names", {}).get(lang, ())]
    short = [form.lower() for entry in jurisdictions() for form in entry.get("short", {}).get(lang, ())]
    bodies = [entry[lang] for entry in _bodies() if lang in entry]
    return (
        shortest([*short, *(begin for name in states for begin in beginnings(expand(name)))]),
        shortest(begin for name in bodies for begin in beginnings(expand(name))),
    )


def _bodies() -> list[dict[str, Any]]:
    return [*table("law/others")["bodies"], *table("law/kz")["bodies"]]


@cache
def body_patterns() -> dict[str, tuple[regex.Pattern[str], tuple[Maker, ...]]]:
    """Per language one pattern over the bodies that make acts, and what each of its groups means."""
    patterns = {}
    for lang in LANGUAGES:
        named = [entry for entry in _bodies() if lang in entry or lang in entry.get("abbr", {})]
        branches = "|".join(f"(?P<h{i}>{_names(entry, lang)})" for i, entry in enumerate(named))
        makers = tuple(
            Maker(entry.get("jurisdiction"), entry["id"], _lead(entry, lang), _earlier(entry)) for entry in named
        )
        owner = r"(?:'s)?" if lang == "en" else ""
        patterns[lang] = (regex.compile(rf"(?<![\p{{L}}-])(?:{branches}){owner}(?![\p{{L}}])"), makers)
    return patterns


def _names(entry: Mapping[str, Any], lang: str) -> str:
    """A pattern of the names and abbreviations of a body."""
    short = "|".join(form.lower() for form in entry.get("abbr", {}).get(lang, ()))
    names = [expand(entry[lang])] if lang in entry else []
    return "|".join([*names, *([rf"(?:{short}){words()['makers']['endings']}"] if short else [])])


@cache
def body_abbreviations(lang: str) -> re.Pattern[str] | None:
    """Where an abbreviation of a body may begin in printed text; None for a language that has none."""
    forms = sorted({form for entry in _bodies() for form in entry.get("abbr", {}).get(lang, ())}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?![^\W_-])") if forms else None


def _earlier(entry: Mapping[str, Any]) -> tuple[str, str] | None:
    return (entry["earlier"]["until"], entry["earlier"]["id"]) if "earlier" in entry else None


def _lead(entry: Mapping[str, Any], lang: str) -> regex.Pattern[str] | None:
    lead = entry.get("lead", {}).get(lang)
    return regex.compile(rf"(?<![\p{{L}}-]){lead}$") if lead else None


@cache
def named_patterns() -> tuple[tuple[regex.Pattern[str], tuple[str, ...], str, Mapping[str, Any]], ...]:
    """Treaties by name and acts that carry a number in their name: (pattern, its beginnings, language, entry)."""
    found: list[tuple[regex.Pattern[str], tuple[str, ...], str, Mapping[str, Any]]] = []
    for entry in table("law/int")["treaties"]:
        for lang, names in entry["names"].items():
            branches = "|".join(expand(name) for name in names)
            pattern = regex.compile(rf"(?<![\p{{L}}-])(?:{branches})(?![\p{{L}}])")
            found.append((pattern, shortest(beginnings(branches)), lang, entry))
    for entry in table("law/eu")["numbered"]:
        pattern = regex.compile(rf"(?<![\p{{L}}-])(?:{expand(entry['pattern'])})(?![\p{{L}}\p{{N}}])")
        found.append((pattern, shortest(beginnings(expand(entry["pattern"]))), "", entry))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Order:
    """A pattern over letters (see ``law/orders.toml``) and the languages it holds for."""

    id: str
    languages: tuple[str, ...]
    pattern: regex.Pattern[str]


@cache
def orders() -> tuple[Order, ...]:
    """The orders in which the parts of a citation follow one another; the longest match counts."""
    pack = table("law/orders")
    return tuple(
        Order(
            entry["id"],
            tuple(entry["languages"]),
            regex.compile(expand(entry["order"], pack["parts"]), regex.POSIX),
        )
        for entry in pack["orders"]
    )


def group_index(match: regex.Match[str], count: int) -> int:
    """Which of the groups ``h0`` … took part in a match."""
    return next(i for i in range(count) if match.start(f"h{i}") >= 0)
