"""
The words of references, from ``packs/reference_fields.toml``: as patterns over folded text and as cues of single words.

Words are compared by their skeleton (`multilex.codes.skeleton`: upper case, look-alike letters equal), and each
Cyrillic word stands also for its spellings in every romanisation scheme.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

import regex

from multilex.codes import skeleton
from multilex.codes._fold import signs
from multilex.packs import table
from multilex.packs.romanisation import schemes

_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_STAR = r"\p{L}*+"
_WORD = regex.compile(r"[\p{L}\p{M}'’#`]++(?:-[\p{L}\p{M}'’#`]++)*+|№")


@cache
def forms(name: str, key: str) -> tuple[str, ...]:
    """The folded forms of a word list with its romanisations, longest first; a star stays at the end."""
    found: set[str] = set()
    for word in table("reference_fields")[name][key]:
        found.update(skeleton(signs(spelling)) for spelling in spellings(word))
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def spellings(word: str) -> set[str]:
    """
    A word and its romanised spellings.

    >>> sorted(spellings("том"))
    ['tom', 'том']
    """
    if not _CYRILLIC.search(word):
        return {word}
    return {word} | {latin for table in schemes().values() if not _CYRILLIC.search(latin := word.translate(table))}


@cache
def alternation(name: str, key: str) -> str:
    """A pattern, for folded text, of any word of a list; blanks bend, and there are none where a point suffices."""
    return "(?:" + "|".join(_pattern(form) for form in forms(name, key)) + ")"


def _pattern(form: str) -> str:
    body = regex.escape(form.removesuffix("*"), literal_spaces=True)
    body = body.replace(r"\. ", r"\.\s{0,2}").replace(" ", r"\s{1,3}")
    return body + (_STAR if form.endswith("*") else "")


_LOOKED_FOR = ("marks", "genres", "editions", "official", "medium")
_REMEMBERED = 50_000


class Cues:
    """What single words tell: cue names by folded word, and by the beginnings that admit any ending."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        self.whole: dict[str, set[str]] = {}
        self.stems: dict[str, set[str]] = {}
        for cue, word in words:
            target = self.stems if word.endswith("*") else self.whole
            target.setdefault(word.rstrip("*."), set()).add(cue)
        self.sizes = sorted({len(stem) for stem in self.stems})
        self.of = lru_cache(_REMEMBERED)(self._of)

    def _of(self, word: str) -> frozenset[str]:
        """The cues of a folded word."""
        found = set(self.whole.get(word, ()))
        for size in self.sizes:
            if size > len(word):
                break
            found |= self.stems.get(word[:size], set())
        return frozenset(found)

    def count(self, folded: str) -> dict[str, int]:
        """How many words of a folded text tell each cue."""
        counts: dict[str, int] = {}
        for word in _WORD.findall(folded):
            for cue in self.of(word) or (self.of(word.rpartition("-")[2]) if "-" in word else ()):
                counts[cue] = counts.get(cue, 0) + 1
        return counts


@cache
def cues() -> Cues:
    """The cues of ``[cues]``."""
    return Cues((key, form) for key in table("reference_fields")["cues"] for form in forms("cues", key))


@cache
def openings() -> Cues:
    """The lists ``table.key`` that hold a word or a phrase that begins with it: a cheap look before a dear pattern."""
    lists = [(name, key) for name in _LOOKED_FOR for key, words in table("reference_fields")[name].items() if words]
    return Cues(
        (f"{name}.{key}", _opening(form)) for name, key in lists for form in forms(name, key) if not _is_dotted(form)
    )


@cache
def dotted() -> dict[str, frozenset[str]]:
    """The phrases that begin with a single letter and a point (a.c.), each with the lists that hold it."""
    found: dict[str, set[str]] = {}
    for name in _LOOKED_FOR:
        for key in table("reference_fields")[name]:
            for form in forms(name, key):
                if _is_dotted(form):
                    found.setdefault(form.rstrip("."), set()).add(f"{name}.{key}")
    return {form: frozenset(lists) for form, lists in found.items()}


def _is_dotted(form: str) -> bool:
    return form[1:2] == "." and form[0].isalpha()


def _opening(form: str) -> str:
    """The first word of a phrase, with the star of a single word."""
    first = _WORD.match(form)
    word = first[0] if first else form
    return word + "*" if form == word + "*" else word


@cache
def regions() -> frozenset[str]:
    """The folded letters of states and countries that stand behind a city: Cambridge, MA."""
    return frozenset(skeleton(letters) for letters in table("reference_fields")["places"]["regions"])


@cache
def places() -> frozenset[str]:
    """The folded names of cities and countries, and the short forms that references use, without points."""
    data, own = table("places"), table("reference_fields")["places"]["short"]
    names = [name for kind in ("cities", "countries") for group in data[kind].values() for name in group]
    return frozenset(skeleton(signs(spelling)).rstrip(".") for name in [*names, *own] for spelling in spellings(name))
