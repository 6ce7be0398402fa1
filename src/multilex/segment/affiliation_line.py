"""
Affiliation lines: organisations, places, degrees, addresses and identifiers told from titles and prose.

Words come from ``packs/organisations.toml`` and ``packs/places.toml``.
"""

from enum import StrEnum
from functools import cache

import regex

from multilex import packs
from multilex.segment.author_line import split_authors
from multilex.segment.names import Strength
from multilex.segment.places import place_of

LONGEST = 1500
"""Longer lines are no affiliation."""

MARK = (
    r"(?:\^\{[0-9\p{Ll},*\s]{1,12}\}|\^[0-9]{1,2}|[⁰¹²³⁴-⁹](?:[\s,]{0,2}[⁰¹²³⁴-⁹*]){0,8}"
    r"|[0-9]{1,2}(?=[\p{L}«\"“]|\s[\p{Lu}«\"“])|\*{1,3}(?=\S))"
)
"""The mark before an affiliation: ``¹``, ``¹,²``, ``^{1}``, ``1``, ``*``."""

_MARK = regex.compile(rf"\s*{MARK}\s*")
_DIVIDER = regex.compile(r",\s|\s?[–—]\s?|-\s|\s-")
_NUMBERED = regex.compile(r"\s*(?:\[[0-9]{1,3}\]|[0-9]{1,3}[.)]\s)")
_CITED = regex.compile(r"//|\s/\s|(?:^|\s)[–—-]\s[0-9]{4}|\.\s[–—-]\s|\((?:19|20)[0-9]{2}\)|\[[0-9]")
_SENTENCE_END = regex.compile(r"(?<=\p{Ll}{4})[.!?](?=\s+\p{Lu}\p{Ll}+\s+\p{Ll})")
_ADDRESS = regex.compile(
    r"[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|orcid\.org/|(?:[0-9]{4}-){3}[0-9]{3}[0-9Xx]"
)
_RUN_TOGETHER = regex.compile(r"(?<!\p{L})(?:\p{Lu}\p{Ll}{2,40}){2,6}(?!\p{L})")
_WORD = regex.compile(r"\p{L}[\p{L}'’.-]*")


class Line(StrEnum):
    """What a line about an author's place of work is."""

    ORGANISATION = "organisation"
    PLACE = "place"
    POSITION = "position"
    CONTACT = "contact"


def looks_like_affiliation(text: str) -> bool:
    """
    Whether a line belongs to the affiliations of a paper: see `affiliation_kind`.

    >>> looks_like_affiliation("¹Казахский национальный университет, Алматы, Казахстан")
    True
    >>> looks_like_affiliation("Роль университета в развитии региона")
    False
    """
    return affiliation_kind(text) is not None


def affiliation_kind(text: str) -> Line | None:
    """
    What an affiliation line says: an organisation, the place alone, a degree or position alone, or how to
    reach the author; None for titles, prose, headings, captions and references.

    >>> affiliation_kind("г. Алматы, Казахстан,")
    <Line.PLACE: 'place'>
    >>> affiliation_kind("PhD, доцент")
    <Line.POSITION: 'position'>
    >>> affiliation_kind("E-mail: author@example.kz")
    <Line.CONTACT: 'contact'>
    """
    if len(text) > LONGEST or not text.strip() or _NUMBERED.match(text):
        return None
    bare = _MARK.sub("", text, count=1) if _MARK.match(text) else text
    parts = [part for part in regex.split(r"[,;\n]", bare) if part.strip(" .")]
    if not parts:
        return None
    places = [place_of(part) for part in parts]
    if all(places) and any(place and place.kind in ("city", "country") for place in places):
        return Line.PLACE
    if _ADDRESS.search(bare) and len(_WORD.findall(_ADDRESS.sub("", bare))) <= 12:
        return Line.CONTACT
    if all(_vocabulary("degrees").fullmatch(part.strip()) for part in parts):
        return Line.POSITION
    if _vocabulary("contacts").match(bare.strip()) and len(_WORD.findall(bare)) <= 8:
        return Line.CONTACT
    ending = 0 if places[-1] is None else 2 + (len(parts) in (3, 4) and places[-2] is not None)
    return Line.ORGANISATION if _is_organisation(text, bare, ending) else None


