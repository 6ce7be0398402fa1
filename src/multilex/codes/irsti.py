"""IRSTI, the interstate rubricator of scientific and technical information (МРНТИ, ГРНТИ, ҒТАМР).

A code has one to three groups of two figures (``10.79.35``). The codes of the rubricator are in ``irsti.txt``
beside this module, the names of the first level in ``packs/irsti.toml``. A first level that does not exist
makes a code malformed; a deeper one that is not in the list, unknown, for editions differ. ``.00`` pads.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import regex

from multilex.codes import Description, Level, Match, Part
from multilex.codes._fold import digits, signs
from multilex.codes._labels import labels
from multilex.codes._lists import separator
from multilex.packs import table
from multilex.vocabulary import CodeStatus

WINDOW = 40  # characters that one code may take

_END = r"(?![0-9]|\.[0-9])"
_POINT = r"\s?[.,:·-]\s{0,2}"
TRIPLE = regex.compile(rf"([0-9]{{2}}){_POINT}([0-9]{{2}}){_POINT}([0-9]{{2}}){_END}")
PAIR = regex.compile(rf"([0-9]{{2}})\s?\.\s?([0-9]{{2}}){_END}")
SINGLE = regex.compile(r"([0-9]{2})(?=\s*(?:[;,)]|\n|$))")
UNPOINTED = regex.compile(rf"([0-9]{{2}})[.,]?\s?([0-9]{{2}})[.,]?\s?([0-9]{{2}}){_END}")
HEADLESS = regex.compile(rf"()([0-9])\.([0-9]{{2}})\.([0-9]{{2}}){_END}")
GROUP = regex.compile("[0-9]{2}")
UNUSUAL = regex.compile(r", |[:·-]")  # between groups: counts only if the rubricator has the code
DAMAGED = regex.compile(rf"[0-9]{{1,2}}(?:\.[0-9]{{1,3}}){{1,3}}{_END}")
BARE = regex.compile(r"(?<![0-9\p{L}.,/@-])[0-9]{2}\.[0-9]{2}\.[0-9]{2}(?![0-9\p{L}/@-]|\.[0-9])")
# a number of another scheme, which the list may go on after
OTHER = regex.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,6}[^\s;,\p{L}]{0,60}")
DATE = regex.compile(r"(?:0[1-9]|[12][0-9]|3[01])\.(?:0[1-9]|1[0-2])\.[0-9]{2}")


def find(text: str, *, header: bool = False) -> Iterator[Match]:
    """The codes under a label of `text`, and codes that stand under a label of UDC by mistake.

    With `header` the caller vouches that `text` is the head of a paper: there a bare triple counts too if
    the rubricator has it, and one that could be a date only if its line holds nothing else.

    >>> [(m.value, m.status.value) for m in find("МРНТИ 34. 15.23; 10,77,51 и 10.79")]
    [('34.15.23', 'repaired'), ('10.77.51', 'repaired'), ('10.79', 'valid')]
    >>> [m.value for m in find("10.79.35", header=True)], [*find("10.79.35"), *find("МРНТИ 12.06.2025")]
    (['10.79.35'], [])
    """
    labelled = list(_labelled(text))
    bare = _bare(text, labelled) if header else ()
    yield from sorted((*labelled, *bare), key=lambda match: match.start)


def compact(text: str) -> str:
    """The code with its look-alike figures, blanks, commas and lost points mended.

    >>> compact("ЗО.51,23."), compact("107935"), compact("10. 79")
    ('30.51.23', '10.79.35', '10.79')
    """
    printed = _folded(text.strip()[:WINDOW].strip())
    read = _read(printed)
    return read[0] if read and not printed[read[1] :].strip(" .,;:") else printed.strip(" .,;:\n")


def is_valid(text: str) -> bool:
    """Whether the rubricator has the code, once mended.

    >>> is_valid("10.79.35"), is_valid("10.79.00"), is_valid("10.79.02"), is_valid("01.02.03")
    (True, True, False, False)
    """
    return describe(compact(text)).status is CodeStatus.VALID


def describe(value: str) -> Description:
    """Status and path of a canonical code, with the names of its first level.

    >>> [level.code for level in describe("10.79.35").path], describe("10.79.35").path[0].names["en"]
    (['10', '10.79', '10.79.35'], 'State and law. Legal sciences')
    """
    groups = value.split(".")
    parts = tuple(Part("group", group) for group in groups)
    names = table("irsti").get(groups[0])
    if names is None or len(groups) > 3 or not all(GROUP.fullmatch(group) for group in groups):
        return Description(value, CodeStatus.MALFORMED, parts)
    while groups[1:] and groups[-1] == "00":
        groups.pop()
    codes = [".".join(groups[: depth + 1]) for depth in range(len(groups))]
    known = codes[-1] in _rubricator()
    path = (Level(codes[0], dict(names)), *map(Level, codes[1:]))
    return Description(value, CodeStatus.VALID if known else CodeStatus.UNKNOWN, parts, path)


def claims(text: str) -> bool:
    """Whether `text` begins with a code of three groups that the rubricator has, whatever its label says."""
    triple = TRIPLE.match(text)
    return triple is not None and ".".join(triple.groups()) in _rubricator()


def _labelled(text: str) -> Iterator[Match]:
    for label in labels(text, "IRSTI", "UDC"):
        own, position = label.scheme == "IRSTI", label.code
        while True:
            if read := _read_at(text, position, own=own, first=position == label.code):
                value, end = read
                status = describe(value).status
                if status is CodeStatus.VALID and value != text[position:end]:
                    status = CodeStatus.REPAIRED
                rule = "irsti/label" if own else "irsti/mislabelled"
                yield Match(position, end, value, status, (label.start, label.end), rule)
            elif other := OTHER.match(text, position):
                end = other.end()
            else:
                break
            position = separator(text, end)
            if position == end:
                break


def _read_at(text: str, position: int, *, own: bool, first: bool) -> tuple[str, int] | None:
    """The code at `position` and its end; under a foreign label only a code that the rubricator has."""
    if not text[position : position + 1].isalnum():
        return None
    window = _folded(text[position : position + WINDOW])
    if not own:
        triple = TRIPLE.match(window) if claims(window) else None
        return (".".join(triple.groups()), position + triple.end()) if triple else None
    read = _read(window)
    if read is None and first and (damaged := DAMAGED.match(window)):
        read = damaged[0], damaged.end()
    return (read[0], position + read[1]) if read else None


def _read(text: str) -> tuple[str, int] | None:
    """The canonical code that `text` (folded) begins with, and where it ends."""
    known = _rubricator()
    for pattern in (TRIPLE, PAIR, SINGLE, UNPOINTED, HEADLESS):
        found = pattern.match(text)
        if found is None:
            continue
        groups = found.groups()
        value = ".".join(groups) if groups[0] else f"0{'.'.join(groups[1:])}"
        sure = pattern is PAIR or (pattern is TRIPLE and not UNUSUAL.search(found[0]))
        if sure or value in known:
            return value, found.end()
    return None


def _bare(text: str, labelled: list[Match]) -> Iterator[Match]:
    taken = {offset for match in labelled for offset in range(match.start, match.end)}
    for found in BARE.finditer(text):
        start, end = found.span()
        if start in taken or found[0] not in _rubricator():
            continue
        line = text[text.rfind("\n", 0, start) + 1 : start] + text[end:].split("\n", 1)[0]
        if DATE.fullmatch(found[0]) and line.strip(" ;,."):
            continue
        yield Match(start, end, found[0], CodeStatus.VALID, None, "irsti/bare")


def _folded(text: str) -> str:
    return digits(signs(text))


@cache
def _rubricator() -> frozenset[str]:
    """All codes of the rubricator, of all three levels."""
    codes = set(table("irsti"))
    for line in (files("multilex.codes") / "irsti.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            second, thirds = line.split(":")
            codes.add(second)
            codes.update(f"{second}.{third}" for third in thirds.split())
    return frozenset(codes)
