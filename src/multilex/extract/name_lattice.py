"""
Whether two spellings can be the same name: Cyrillic and Latin, or Kazakh and Russian.

A Cyrillic name is read against a Latin one letter by letter, each letter or cluster in every Latin spelling
met for it; the table is ``packs/name_lattice.toml``.
"""

from functools import cache

import regex

from multilex import packs
from multilex.record import Author

LONGEST = 40
"""Longer names are compared letter for letter; of longer texts the beginning is looked at."""

_SPELT_OUT = regex.compile(r"\p{L}[\p{L}'’ʼ-]{2,40}")
_NOT_LETTERS = regex.compile(r"[^\p{L}]")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LATIN = regex.compile(r"\p{Latin}")


def same_person(first: Author, second: Author) -> bool:
    """Whether two printed names can be one person's: family names match and initials do not contradict; or family name
    and a given name that is spelt out match crosswise, where it was not to be seen which is which.
    """
    if first.family is None or second.family is None:
        return False
    if same_name(first.family, second.family) and same_initials(first.given, second.given):
        return True
    crossed = (first.family, second.given or ""), (second.family, first.given or "")
    return all(_SPELT_OUT.fullmatch(given) and same_name(family, given) for family, given in crossed)


def same_name(first: str, second: str) -> bool:
    """
    Whether two spellings can be one name, in whatever script.

    >>> same_name("Жұмабаев", "Zhumabayev"), same_name("Қасымов", "Касымов")
    (True, True)
    >>> same_name("Касымов", "Kassymova")
    False
    """
    if len(first) > LONGEST or len(second) > LONGEST:
        return first == second
    a, b = folded_name(first), folded_name(second)
    if _is_cyrillic(a) == _is_cyrillic(b):
        return not _levelled(a).isdisjoint(_levelled(b))
    cyrillic, latin = (a, b) if _is_cyrillic(a) else (b, a)
    return (len(cyrillic), len(latin)) in _readings(cyrillic, latin)


def same_initials(first: str | None, second: str | None) -> bool:
    """
    Whether the initials of given names do not contradict each other; what one leaves out may be anything.

    >>> same_initials("Ш.Ж.", "Sh."), same_initials("А.Б.", "B."), same_initials(None, "A.")
    (True, False, True)
    """
    pairs = zip(_words(first), _words(second), strict=False)
    return all(_same_initial(folded_name(a), folded_name(b)) for a, b in pairs)


def spelt_length(name: str, text: str) -> int:
    """
    How many letters of `name` the beginning of `text` spells.

    >>> spelt_length("Қасымова", "kassym81"), spelt_length("Smith", "smithson")
    (5, 5)
    """
    a, b = folded_name(name), folded_name(text)
    if _is_cyrillic(a) and not _is_cyrillic(b):
        return max((at for at, _ in _readings(a, b)), default=0)
    equal = [x == y for x, y in zip(a, b, strict=False)]
    return equal.index(False) if False in equal else len(equal)


@cache
def folded_name(name: str) -> str:
    """Lower case, letters only, diacritics of Latin alphabets and look-alikes of the other script folded."""
    name = name[: 2 * LONGEST].casefold()
    cyrillic = len(_LATIN.findall(name)) <= len(_CYRILLIC.findall(name))
    spelt = _table("folded")
    letters = (spelt.get(letter, (letter,))[0] for letter in name.translate(_look_alikes(cyrillic)))
    return _NOT_LETTERS.sub("", "".join(letters))[:LONGEST]


def _readings(cyrillic: str, latin: str) -> set[tuple[int, int]]:
    """All pairs (letters of the Cyrillic name, of the Latin text) that spell each other from the start."""
    reached, waiting = {(0, 0)}, [(0, 0)]
    while waiting:
        at, to = waiting.pop()
        for size, spelling in _spellings(cyrillic, at):
            goal = (at + size, to + len(spelling))
            doubled = (at + size, to + len(spelling) + 1)
            if latin.startswith(spelling, to) and goal not in reached:
                reached.add(goal)
                waiting.append(goal)
            if len(spelling) == 1 and latin.startswith(2 * spelling, to) and doubled not in reached:
                reached.add(doubled)
                waiting.append(doubled)
    return reached


def _spellings(cyrillic: str, at: int) -> list[tuple[int, str]]:
    """How the letter and the clusters at an offset may be spelt: (letters used, Latin spelling)."""
    if at >= len(cyrillic):
        return []
    letters, clusters = _table("letters"), _table("clusters")
    ways = [(1, spelling) for spelling in letters.get(cyrillic[at], (cyrillic[at],))]
    for size in (2, 3):
        cluster = cyrillic[at : at + size]
        ways += [(size, spelling) for spelling in clusters.get(cluster, ()) if len(cluster) == size]
        if at + size == len(cyrillic):
            ways += [(size, spelling) for spelling in clusters.get(cluster + "$", ())]
    return [(size, _NOT_LETTERS.sub("", spelling)) for size, spelling in ways]


def _same_initial(first: str, second: str) -> bool:
    if not first or not second:
        return True
    if _is_cyrillic(first) == _is_cyrillic(second):
        return not _levelled(first[0]).isdisjoint(_levelled(second[0]))
    cyrillic, latin = (first, second) if _is_cyrillic(first) else (second, first)
    spellings = [spelling for _, spelling in _spellings(cyrillic, 0) if spelling]
    several = next((latin[:size] for size in (4, 3, 2) if latin[:size] in _several_letters()), "")
    return any(latin.startswith(spelling) and len(spelling) >= len(several) for spelling in spellings)


@cache
def _several_letters() -> frozenset[str]:
    """Latin spellings of one Cyrillic letter that take several letters: С. is not Sh."""
    return frozenset(spelling for ways in _table("letters").values() for spelling in ways if len(spelling) > 1)


def _words(given: str | None) -> list[str]:
    return regex.findall(r"\p{L}+", given or "")


def _is_cyrillic(name: str) -> bool:
    return _CYRILLIC.search(name) is not None


def _levelled(name: str) -> set[str]:
    """The Russian spellings of a name, Kazakh or Russian, doubled letters single."""
    spelt = {name.translate(letters).replace(*_affricate()) for letters in _russian()}
    return {regex.sub(r"(.)\1", r"\1", one) for one in spelt}


@cache
def _look_alikes(cyrillic: bool) -> dict[int, int]:
    """Letters of the other script that look the same, for a name that is Cyrillic or not."""
    pair = packs.table("name_lattice")["look_alikes"]
    return str.maketrans(*((pair["latin"], pair["cyrillic"]) if cyrillic else (pair["cyrillic"], pair["latin"])))


@cache
def _russian() -> tuple[dict[int, int], ...]:
    table = packs.table("name_lattice")["russian"]
    return tuple(str.maketrans(table["from"], letters) for letters in table["to"])


@cache
def _affricate() -> tuple[str, str]:
    pair = packs.table("name_lattice")["russian"]["affricate"]
    return pair[0], pair[1]


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    entries = packs.table("name_lattice")[name]
    return {key: (value,) if isinstance(value, str) else tuple(value) for key, value in entries.items()}
