"""Affiliations: the units of one language cut at their marks, each with organisation, city and country."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from multilex.article import Article, Unit
from multilex.codes import email, orcid
from multilex.document import Document
from multilex.extract.values import folded
from multilex.record import Affiliation, found
from multilex.segment.affiliation_line import (
    MARK,
    Line,
    affiliation_kind,
    author_before,
    contact_words,
    is_position,
    with_blanks,
)
from multilex.segment.author_tokens import mark_values
from multilex.segment.places import Place, place_of
from multilex.vocabulary import MarkKind, Role

_LEADING = regex.compile(rf"\s*({MARK})\s*")
_INNER = regex.compile(r"(?<=[\s,;.)»\"”\p{L}])([⁰¹²³⁴-⁹](?:[\s,]{0,2}[⁰¹²³⁴-⁹]){0,8})(?=\s?[\p{L}«\"“])")
_INNER_DIGIT = regex.compile(r"(?<=[,;.]\s{0,2})([1-9][0-9]?)(?=\s?[\p{Lu}«\"“])")
_CITY = regex.compile(r"\p{Lu}\p{Ll}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2}")
_CONTINUES = regex.compile(r"\p{Ll}(?!\p{Ll}{0,2}-\p{Lu})")
_TAIL = " \t\n,;.(*"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the document that is one affiliation: its single marks, and its span without them."""

    start: int
    end: int
    marks: tuple[str, ...]


_LAST_STOP = regex.compile(r"(?<=\p{L}{4})\.$")  # the stop of a sentence, not of «г.» or «LLP.»


@dataclass(frozen=True, slots=True)
class Parts:
    """What an affiliation says: the organisation, and the city and country as printed."""

    organisation: str | None
    city: str | None
    country: str | None


def extract_affiliations(article: Article) -> tuple[Affiliation, ...]:
    """
    The affiliations in printed order. One that is printed over several lines is one; a unit that holds
    several is cut at marks, line feeds and semicolons. Degrees and addresses beside it are left out.
    """
    affiliations: list[Affiliation] = []
    counts: dict[str, int] = {}
    for language, units in _by_language(article):
        for stretch in _stretches(article, units):
            printed = article.document.text[stretch.start : stretch.end]
            value = _LAST_STOP.sub("", with_blanks(folded(printed)).rstrip(" ,;"))
            counts[language] = counts.get(language, 0) + 1
            parts = parts_of(value)
            affiliations.append(
                found(
                    Affiliation,
                    article.document,
                    stretch.start,
                    stretch.end,
                    "affiliation/mark" if stretch.marks else "affiliation/line",
                    id=f"{language}-a{counts[language]}",
                    lang=language,
                    value=value,
                    mark=",".join(stretch.marks) or None,
                    organisation=parts.organisation,
                    city=parts.city,
                    country=parts.country,
                )
            )
    return tuple(affiliations)


def parts_of(value: str) -> Parts:
    """
    The organisation, city and country of an affiliation; the places stand at its end (or, rarely, before it). A
    name that no pack knows is a city where a country follows it.

    >>> parts_of("Institute of Law, 53 Abai Ave., Almaty, Republic of Kazakhstan")
    Parts(organisation='Institute of Law', city='Almaty', country='Republic of Kazakhstan')
    >>> parts_of("ТОО «Центр права», г. Алматы")
    Parts(organisation='ТОО «Центр права»', city='Алматы', country=None)
    """
    pieces = [piece for piece in _comma_parts(value) if piece.strip(" .,;")]
    places: list[Place] = []
    while pieces and (tail := _tail_places(pieces[-1])):
        rest, found_places = tail
        places = found_places + places
        pieces.pop()
        if rest:
            pieces.append(rest)
            break
    before_country = bool(places) and places[0].kind == "country" and len(pieces) > 1
    if before_country and _CITY.fullmatch(pieces[-1]) and affiliation_kind(pieces[-1]) is None:
        places.insert(0, Place(pieces.pop(), "city", None))
    while len(pieces) > 1 and (place := place_of(pieces[0])) and place.kind != "address":
        places.append(place)
        pieces.pop(0)
    organisation = ", ".join(piece.strip(" .") for piece in pieces) or None
    city = next((place.text for place in places if place.kind == "city"), None)
    country = next((place.text for place in places if place.kind == "country"), None)
    return Parts(organisation, city, country)


def _tail_places(piece: str) -> tuple[str, list[Place]] | None:
    """The places at the end of a stretch between commas, and what stands before them; None without any."""
    whole = place_of(piece)
    if whole is not None:
        return "", [whole]
    for match in regex.finditer(r"(?<=[.»\"”\p{L}])\s+(?=\S)", piece):
        last = place_of(piece[match.end() :])
        if last is None or last.kind not in ("city", "country"):
            continue
        first = place_of(piece[: match.start()])
        if first is not None:
            return "", [first, last]
        if piece[match.start() - 1] in '.»"”':
            return piece[: match.start()], [last]
    return None


def _comma_parts(value: str) -> list[str]:
    """The parts between commas that stand in no quotation marks or brackets."""
    parts, depth = [""], 0
    for letter in value:
        depth += (letter in "«“(") - (letter in "»”)")
        if letter == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    if depth > 0:  # a mark of quotation that is never closed
        return [part.strip() for part in value.split(",")]
    return [part.strip() for part in parts]


