"""
Person names as journals print them: initials or first names before or after the family name, any script.

A name is read word by word. Each word gets a letter: I an initial, W a capitalised word, P a particle
(de, аль), S a word that closes a patronymic written apart (қызы, ogly), X anything else; the shape of the
letters tells the parts. Words, endings and first names come from ``packs/names.toml``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import regex

from multilex import packs

WORD = r"[-‐‑–]?\p{L}[\p{L}\p{M}'’‘ʼʻ`´ʹ]{0,40}+(?:[-‐‑–][\p{L}][\p{L}\p{M}'’‘ʼʻ`´ʹ]{0,40}+){0,3}\.?"
"""A word of a name, with the point of an initial: ``А.``, ``Sh.``, ``Al-Majeed``, ``O'Neil``."""

_WORDS = regex.compile(WORD)
_INITIAL = regex.compile(r"[-‐‑–]?\p{Lu}(?:[-‐‑–]\p{Lu})?\.?")
_POINTED = regex.compile(r"[-‐‑–]?\p{Lu}\p{Ll}{0,3}\.(?!.)")
_CAPITALISED = regex.compile(r"(?:\p{Ll}{1,2}['’‘ʼʻ`-]|\p{Ll}{2}-)?\p{Lu}[\p{L}\p{M}'’‘ʼʻ`´ʹ‐‑–-]+")

_PLAIN = str.maketrans("’‘ʼʻ`´‐‑–", "''''''---")

_PERSON = r"(?:P{0,3}W){1,2}S?"
_GIVEN_FIRST = regex.compile(rf"(?P<given>I{{1,4}})(?P<family>{_PERSON})I?")
_FAMILY_FIRST = regex.compile(rf"(?P<family>{_PERSON})(?P<given>I{{1,4}})")
_MIDDLE_INITIAL = regex.compile(r"(?P<given>WI{1,2})(?P<family>(?:P{0,3}W){1,2})")
_FULL = regex.compile(r"(?:P{0,3}WS?){2,4}")
_ALONE = regex.compile(r"P{0,3}WS?")
_SHAPES = (_GIVEN_FIRST, _FAMILY_FIRST, _MIDDLE_INITIAL, _FULL, _ALONE)
_SEVERAL = (
    regex.compile(r"I{1,4}P{0,3}WS?(?=I|$)"),
    regex.compile(r"P{0,3}WS?I{1,4}(?=P{0,3}W|$)"),
)


class Strength(IntEnum):
    """How surely a string that has the shape of a name is one."""

    ALONE = 0  # a single capitalised word
    WEAK = 1  # two or more capitalised words, or an initial without a point
    SURE = 2  # pointed initials, a patronymic, a known first name


@dataclass(frozen=True, slots=True)
class Name:
    """
    A person's name: `value` with blanks folded; `given` are initials or first names with the patronymic,
    None where only one word is printed.
    """

    value: str
    family: str
    given: str | None
    strength: Strength


def parse_author(text: str) -> Name | None:
    """
    The name that `text` is as a whole (no marks, no commas but one after the family name), or None.

    >>> parse_author("A.Sh. Utegenov")
    Name(value='A.Sh. Utegenov', family='Utegenov', given='A.Sh.', strength=<Strength.SURE: 2>)
    >>> parse_author("Ахметова Айгүл Серікқызы").family
    'Ахметова'
    >>> parse_author("право и закон")
    """
    folded = " ".join(text.replace(",", " ", 1).split())
    words = _WORDS.findall(folded)
    if not words or _WORDS.sub("", folded).strip():
        return None
    return name_of(words)


def name_of(words: Sequence[str]) -> Name | None:
    """
    The name that these words make together, in printed order; None where they make none.

    >>> name_of(["Ж.", "Б.", "Серікұлы"]).given
    'Ж.Б.'
    """
    tags = _tags(words)
    for shape in _SHAPES:
        match = shape.fullmatch(tags)
        if match is None:
            continue
        if shape in (_FULL, _ALONE):
            return _spelt_out(words, tags)
        given, family = (words[slice(*match.span(part))] for part in ("given", "family"))
        if any(plain(word) in _vocabulary("not_names") for word in family):
            return None
        strength = _strength(given, family, words)
        return Name(spaced(words), spaced(family), spaced(given), strength)
    return None


