"""
Names in a reference, one or a list: initials before or after the family name, first names in full, any script.

The grammar is built on the words of ``packs/names.toml``; offsets are those of the draft.
"""

from dataclasses import dataclass
from functools import cache

import regex

from multilex.codes import skeleton
from multilex.codes._fold import signs
from multilex.extract.reference_fields.draft import Draft, Person
from multilex.extract.reference_fields.words import alternation, cues, places, regions
from multilex.packs import table
from multilex.segment.names import has_ending
from multilex.segment.names import plain as plain_word

_MOST = 60
"""Names in a list; more are none."""
_PAIR = 2
_FEWEST_FULL = 3
"""Names in a list that is told by nothing but its commas."""


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(regex.escape, words), key=len, reverse=True))


_DATA = table("names")
_LETTER = r"[\p{L}\p{M}'’‘ʼʻ`´ʹ#]"
_PARTICLES = _DATA["particles"]["words"]
_PARTICLE = rf"(?:(?:{_any([*_PARTICLES, *(word.title() for word in _PARTICLES if len(word) > 1)])})[\s-]){{0,2}}"
_BROKEN = rf"(?:(?<=['’])\s\p{{Ll}}{_LETTER}{{1,20}}+)?"
WORD = rf"\p{{Lu}}{_LETTER}{{1,30}}+{_BROKEN}(?:-\p{{Lu}}?{_LETTER}{{1,30}}+){{0,2}}"
_FAMILY = rf"{_PARTICLE}{WORD}(?:\s(?:{_any(_DATA['patronymics']['apart'])}|Jr\.?))?"
_LONG_INITIALS = [sound.title() for sound in _DATA["initials"]["several_letters"] if len(sound) > 2]
_SHORT = rf"(?:\p{{Lu}}\p{{Ll}}?\.|\p{{Lu}}{{2}}\.|(?:{_any(_LONG_INITIALS)})\.|3\.(?=\s?\p{{Lu}}\.))"
INITIALS = (
    rf"(?:\p{{Lu}}\s(?=\p{{Lu}}\.))?{_SHORT}(?:\s?-?\s?{_SHORT}){{0,3}}(?:\p{{Lu}}(?=[\s,;]|$)|\s\p{{Lu}}(?=[,;]))?"
)
_BARE = (
    r"\p{Lu}(?:\.?\s?\p{Lu})?(?=\s?[,;:(.]|\s(?:\p{Ll}|&|(?:19|20)[0-9]{2})|\s*$)"
    r"|(?:\p{Lu}{1,3}|\p{Lu}-\p{Lu})(?=\s?[,;.:]|\s*$)"
)
_ENDS = r"(?=\s?[,;.:(&]|\s*$|\s\p{Ll}{1,5}\s\p{Lu})"