def author_before(text: str) -> int | None:
    """
    Where the affiliation begins in a line that says first whose it is; None for any other line.

    >>> line = "Серік А.Б. – PhD, доцент, Институт права, Алматы"
    >>> line[author_before(line):]
    'PhD, доцент, Институт права, Алматы'
    >>> author_before("²Karlygash School-Gymnasium, Astana, Kazakhstan") is None
    True
    """
    for divider in _DIVIDER.finditer(text, 0, 100):
        names, rest = split_authors(text[: divider.start()]), text[divider.end() :]
        alone = len(names) == 1 and names[0].name.strength is Strength.SURE
        if alone and not text[names[0].end : divider.start()].strip(" ¹²³*."):
            following = rest.split(",")[0]
            known = is_position(following) or (
                divider.group().strip() != "," and affiliation_kind(rest) and not split_authors(following)
            )
            return divider.end() if known else None
    return None


def is_position(text: str) -> bool:
    """
    Whether a stretch between commas names a degree or post and no organisation.

    >>> is_position("доктор юридических наук"), is_position("профессор, Институт права")
    (True, False)
    """
    organisations = ("bodies", "abbreviations", "names")
    return bool(_vocabulary("degrees").match(text.strip())) and not any(
        _vocabulary(table).search(text) for table in organisations
    )


def with_blanks(text: str) -> str:
    """
    An affiliation with the blanks that printing lost: after commas, and between the words around a head word.

    >>> with_blanks("InnovativeUniversityofEurasia,Kazakhstan")
    'Innovative University of Eurasia, Kazakhstan'
    """
    text = regex.sub(r",(?=\p{L})", ", ", text)
    return _RUN_TOGETHER.sub(_parted, text)


def _parted(match: "regex.Match[str]") -> str:
    """The words of a run such as UniversityofLaw, where one of them is the head word of an organisation."""
    words: list[str] = []
    for word in regex.findall(r"\p{Lu}\p{Ll}{1,40}", match.group()):
        glued = _glued_head().fullmatch(word)
        words += glued.groups() if glued else [word]
    known = any(_vocabulary("bodies").fullmatch(word) for word in words)
    return " ".join(words) if known else match.group()


@cache
def _glued_head() -> "regex.Pattern[str]":
    data = packs.table("organisations")
    heads, glue = data["bodies"]["words"], data["glue"]["words"]
    return regex.compile(r"(?i)(\L<heads>)(\L<glue>)", heads=heads, glue=glue)


@cache
def _citing() -> "regex.Pattern[str]":
    words = packs.table("organisations")["citing"]["words"]
    return regex.compile(r"(?<!\S)\L<words>\s?[0-9]", words=words)


@cache
def contact_words() -> "regex.Pattern[str]":
    """A pattern for the words before an address or identifier, at the end of a text."""
    words = packs.table("organisations")["contacts"]["words"]
    return regex.compile(r"(?i)(?<![\p{L}-])\L<words>\s?[:(]?\s*$", words=words)


def _is_organisation(text: str, bare: str, ending: int) -> bool:
    """Weighs a head word, legal form, name bearer, mark and place against signs of prose and titles."""
    bare = with_blanks(bare)
    if _CITED.search(text) or _citing().search(text) or _SENTENCE_END.search(bare):
        return False
    words = _WORD.findall(bare)
    body = bool(_vocabulary("bodies").search(bare))
    seat = bool(_vocabulary("seats_of_learning").search(bare))
    form = bool(_vocabulary("abbreviations").search(bare) or _vocabulary("forms").search(bare))
    known = bool(_vocabulary("names").search(bare))
    score = 2 * body + seat + 2 * form + known + bool(_vocabulary("named_after").search(bare))
    score += 2 * (len(text) > len(bare)) + ending
    score -= sum(bool(_vocabulary("prose").fullmatch(word)) for word in words)
    score -= 2 * (bare.isupper() and len(words) > 3) + (len(words) > 30) + 2 * (len(words) > 60)
    score -= 2 * (len(words) > 12 and bare.rstrip().endswith("."))
    score -= 4 * (":" in bare) + 2 * bool(regex.search(r"\b(?:19|20)[0-9]{2}\b", bare))
    return (body or form or known or ending > 0) and score >= 3 and len(words) > 1


@cache
def _vocabulary(table: str) -> "regex.Pattern[str]":
    """A pattern for the words of one table, whole words only; names and abbreviations mind their case."""
    data = packs.table("organisations")
    words = {
        "forms": data["legal_forms"]["words"],
        "abbreviations": data["legal_forms"]["abbreviations"],
    }.get(table)
    words = words or data[table]["words"]
    flags = regex.V0 if table in ("abbreviations", "names") else regex.I
    return regex.compile(r"(?<![\p{L}-])\L<words>(?![\p{L}])", flags, words=words)