def several(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """
    Where names begin and end among words that no comma divides: (first word, word after the last).

    >>> list(several(["А.", "Иванов", "Б.", "Петров"]))
    [(0, 2), (2, 4)]
    """
    tags = _tags(words)
    for shape in _SEVERAL:
        spans = [match.span() for match in shape.finditer(tags)]
        covered = sum(end - start for start, end in spans)
        if len(spans) > 1 and covered == len(tags):
            yield from spans
            return
    yield 0, len(words)


def _tags(words: Sequence[str]) -> str:
    """The letters of the words; two capitals without points after a family name are initials: ``Serik AB``."""
    tags = "".join(map(tag, words))
    short = len(words) > 1 and words[-1].isupper() and len(words[-1]) == 2 and words[-1].isalpha()
    return tags[:-1] + "I" if short and not words[0].isupper() and tags.endswith("W") else tags


@cache
def tag(word: str) -> str:
    """The letter of a word: I, W, P, S or X (see the module)."""
    bare = word.rstrip(".").lstrip("-‐‑–")
    low = bare.casefold()
    if low in _vocabulary("apart"):
        return "S"
    if low in _vocabulary("several_letters") and bare[0].isupper() and (word.endswith(".") or len(bare) == 2):
        return "I"
    if _INITIAL.fullmatch(word) or _POINTED.fullmatch(word):
        return "I"
    if low in _vocabulary("particles") and bare[0].islower() and not word.endswith("."):
        return "P"
    if _CAPITALISED.fullmatch(bare) and len(bare) > 1:
        return "W"
    return "X"


def plain(word: str) -> str:
    """A word folded for look-up: lower case, no point, plain apostrophes and hyphens."""
    return word.rstrip(".,").casefold().translate(_PLAIN)


def spaced(words: Sequence[str]) -> str:
    """
    Words of a name as journals should print them: initials together, a blank before the family name.

    >>> spaced(["А.", "Ш.", "Иванов"])
    'А.Ш. Иванов'
    """
    value = ""
    for before, word in zip(["", *words], words, strict=False):
        glued = tag(before) == "I" and tag(word) == "I" if before else True
        value += word if glued else " " + word
    return value


def has_ending(word: str, table: str) -> bool:
    """Whether a word of at least five letters ends like a `patronymics` or `surnames` entry."""
    low = plain(word)
    return len(low) >= 5 and any(low.endswith(ending) and low != ending for ending in _vocabulary(table))


def _spelt_out(words: Sequence[str], tags: str) -> Name | None:
    parts = [words[slice(*match.span())] for match in _ALONE.finditer(tags)]
    if any(plain(word) in _vocabulary("not_names") for word in words):
        return None
    value = " ".join(words)
    if len(parts) == 1:
        return Name(value, value, None, Strength.ALONE)
    patronymic = [(len(part) > 1 and tag(part[-1]) == "S") or has_ending(part[-1], "patronymics") for part in parts]
    first_name = [plain(part[0]) in _vocabulary("given") for part in parts]
    sure = any(patronymic) or (any(first_name) and not value.isupper())
    at = _family_at(parts, patronymic, first_name)
    rest = [word for index, part in enumerate(parts) if index != at for word in part]
    return Name(value, " ".join(parts[at]), " ".join(rest), Strength.SURE if sure else Strength.WEAK)


def _family_at(parts: list[Sequence[str]], patronymic: list[bool], first_name: list[bool]) -> int:
    last = len(parts) - 1
    capitals = [index for index, part in enumerate(parts) if part[-1].isupper()]
    if len(capitals) == 1:
        return capitals[0]
    if last >= 2 and patronymic[last]:
        return 0
    if last >= 2 and patronymic[1]:
        return last
    if first_name[0] != first_name[1]:
        return last if first_name[0] else 0
    ends = [has_ending(part[-1], "surnames") for part in parts]
    return 0 if ends[0] and not any(ends[1:]) else last


def _strength(given: Sequence[str], family: Sequence[str], words: Sequence[str]) -> Strength:
    initials = [word for word in given if tag(word) == "I" or (len(word) == 2 and word.isupper())]
    pointed = any(word.endswith(".") for word in initials)
    double = sum(tag(word) == "W" for word in family) > 1
    inverted = words[-1] == given[-1] and len(initials) > 1
    if (double and not inverted) or words[-1] not in (given[-1], family[-1]):
        return Strength.WEAK
    return Strength.SURE if pointed or len(initials) > 1 else Strength.WEAK


@cache
def _vocabulary(table: str) -> frozenset[str]:
    data = packs.table("names")
    return frozenset(
        {
            "several_letters": data["initials"]["several_letters"],
            "particles": data["particles"]["words"],
            "apart": data["patronymics"]["apart"],
            "patronymics": data["patronymics"]["endings"],
            "surnames": data["surnames"]["endings"],
            "given": data["given"]["names"],
            "joining": data["joining"]["words"],
            "not_names": data["not_names"]["words"],
        }[table]
    )