_FAMILY_FIRST = regex.compile(rf"(?P<family>{_FAMILY}(?:\s{WORD})?),?\s{{0,2}}(?P<given>{INITIALS})(?!\p{{Ll}})")
_GLUED = regex.compile(rf"(?P<family>\p{{Lu}}\p{{Ll}}{{2,30}}+)(?P<given>{INITIALS})(?!\p{{Ll}})")
_BARE_AFTER = regex.compile(rf"(?P<family>{_FAMILY}),?\s{{1,2}}(?P<given>{_BARE})")
_GIVEN_FIRST = regex.compile(rf"(?P<given>{INITIALS})\s{{0,2}}(?P<family>{_FAMILY})")
_INITIALS_AGAIN = regex.compile(rf"\s{{0,2}}(?P<given>{INITIALS})")
_COMMA = regex.compile(
    rf"(?P<family>{_FAMILY}),\s(?P<given>{WORD}(?:\s(?:{WORD}|{_SHORT}|\p{{Lu}}(?=\s?[,.;]))){{0,2}}){_ENDS}"
)
_FULL = regex.compile(
    rf"(?P<one>{WORD})\s(?:(?P<middle>{_SHORT}|{WORD})\s)?(?P<last>{_FAMILY})(?=\s?[,;.:(&\x01]|\sand\s|\s*$)"
)
_INITIAL_FULL = regex.compile(rf"\p{{Lu}}\.\s{WORD}\s{_FAMILY}(?=\s?[,;.:(&]|\s*$)")
_GIVEN_MIDDLE = regex.compile(rf"(?P<first>{WORD})\s\p{{Lu}}\.\s(?P<family>{WORD})(?=\s?(?:(?P<sure>;)|[,.&]|and\s))")
_ONE_FULL = rf"{WORD}(?:\s(?:{WORD}|\p{{Lu}}\.)){{1,2}}|{INITIALS}\s?{WORD}"
_LAST_FULL = rf"{WORD}\s{WORD}|{INITIALS}\s?{WORD}|{WORD}\s(?:{WORD}|\p{{Lu}}\.)\s{WORD}(?=\s?\.)"
_FULL_LIST = regex.compile(
    rf"(?:(?P<name>{_ONE_FULL}),\s(?:and\s)?){{1,30}}(?:and\s)?(?P<last>{_LAST_FULL})"
    r"(?=\s\p{Lu}\S*\s\p{Ll}|[.,]\s?\p{Lu})"
)
_TWO = regex.compile(rf"(?P<given>{WORD})\s(?P<family>{WORD})(?=\s\p{{Lu}})")
_SHORT_FAMILY = regex.compile(r"(?P<given>(?:\p{Lu}\.[\s-]?){1,3})\s?(?P<family>\p{Lu}\p{Ll})\.")
_LOWER = regex.compile(r"\s\p{Ll}")
"""A word in lower case behind a name: *X. Ma. Catalytic fast* is the name X. Ma and a title."""
_STOPPED = regex.compile(r"\s?[,.;(]|(?<=,\s\p{Lu}{1,2})\s(?:19|20)[0-9]{2}[a-h]?[,.]?\s")
_IMPRINT = regex.compile(r"\s?(?:\(\p{Lu}|:)")
"""What follows a title, not a name: place and publisher in brackets, a subtitle."""
_CLOSED = regex.compile(r"\s*(?:[,;.:&(\"/]|-\s|//|$)|\s\p{Lu}\p{Ll}")


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names as read: `end` is after the last, `et_al` whether others are left out."""

    people: list[Person]
    end: int
    et_al: bool


def name_list(draft: Draft, start: int, *, head: bool = False, told: bool = False) -> Names | None:
    """The names that stand at an offset, divided by commas, semicolons or *and*; None where there are none.

    `told` is whether a word such as *edited by* says that what follows are names.
    """
    people: list[Person] = []
    end = position = start
    while len(people) < _MOST:
        degree = _degrees().match(draft.folded, position) if people or not head else None
        at = degree.end() if degree and degree.end() > position else position
        person = _name(draft, at, listed=bool(people), head=head, before=end, told=told)
        if person is None:
            break
        people.append(person)
        end = person.end
        if others := _et_al().match(draft.folded, end):
            return Names(people, others.end(), True)
        gap = _between().match(draft.folded, end)
        if gap is None or gap.end() == end:
            break
        position = gap.end()
    return Names(people, end, False) if people else None


def full_names(draft: Draft, start: int) -> Names | None:
    """Three names or more in full between commas, the last of two words: a list, however unknown the names."""
    match = _FULL_LIST.match(draft.plain, start)
    if match is None:
        return None
    people = [Person(*match.span("last"), literal=match["last"])]
    people[:0] = [Person(*span, literal=draft.plain[slice(*span)]) for span in match.spans("name")]
    if len(people) < _FEWEST_FULL or any(cues().count(draft.folded[one.start : one.end]) for one in people):
        return None
    return Names(people, match.end("last"), False)


def _name(draft: Draft, at: int, *, listed: bool, head: bool, before: int, told: bool) -> Person | None:
    text = draft.plain
    spaced_only = listed and text[before:at].strip(" ") == ""
    for pattern in (_FAMILY_FIRST, _GLUED):
        match = pattern.match(text, at)
        if match and not _is_word(match["family"]) and not _is_place(match["family"], match["given"]):
            full = _GIVEN_MIDDLE.match(text, at)
            if full and full.end() > match.end() and (full["sure"] or plain_word(full["first"]) in _given()):
                if full["sure"]:
                    return Person(*full.span(), literal=full[0])
                return Person(*full.span(), full["family"], text[at : full.start("family")].strip())
            return Person(*match.span(), match["family"].strip(), _mended(match["given"]))
    if spaced_only:
        return None
    if listed and (match := _INITIAL_FULL.match(text, at)):
        return Person(*match.span(), literal=match[0])
    match = _GIVEN_FIRST.match(text, at)
    if match and not _is_word(match["family"]) and (listed or not head or _closes(draft, match.end())):
        end = match.end()
        short = _SHORT_FAMILY.fullmatch(match["given"].strip()) if listed else None
        if short and _LOWER.match(text, end):
            return Person(at, at + short.end("family"), short["family"], short["given"].strip())
        again = _INITIALS_AGAIN.match(text, end)
        if again and again["given"].replace(" ", "") == match["given"].replace(" ", ""):
            end = again.end()
        return Person(at, end, match["family"], match["given"].strip())
    match = _BARE_AFTER.match(text, at)
    placed = match is not None and skeleton(match["family"]) in places()
    if match and not placed and not _is_word(match["family"]) and (listed or _bare_is_name(draft, match)):
        return Person(*match.span(), match["family"], match["given"].strip())
    match = _COMMA.match(text, at)
    if match and not _is_word(match["family"]) and "prose" not in cues().of(skeleton(match["given"].split()[0])):
        return Person(*match.span(), match["family"], match["given"])
    return _full(draft, at, listed=listed, head=head, told=told)


def _is_place(family: str, given: str) -> bool:
    """Whether it is a city and the letters of its country or state: *London, U.K.*"""
    return skeleton(given.replace(".", "")) in regions() and skeleton(family) in places()


def _mended(initials: str) -> str:
    """Initials with letters for the figures that look like them."""
    return initials.strip().translate(str.maketrans(table("reference_fields")["look_alikes"]))


def _full(draft: Draft, at: int, *, listed: bool, head: bool, told: bool) -> Person | None:
    """A name without initials: sure in a list, before a semicolon, or where the first name is known."""
    match = _FULL.match(draft.plain, at)
    if match and not any(_is_word(word) or _is_acronym(word) for word in match[0].split()):
        words = match[0].split()
        family_first = len(words) == _PAIR and plain_word(words[1]) in _given() and plain_word(words[0]) not in _given()
        if family_first:
            return Person(*match.span(), words[0], words[1])
        first = plain_word(words[0]) in _given()
        several = head and not listed and first and words[-1].isascii() and draft.plain[match.end() :][:1] == ","
        short = (
            several
            or match["middle"] is None
            or match["middle"].endswith(".")
            or has_ending(match["middle"], "patronymics")
        )
        if listed and head and not first and _IMPRINT.match(draft.plain, match.end()):
            return None
        if told and words[0].isascii() and len(words) == _PAIR and not has_ending(words[0], "surnames"):
            first = short = True
        if listed or told or (first and short) or draft.plain[match.end() :].lstrip()[:1] == ";":
            if not first or not short:
                return Person(*match.span(), literal=match[0])
            return Person(*match.span(), match["last"], draft.plain[match.start() : match.start("last")].strip())
    two = _TWO.match(draft.plain, at) if head and not listed else None
    known = [plain_word(two[part]) in _given() for part in ("given", "family")] if two else []
    if two and known == [True, False] and not _is_word(two["family"]):
        return Person(*two.span(), two["family"], two["given"])
    return None


def _is_acronym(word: str) -> bool:
    return word.isupper() and 1 < len(word) < 4


def _closes(draft: Draft, end: int) -> bool:
    """Whether a name with its initials first ends here: a separator follows, not the rest of a title."""
    ends = (_CLOSED.match(draft.plain, end), _and().match(draft.folded, end), _et_al().match(draft.folded, end))
    return any(match is not None for match in ends)


def _bare_is_name(draft: Draft, match: regex.Match[str]) -> bool:
    """Initials without points are sure only before another name, a point, a year or *et al.*"""
    return _STOPPED.match(draft.plain, match.end()) is not None or _et_al().match(draft.folded, match.end()) is not None


@cache
def _is_word(family: str) -> bool:
    """Whether words that initials may follow are none of a person: figure A, vitamin C, National Bank."""
    words = family.split()
    body = len(words) > 1 and any("body" in cues().of(skeleton(signs(word))) for word in words)
    return body or any(plain_word(word) in _not_names() for word in words)


@cache
def _not_names() -> frozenset[str]:
    return frozenset(table("names")["not_names"]["words"])


@cache
def _given() -> frozenset[str]:
    return frozenset(table("names")["given"]["names"])


@cache
def _et_al() -> regex.Pattern[str]:
    return regex.compile(rf"\s{{0,2}}[,.]?\s{{0,2}}[\[(]?{alternation('marks', 'et_al')}(?!\p{{L}})\.?[\])]?")


@cache
def _and() -> regex.Pattern[str]:
    return regex.compile(rf"\s{alternation('marks', 'and')}\s")


@cache
def _between() -> regex.Pattern[str]:
    word = alternation("marks", "and")
    comma, nothing = (
        rf"\s{{0,2}}\.?[,;][.,]?\s{{0,2}}(?:(?:…|\.\s?\.\s?\.)\s{{0,2}})?(?:{word}\s{{1,2}})?",
        r"\s{1,2}(?=\p{L})|(?<=\.)(?=\p{L}{3})",
    )
    return regex.compile(rf"{comma}|\s{{1,2}}{word}\s{{1,2}}|{nothing}")


@cache
def _degrees() -> regex.Pattern[str]:
    return regex.compile(rf"(?:(?:{alternation('marks', 'degree_before_name')})(?!\p{{L}})[.,]{{0,2}}\s{{0,2}}){{0,4}}")
