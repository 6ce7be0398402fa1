"""What single words say about their language: telling letters, function words, endings, from the pack."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_BASE = {
    "Cyrl": frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя"),
    "Latn": frozenset("abcdefghijklmnopqrstuvwxyz"),
}
_NONE: frozenset[str] = frozenset()
_BEFORE_ENDING, _LONGEST_ENDING = 2, 6  # letters that a word needs before an ending, letters of an ending
_WORD_POINTS, _LETTER_POINTS = 2.0, -7.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of one script. `tags` are its languages, `costs` what each starts with."""

    tags: tuple[str, ...]
    costs: dict[str, float]
    alphabets: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]  # a word and the languages that have it
    endings: dict[str, frozenset[str]]  # an ending and the languages that have it
    telling: frozenset[str]  # letters beyond the basic alphabet of the script
    common: frozenset[str]  # letters of all its languages

    def candidates(self, word: str) -> frozenset[str]:
        """The languages that a word tells of, by its letters or as a known word; none when it is silent."""
        if word in self.words:
            return self.words[word]
        if self.telling.isdisjoint(word):
            return _NONE
        return frozenset(self.tags) - self.impossible(word)

    def impossible(self, word: str) -> frozenset[str]:
        """The languages that have no such letters."""
        if self.common.issuperset(word):
            return _NONE
        return frozenset(tag for tag in self.tags if not self.alphabets[tag].issuperset(word))

    def points(self, word: str) -> dict[str, float]:
        """Nats to add to the letter statistics of a word, by language; languages without any are left out."""
        points = dict.fromkeys(self.words.get(word, ()), _WORD_POINTS)
        silent = set(self.tags)  # languages whose longest ending of this word is still to be found
        for length in range(min(_LONGEST_ENDING, len(word) - _BEFORE_ENDING), 1, -1):
            for tag in silent & self.endings.get(word[-length:], frozenset()):
                points[tag] = points.get(tag, 0) + length
                silent.discard(tag)
        for tag in self.impossible(word):
            points[tag] = points.get(tag, 0) + _LETTER_POINTS
        return points


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
        words=_by_form(languages, "words"),
        endings=_by_form(languages, "endings"),
        telling=frozenset().union(*alphabets.values()) - _BASE[script],
        common=_BASE[script].intersection(*alphabets.values()),
    )


def _by_form(languages: list[dict[str, Any]], table: str) -> dict[str, frozenset[str]]:
    """The forms of a table of all languages, each with the languages that have it."""
    tags: dict[str, set[str]] = {}
    for entry in languages:
        for form in entry[table]:
            tags.setdefault(form, set()).add(entry["tag"])
    return {form: frozenset(found) for form, found in tags.items()}