def _by_language(article: Article) -> Iterator[tuple[str, list[Unit]]]:
    """
    Runs of affiliation units of one language; author lines between them do not part a run. A line that ends with an
    address may be one too.
    """
    run: list[Unit] = []
    for unit in article.of(Role.AFFILIATION, Role.EMAIL):
        if unit.role == Role.EMAIL and not _before_address(article.text(unit)):
            continue
        language = unit.group or unit.language.tag
        if run and (run[-1].group or run[-1].language.tag) != language:
            yield run[0].group or run[0].language.tag, run
            run = []
        run.append(unit)
    if run:
        yield run[0].group or run[0].language.tag, run


def _before_address(text: str) -> bool:
    return "@" in text and affiliation_kind(_without_address(text)) is Line.ORGANISATION


def _without_address(text: str) -> str:
    """The text up to its first address or identifier, and to the words that announce it."""
    hits = [match.start for match in (*email.find(text), *orcid.find(text))]
    if hits:
        text = text[: min(hits)].rstrip(_TAIL)
        while label := contact_words().search(text):
            text = text[: label.start()].rstrip(_TAIL)
    return text.rstrip(" ,;(*")


def _stretches(article: Article, units: list[Unit]) -> list[Stretch]:
    """The affiliations of a run of units: cut at marks and lines, put together again where one goes on."""
    text = article.document.text
    cut = [part for unit in units for part in _cut(article.document, unit.start, unit.end)]
    parts = [bare for part in cut if (bare := _without_contacts(text, part)) is not None]
    marked = sum(bool(part.marks) for part in parts) * 2 >= len(parts)
    with_places = any(_ends_in_place(text, part) for part in parts)
    whole: list[Stretch] = []
    for part in parts:
        if whole and _goes_on(text, whole[-1], part, marked, with_places):
            whole[-1] = Stretch(whole[-1].start, part.end, whole[-1].marks)
        else:
            whole.append(part)
    return [part for part in whole if affiliation_kind(text[part.start : part.end]) is not Line.POSITION]


def _cut(document: Document, start: int, end: int) -> Iterator[Stretch]:
    text = document.text
    letters = {
        mark.start: mark.end
        for mark in document.marks_in(start, end, MarkKind.SUPERSCRIPT)
        if regex.fullmatch(r"\p{Ll}(?:,\s?\p{Ll}){0,5}", text[mark.start : mark.end])
    }
    for line in regex.finditer(r"[^\n]+", text, pos=start, endpos=end):
        if not line.group().strip():
            continue
        leading = _LEADING.match(text, *line.span())
        numbered = bool(leading and leading.group(1)[0].isdecimal())
        body = leading.end() if leading else line.start()
        starts = [line.start()] + [mark.start() for mark in _INNER.finditer(text, body, line.end())]
        if numbered and leading is not None:
            starts += _counting(text, body, line.end(), int(leading.group(1)))
        starts += [at for at in letters if line.start() <= at < line.end()]
        starts += _semicolons(text, *line.span())
        bounds = sorted(set(starts))
        for first, last in zip(bounds, [*bounds[1:], line.end()], strict=True):
            mark = _LEADING.match(text, first, last)
            printed = text[first : letters[first]] if first in letters else mark.group(1) if mark else ""
            body = letters.get(first, mark.end() if mark else first)
            marks = tuple(value for value in mark_values(printed) if value != "*")
            printed = text[body:last]
            body += len(printed) - len(printed.lstrip(" \t;,"))
            stop = body + len(text[body:last].rstrip(" \t\n,;"))
            if stop > body:
                yield Stretch(body, stop, marks)


def _counting(text: str, start: int, end: int, number: int) -> list[int]:
    """Where plain figures that count on from `number` stand before the next affiliations of a line."""
    places = []
    for match in _INNER_DIGIT.finditer(text, start, end):
        if int(match.group(1)) == number + 1:
            places.append(match.start())
            number += 1
    return places


def _semicolons(text: str, start: int, end: int) -> list[int]:
    """After each semicolon of a line, when every part of the line is an organisation."""
    places = [match.end() for match in regex.finditer(";", text, pos=start, endpos=end)]
    bounds = [start, *places, end]
    parts = [text[first:last].strip(" ;") for first, last in pairwise(bounds)]
    kinds = [affiliation_kind(part) for part in parts if part]
    return places if len(kinds) > 1 and all(kind is Line.ORGANISATION for kind in kinds) else []


def _without_contacts(text: str, part: Stretch) -> Stretch | None:
    """The stretch up to its first address or identifier and the words before it; None if nothing is left."""
    printed = _without_address(text[part.start : part.end])
    if affiliation_kind(printed) is Line.CONTACT:
        return None
    start = author_before(printed) or 0
    start += _after_positions(printed[start:])
    stretch = Stretch(part.start + start, part.start + len(printed), part.marks)
    return stretch if printed[start:].strip() else None


def _after_positions(printed: str) -> int:
    """Where the organisation begins after degrees and posts (0 where nothing else is there)."""
    at = 0
    for comma in regex.finditer(r",\s*|$", printed):
        if not is_position(printed[at : comma.start()]):
            return at
        at = comma.end()
    return 0


def _goes_on(text: str, before: Stretch, part: Stretch, marked: bool, with_places: bool) -> bool:
    """Whether a stretch is more of the affiliation before it."""
    printed = text[part.start : part.end]
    if part.marks:
        return False
    if affiliation_kind(printed) is Line.PLACE or _CONTINUES.match(printed):
        return True
    if _ends_in_place(text, before):
        return not _ends_in_place(text, part) and marked
    return marked or with_places or text[before.end : before.end + 1] == ","


def _ends_in_place(text: str, part: Stretch) -> bool:
    parts = parts_of(folded(text[part.start : part.end]))
    return parts.city is not None or parts.country is not None
