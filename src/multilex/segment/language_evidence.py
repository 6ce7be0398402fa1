"""What single words say about their language: telling letters, function words, from the pack."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_BASE = {
    "Cyrl": frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя"),
    "Latn": frozenset("abcdefghijklmnopqrstuvwxyz"),
}
Hint = tuple[frozenset[str], frozenset[str]]
"""The languages that a word tells of (none when it is silent), and those that have no such letters."""

_NONE: frozenset[str] = frozenset()
_WORD_POINTS, _LETTER_POINTS = 2.0, -7.0
_LONG = 6  # letters of a word whose ending tells


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of one script. `tags` are its languages, `costs` what each starts with."""

    tags: tuple[str, ...]
    costs: dict[str, float]
    alphabets: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]  # a word and the languages that have it
    endings: dict[str, tuple[str, ...]]  # of a language, which the loans of no other here have
    telling: frozenset[str]  # letters beyond the basic alphabet of the script
    common: frozenset[str]  # letters of all its languages
    seen: dict[frozenset[str], Hint] = field(default_factory=dict)  # what sets of letters say

    def hint(self, word: str) -> Hint:
        """What a word says by its letters, or as a known word."""
        if self.common.issuperset(word):
            return self.words.get(word, _NONE), _NONE
        told, excluded = self._of_letters(frozenset(word) - self.common)
        return self.words.get(word, told), excluded

    def points(self, word: str) -> dict[str, float]:
        """Nats to add to the letter model for a word, by language; languages without any are left out."""
        told = self.words.get(word) or self._of_ending(word)
        if not told and self.common.issuperset(word):
            return {}
        excluded = self.hint(word)[1]
        return {tag: _WORD_POINTS * (tag in told) + _LETTER_POINTS * (tag in excluded) for tag in told | excluded}

    def _of_ending(self, word: str) -> frozenset[str]:
        if len(word) < _LONG:
            return _NONE
        return frozenset(tag for tag, endings in self.endings.items() if word.endswith(endings))

    def _of_letters(self, letters: frozenset[str]) -> Hint:
        if letters not in self.seen:
            excluded = frozenset(tag for tag in self.tags if not self.alphabets[tag].issuperset(letters))
            self.seen[letters] = (
                _NONE if self.telling.isdisjoint(letters) else frozenset(self.tags) - excluded,
                excluded,
            )
        return self.seen[letters]


@cache
def pack() -> dict[str, Any]:
    """The pack ``language_evidence.toml``."""
    return tomllib.loads(files("multilex.packs").joinpath("language_evidence.toml").read_text(encoding="utf-8"))


@cache
def evidence(script: str) -> Evidence:
    """The evidence of a script, ``Cyrl`` or ``Latn``."""
    languages = [entry for entry in pack()["language"] if entry["script"] == script]
    alphabets = {
        entry["tag"]: _BASE[script] - set(entry.get("lacks", "")) | set(entry.get("letters", "")) for entry in languages
    }
    return Evidence(
        tags=tuple(alphabets),
        costs={entry["tag"]: float(entry["cost"]) for entry in languages},
        alphabets=alphabets,
        words=_by_word(languages),
        endings={entry["tag"]: tuple(entry["endings"]) for entry in languages if "endings" in entry},
        telling=frozenset().union(*alphabets.values()) - _BASE[script],
        common=_BASE[script].intersection(*alphabets.values()),
    )


def _by_word(languages: list[dict[str, Any]]) -> dict[str, frozenset[str]]:
    """The known words of all languages, each with the languages that have it."""
    tags: dict[str, set[str]] = {}
    for entry in languages:
        for word in entry["words"]:
            tags.setdefault(word, set()).add(entry["tag"])
    return {word: frozenset(found) for word, found in tags.items()}
