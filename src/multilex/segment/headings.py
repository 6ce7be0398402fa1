"""Section headings: lines all of whose words are heading words of the packs, alone or run into a paragraph."""

from dataclasses import dataclass
from functools import cache

import regex

from multilex.packs import languages
from multilex.segment.labels import NUMBERING, SHORTEST_FUZZY, WORD, one_slip, words
from multilex.vocabulary import SectionRole

_STOP = regex.compile(r"[.:](?=\s|\p{Lu}|$)|\s[–—-]\s|$")
_LONGEST_HEADING = 110
_MOST_WORDS = 9
_LONG_PARAGRAPH = 200
_ENDING = 4  # letters of an inflection after a stem
_UNMISTAKABLE = (SectionRole.INTRODUCTION, SectionRole.CONCLUSION)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading at the beginning of a text, with its number: `start`–`end` has no outer blanks.

    `level` is from the number (1.2 is 2).
    """

    role: SectionRole
    lang: str
    start: int
    end: int
    level: int
    alone: bool


@cache
def _stems(tag: str) -> dict[str, list[tuple[tuple[str, ...], SectionRole | None]]]:
    """The heading stems of a language by their first letter, longest first; None is a filler."""
    stems: list[tuple[tuple[str, ...], SectionRole | None]] = []
    for name, entries in languages()[tag].data.get("headings", {}).items():
        role = None if name == "filler" else SectionRole(name)
        stems += [(tuple(words(entry)), role) for entry in entries]
    stems.sort(key=lambda stem: (-len(stem[0]), stem[1] is None, -len("".join(stem[0]))))
    by_letter: dict[str, list[tuple[tuple[str, ...], SectionRole | None]]] = {}
    for stem in stems:
        by_letter.setdefault(stem[0][0][0], []).append(stem)
    return by_letter


def without_number(heading: str) -> str:
    """A heading without the number before it.

    >>> without_number("2.1. Материалы и методы"), without_number("Results")
    ('Материалы и методы', 'Results')
    """
    numbering = NUMBERING.match(heading)
    return heading[numbering.end() :] if numbering else heading


def find_heading(text: str) -> Heading | None:
    """The section heading that the text begins with, or None: alone on its line, or run into the paragraph.

    >>> find_heading("2. Материалы и методы исследования").role
    <SectionRole.METHODS: 'methods'>
    >>> find_heading("Introduction. Energy is needed.").end
    13
    >>> find_heading("Results show that wages grew in 2020.") is None
    True
    """
    numbering = NUMBERING.match(text)
    start = len(text) - len(text.lstrip())
    begin = numbering.end() if numbering else start
    level = numbering.group().count(".", 0, -2) + 1 if numbering else 1
    head = text[begin : begin + _LONGEST_HEADING + 1]
    stop = _STOP.search(head)
    if stop is None or stop.start() > _LONGEST_HEADING:
        return _unstopped(text, start, begin, level)
    end = begin + (stop.end() if stop.group() in (".", ":") else stop.start())
    for tag in languages():
        role = _role(tuple(words(head[: stop.start()])), tag)
        if role is not None:
            return Heading(role, tag, start, end, level, not text[end:].strip())
    return _unstopped(text, start, begin, level)


def _unstopped(text: str, start: int, begin: int, level: int) -> Heading | None:
    """A heading run into a long paragraph with no stop after it: the next word begins with a capital."""
    if len(text) < _LONG_PARAGRAPH:
        return None
    found = list(WORD.finditer(text, begin, begin + _LONGEST_HEADING))
    for count in range(min(len(found) - 1, 6), 0, -1):
        after, end = found[count].group(), found[count - 1].end()
        if not after[0].isupper() or after.isupper() or text[end : found[count].start()].strip():
            continue
        for tag in languages():
            role = _role(tuple(words(text[begin:end])), tag)
            if role in _UNMISTAKABLE or (role is not None and count > 1):
                return Heading(role, tag, start, end, level, False)
    return None


def _role(said: tuple[str, ...], tag: str) -> SectionRole | None:
    roles: list[SectionRole] = []
    index = 0
    if not said or len(said) > _MOST_WORDS:
        return None
    stems = _stems(tag)
    while index < len(said):
        for stem, role in stems.get(said[index][0], ()):
            if _begins(said[index : index + len(stem)], stem, role is None):
                index += len(stem)
                if role is not None:
                    roles.append(role)
                break
        else:
            role = _glued("".join(said[index:]), tag) or _glued("".join(said), tag)
            if role is None:
                return None
            roles.append(role)
            break
    if not roles:
        return None
    if SectionRole.RESULTS in roles and SectionRole.DISCUSSION in roles:
        return SectionRole.RESULTS_AND_DISCUSSION
    if roles[0] == SectionRole.RESULTS and SectionRole.CONCLUSION in roles:
        return SectionRole.CONCLUSION
    return roles[0]


@cache
def _phrases(tag: str) -> list[tuple[str, SectionRole]]:
    """The heading stems of several words, without the blanks between them."""
    stems = [stem for letter in _stems(tag).values() for stem in letter]
    return [("".join(stem), role) for stem, role in stems if len(stem) > 1 and role is not None]


def _glued(rest: str, tag: str) -> SectionRole | None:
    """The role of a phrase that lost a blank (``Сведения обавторах``): it may end in a few letters more."""
    return next(
        (role for phrase, role in _phrases(tag) if rest.startswith(phrase) and len(rest) - len(phrase) <= _ENDING), None
    )


def _begins(said: tuple[str, ...], stem: tuple[str, ...], filler: bool) -> bool:
    if len(said) < len(stem):
        return False
    for word, part in zip(said, stem, strict=True):
        if filler and len(part) < 4:
            if word != part:
                return False
        elif not word.startswith(part) and not (
            not filler and len(part) >= SHORTEST_FUZZY - 1 and one_slip(word[: len(part)], part)
        ):
            return False
    return True
