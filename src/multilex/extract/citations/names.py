"""
Names as sentences print them: lists of names in a citation, and whether a printed name is one of a reference.

A name in a sentence is inflected (Орловой, Сейітовтің, Orlova's) and may stand in another script than the reference
has, romanised letter by letter or by its sound. Endings and the words for *and others* are in ``packs/citations.toml``.
"""

from difflib import SequenceMatcher
from functools import cache, lru_cache

import regex

from multilex.extract.name_lattice import same_name
from multilex.packs import languages, table
from multilex.packs.sounds import sounds
from multilex.segment.names import has_ending
from multilex.segment.places import is_place

LONGEST = 200
"""Characters of a list of names that are looked at."""

_FEWEST_SOUNDS = 3
_SHORTEST_STEM = 3
_ALIKE = 0.6
_WORD = r"(?=[\p{L}'’]{2})\p{Lu}[\p{L}\p{M}]{0,39}+(?:['’ʼ`‑-]\p{L}[\p{L}\p{M}]{0,39}+){0,3}"
_INITIALS = r"(?:\p{Lu}\p{Ll}?\.[ -]?){1,3}"
_NAME_WORD = regex.compile(_WORD)
_POINTED = regex.compile(r"(?<!\p{L})\p{Lu}\p{Ll}?\.")


def _any(words: list[str]) -> str:
    return "|".join(regex.escape(word).replace(r"\ ", "[ ]?") for word in sorted(set(words), key=len, reverse=True))


@cache
def names_pattern() -> str:
    """A pattern of one name or a list of names: ``A. Orlova, Seitov & de Vries``, ``Орлова А.Б. и др.``"""
    names = table("names")
    words = names["particles"]["words"]
    particles = _any([*words, *(word.title() for word in words if len(word) > 2)])
    joining = _any([*names["joining"]["words"], *(word for pack in languages().values() for word in pack.words("and"))])
    apart = _any(names["patronymics"]["apart"])
    name = (
        rf"(?:{_INITIALS}[ ]?)?(?:(?:{particles})[ ]){{0,2}}{_WORD}(?:[ ](?:{apart})(?!\p{{L}}))?"
        rf"(?:,?[ ]?{_INITIALS}(?![ ]?\p{{L}})|[ ]?{_INITIALS}(?!\p{{L}})|[ ]\p{{Lu}}{{1,2}}(?![\p{{L}}.]))?"
    )
    between = rf"(?:[ ]?,[ ]?(?:(?:{joining})[ ])?|[ ](?:{joining})[ ]|[ ]?&[ ]?|[ ]?[–/][ ]?)"
    others = rf"(?:,?[ ]?[(]?(?P<others>{_any(table('citations')['names']['others'])})(?!\p{{L}})\.?[)]?)"
    return rf"(?P<names>{name}(?:{between}{name}){{0,7}}+){others}?"


def families_of(printed: str) -> tuple[str, ...]:
    """
    The family names in a printed list of names, in order.

    >>> families_of("A. Orlova, Seitov & de Vries J.")
    ('Orlova', 'Seitov', 'Vries')
    """
    names = table("names")
    apart, particles = set(names["patronymics"]["apart"]), set(names["particles"]["words"])
    words = [match[0] for match in _NAME_WORD.finditer(printed[:LONGEST]) if not _is_initial(printed, match)]
    last = len(words) - 1
    return tuple(
        word for at, word in enumerate(words) if word not in apart and (at == last or word.lower() not in particles)
    )


def _is_initial(printed: str, match: "regex.Match[str]") -> bool:
    """Whether a word of two letters is an initial: ``JA``, ``Ya.``"""
    return len(match[0]) < 3 and (match[0].isupper() or printed[match.end() : match.end() + 1] == ".")


def is_person(names: str, others: str | None) -> bool:
    """Whether a list of names is one of persons by its own form: initials, *et al.*, an ending of family names."""
    if others or _POINTED.search(names):
        return True
    families = families_of(names)
    return bool(families) and all(not is_place(one) and has_ending(one, "surnames") for one in families)


def same_family(printed: str, family: str) -> bool:
    """
    Whether a name in a sentence can be this family name, inflected or in another script.

    >>> same_family("Орловой", "Orlova"), same_family("Сейітовтің", "Сейітов"), same_family("Батлер", "Butler")
    (True, True, True)
    >>> same_family("Орлов", "Ореховский"), same_family("Curley", "Larsen")
    (False, False)
    """
    return _same_family(printed, family)


@lru_cache(maxsize=50_000)
def _same_family(printed: str, family: str) -> bool:
    last = regex.split(r"[\s-]", family)[-1]
    wanted = {family, last} if len(last) >= _SHORTEST_STEM else {family}
    return any(same_name(form, one) for form in _forms(printed) for one in wanted) or _sound_alike(printed, family)


def alike(printed: str, family: str) -> bool:
    """Whether two names may be one in spite of a slip or a loose romanisation: most of their sounds are the same.

    >>> alike("Лицжонг", "Lizhong"), alike("Curley", "Larsen")
    (True, False)
    """
    if same_family(printed, family):
        return True
    first, second = sounds(printed.casefold()), sounds(family.casefold())
    return first[:1] == second[:1] and SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


@lru_cache(maxsize=20_000)
def _forms(printed: str) -> frozenset[str]:
    """The name as printed and without what may be an ending."""
    found = {printed}
    for ending, instead in table("citations")["names"]["endings"]:
        stem = printed.removesuffix(ending)
        if stem != printed and len(stem) >= _SHORTEST_STEM:
            found.add(stem.rstrip("-–'’") + instead)
    return frozenset(found)


def _sound_alike(printed: str, family: str) -> bool:
    """Names in two scripts that sound the same, though no romanisation leads from one to the other; in Latin letters,
    names that differ as romanisations do: Khamzin and Hamzin.
    """
    if is_cyrillic(printed) and is_cyrillic(family):
        return False
    if not is_cyrillic(printed) and not is_cyrillic(family):
        return any(not _folded(form).isdisjoint(_folded(family)) for form in _forms(printed))
    heard = sounds(family.casefold())
    return len(heard) >= _FEWEST_SOUNDS and any(sounds(form.casefold()) == heard for form in _forms(printed))


@lru_cache(maxsize=20_000)
def _folded(name: str) -> frozenset[str]:
    """A romanised name without what schemes differ in; a *j* is read both ways, as in Jakupov and as in Vojtov."""
    word = regex.sub(r"[^\p{L}]", "", name.casefold())
    readings = {word.replace("j", other) for other in ("i", "zh")} if "zh" not in word else {word.replace("j", "i")}
    found = set()
    for reading in readings:
        for letters, instead in table("names")["romanised"]["folds"]:
            reading = reading.replace(letters, instead)
        found.add(regex.sub(r"(.)\1+", r"\1", reading))
    return frozenset(found)


def is_cyrillic(text: str) -> bool:
    """Whether a text has Cyrillic letters."""
    return regex.search(r"\p{Cyrillic}", text) is not None
