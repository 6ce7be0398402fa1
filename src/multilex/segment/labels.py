"""Printed labels and headings: which of the packs' forms a line begins with.

Matching folds case, ё, look-alike letters and blanks; one slip is allowed in words of seven letters and more.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from multilex.packs import languages
from multilex.vocabulary import SectionRole

_LOOKALIKE = str.maketrans("aceopxykmtbiə", "асеорхукмтвіә")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")
_NUMBERING = regex.compile(r"\s*(?:§\s?)?(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]?|[IVXІХ]{1,4}[.)])\s*(?=\p{L})")
_CLOSING = regex.compile(r"\)?\s{0,3}(?:\([^()]{1,40}\))?\s{0,3}(?:[:.]|[–—-](?=\s)|$)")
_STOP = regex.compile(r"[.:](?=\s|\p{Lu}|$)|\s[–—-]\s|$")
_LONGEST_LABEL = 90
_MOST_WORDS = 9
_LONGEST_HEADING = 110
_SHORTEST_FUZZY = 7
_LONG_PARAGRAPH = 200
_ENDING = 4  # letters of an inflection after a stem
_UNMISTAKABLE = (SectionRole.INTRODUCTION, SectionRole.CONCLUSION)


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a text: its meaning and language, and where it ends (code points of the text).

    `end` takes in the colon or full stop; `alone` tells that nothing follows.
    """

    meaning: str
    lang: str
    start: int
    end: int
    alone: bool


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


def fold(text: str) -> str:
    """Lower case, ё as е, Latin look-alikes as Cyrillic in words that hold a Cyrillic letter. One code point to one.

    >>> fold("Tүйін CӨЗДЕР")
    'түйін сөздер'
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    lowered = lowered.replace("ё", "е")
    if not _CYRILLIC.search(lowered):
        return lowered
    return _WORD.sub(lambda m: m[0].translate(_LOOKALIKE) if _CYRILLIC.search(m[0]) else m[0], lowered)


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return [match.group() for match in _WORD.finditer(fold(text))]


@cache
def _forms(meaning: str) -> dict[tuple[str, ...], str]:
    """Words of each printed form of a meaning -> language; the same form in two languages keeps the first."""
    forms: dict[tuple[str, ...], str] = {}
    for tag, pack in languages().items():
        for form in pack.labels(meaning):
            forms.setdefault(tuple(words(form)), tag)
    return forms


def find_label(text: str, meaning: str) -> Label | None:
    """The label of this meaning that the text begins with, or None.

    A label ends at a colon, full stop, dash or line end; ``keywords`` may go on after a mere blank.

    >>> find_label("Ключевые слова: право, труд", "keywords")
    Label(meaning='keywords', lang='ru', start=0, end=15, alone=False)
    >>> find_label("Аннотация", "abstract").alone
    True
    >>> find_label("Abstract algebra is a field", "abstract") is None
    True
    """
    begin, found = _head(text[: _LONGEST_LABEL + 40])
    start = len(text) - len(text.lstrip()) if _NUMBERING.match(text) else begin
    forms = _forms(meaning)
    for count in range(min(len(found), _most_words(meaning)), 0, -1):
        said = tuple(word for word, _ in found[:count])
        lang = forms.get(said) or _nearly(said, meaning)
        if lang is None:
            continue
        end = found[count - 1][1]
        closing = _CLOSING.match(text, end)
        if closing:
            return Label(meaning, lang, start, closing.end(), not text[closing.end() :].strip())
        if meaning == "keywords" and count > 1:
            return Label(meaning, lang, start, end, False)
    return None


@lru_cache(maxsize=1024)
def _head(text: str) -> tuple[int, list[tuple[str, int]]]:
    """Where a text begins after numbering and bullets, and its first undivided words with their ends."""
    numbering = _NUMBERING.match(text)
    begin = numbering.end() if numbering else len(text) - len(text.lstrip(" \t\u00a0*_#–—-"))
    folded = fold(text)
    found: list[tuple[str, int]] = []
    for match in _WORD.finditer(text, begin, begin + _LONGEST_LABEL):
        if len(found) > _MOST_WORDS or (found and not _joins(text[found[-1][1] : match.start()])):
            break
        found.append((folded[match.start() : match.end()], match.end()))
    return begin, found


def _joins(between: str) -> bool:
    """Whether what stands between two words keeps them in one label: blanks, hyphens, an opening bracket."""
    return not between.strip(" \t\u00a0-–(")


@cache
def _most_words(meaning: str) -> int:
    return max(map(len, _forms(meaning)), default=0)


@cache
def _by_shape(meaning: str) -> dict[tuple[int, int], list[tuple[str, str]]]:
    """(number of words, length) -> the forms of that shape and one letter more or less, with their languages."""
    shapes: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for form, lang in _forms(meaning).items():
        whole = " ".join(form)
        if len(whole) > _SHORTEST_FUZZY:
            for length in (len(whole) - 1, len(whole), len(whole) + 1):
                shapes.setdefault((len(form), length), []).append((whole, lang))
    return shapes


def _nearly(said: tuple[str, ...], meaning: str) -> str | None:
    whole = " ".join(said)
    near = _by_shape(meaning).get((len(said), len(whole)), ()) if len(whole) > _SHORTEST_FUZZY else ()
    return next((lang for form, lang in near if one_slip(whole, form)), None)


def one_slip(a: str, b: str) -> bool:
    """Whether two strings differ by at most one letter put in, left out, changed, or swapped with its neighbour.

    >>> one_slip("referenses", "references"), one_slip("auhtor", "author"), one_slip("выводы", "доводы")
    (True, True, False)
    """
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    i = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[i:], b[i:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (len(rest_a) > 1 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )


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
    numbering = _NUMBERING.match(heading)
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
    numbering = _NUMBERING.match(text)
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
    found = list(_WORD.finditer(text, begin, begin + _LONGEST_HEADING))
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
    if not said or len(said) > 9:
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
            not filler and len(part) >= _SHORTEST_FUZZY - 1 and one_slip(word[: len(part)], part)
        ):
            return False
    return True
