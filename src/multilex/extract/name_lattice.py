"""
Whether a name in Cyrillic and a name in Latin script, or two spellings in one script, can be the same name.

A Cyrillic name is turned into a pattern with every Latin spelling met for each letter or cluster; the Latin name is
folded and matched against it. The table is ``packs/name_lattice.toml``.
"""

from functools import cache

import regex

from multilex import packs
from multilex.record import Author

_NOT_LETTERS = regex.compile(r"[^\p{L}]")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_VOICED = str.maketrans("әғқңөұүіһёʼ", "агкноууихе'")


def same_person(first: Author, second: Author) -> bool:
    """Whether two printed names can be one person's: family names match and initials do not contradict."""
    return (
        first.family is not None
        and second.family is not None
        and same_name(first.family, second.family)
        and same_initials(first.given, second.given)
    )


def same_name(first: str, second: str) -> bool:
    """
    Whether two spellings can be one name, in whatever script.

    >>> same_name("Жұмабаев", "Zhumabayev"), same_name("Қасымов", "Касымов"), same_name("Касымов", "Kassymova")
    (True, True, False)
    """
    first, second = _folded(first), _folded(second)
    cyrillic = [bool(_CYRILLIC.search(name)) for name in (first, second)]
    if cyrillic == [True, False]:
        return _lattice(first).fullmatch(second) is not None
    if cyrillic == [False, True]:
        return _lattice(second).fullmatch(first) is not None
    return _levelled(first) == _levelled(second)


def same_initials(first: str | None, second: str | None) -> bool:
    """
    Whether the initials of given names do not contradict each other; what one of them leaves out may be anything.

    >>> same_initials("Ш.Ж.", "Sh."), same_initials("А.Б.", "B."), same_initials(None, "A.")
    (True, False, True)
    """
    pairs = zip(_initials(first), _initials(second), strict=False)
    return all(_first_letters_agree(a, b) for a, b in pairs)


def _initials(given: str | None) -> list[str]:
    return regex.findall(r"\p{L}+", given or "")


def _first_letters_agree(first: str, second: str) -> bool:
    a, b = _folded(first), _folded(second)
    if bool(_CYRILLIC.search(a)) == bool(_CYRILLIC.search(b)):
        return _levelled(a[:1]) == _levelled(b[:1])
    cyrillic, latin = (a, b) if _CYRILLIC.search(a) else (b, a)
    starts = _table("letters").get(cyrillic[0], (cyrillic[0],))
    return any(latin.startswith(start) for start in starts if start) or latin[0] == cyrillic[0]


def _folded(name: str) -> str:
    """Lower case, letters only, Latin diacritics and look-alikes of the other script folded."""
    name = name.casefold()
    latin = len(regex.findall(r"\p{Latin}", name))
    if latin * 2 < len(regex.findall(r"\p{L}", name)):
        name = name.translate(_TO_CYRILLIC)
    else:
        name = name.translate(_TO_LATIN)
    return _NOT_LETTERS.sub("", "".join(_table("folded").get(letter, (letter,))[0] for letter in name))


_TO_CYRILLIC = str.maketrans("aceiopxyhkmtəë", "асеіорхункмтәё")
_TO_LATIN = str.maketrans("асеіорхукмтнә", "aceiopxykmthə")


def _levelled(name: str) -> str:
    """Kazakh and Russian spellings of a Cyrillic name made equal: Қасымов and Касымов; doubled letters too."""
    return regex.sub(r"(.)\1", r"\1", name.translate(_VOICED).replace("ы", "и").replace("й", "и"))


@cache
def _lattice(name: str) -> "regex.Pattern[str]":
    """The pattern of all Latin spellings of a folded Cyrillic name of at most 40 letters."""
    pattern, at, clusters = "", 0, _table("clusters")
    name = name[:40]
    while at < len(name):
        ways = [name[at]]
        spellings = [_either(_table("letters").get(name[at], (name[at],)))]
        for size in (3, 2):
            cluster = name[at : at + size]
            key = cluster + "$" if at + size >= len(name) and cluster + "$" in clusters else cluster
            if len(cluster) == size and key in clusters:
                ways.append(cluster)
                singles = "".join(_either(_table("letters").get(letter, (letter,))) for letter in cluster)
                spellings = [f"(?:{_either(clusters[key])}|{singles})"]
                at += size - 1
                break
        pattern += spellings[0]
        at += 1
    return regex.compile(pattern)


def _either(spellings: tuple[str, ...]) -> str:
    letters = sorted({_NOT_LETTERS.sub("", spelling) for spelling in spellings}, key=len, reverse=True)
    return "(?:" + "|".join(f"{letter}{{1,2}}" if len(letter) == 1 else letter for letter in letters) + ")"


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    entries = packs.table("name_lattice")[name]
    return {key: tuple(value) if isinstance(value, list) else (value,) for key, value in entries.items()}
