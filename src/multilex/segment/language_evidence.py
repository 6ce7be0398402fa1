"""What single words say about their language: telling letters, function words, endings, from the pack."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_BASE = {
    "Cyrl": frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя"),
    "Latn": frozenset("abcdefghijklmnopqrstuvwxyz"),
}
_BEFORE_ENDING = 2  # letters that a word needs before an ending
_WORD_POINTS, _ENDING_POINTS, _LETTER_POINTS = 2.0, 2.0, -5.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of one script. `tags` are its languages, `costs` what each starts with."""

    tags: tuple[str, ...]
    costs: dict[str, float]
    alphabets: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]  # a word and the languages that have it
    endings: dict[str, tuple[str, ...]]
    telling: frozenset[str] = field(repr=False)  # letters beyond the basic alphabet of the script

    def candidates(self, word: str) -> frozenset[str]:
        """The languages that a word tells of, by its letters or as a function word; none when it is silent."""
        if word in self.words:
            return self.words[word]
        if self.telling.isdisjoint(word):
            return frozenset()
        return frozenset(tag for tag in self.tags if self.alphabets[tag].issuperset(word))

    def points(self, word: str) -> dict[str, float]:
        """Nats to add to the letter statistics of a word, by language; languages without any are left out."""
        points = dict.fromkeys(self.words.get(word, ()), _WORD_POINTS)
        for tag in self.tags:
            if not self.alphabets[tag].issuperset(word):
                points[tag] = points.get(tag, 0) + _LETTER_POINTS
            elif word.endswith(self.endings[tag], _BEFORE_ENDING):
                points[tag] = points.get(tag, 0) + _ENDING_POINTS
        return points


@cache
def pack() -> dict[str, Any]:
    """The pack ``language_evidence.toml``."""
    return tomllib.loads(
        files("multilex.packs").joinpath("language_evidence.toml").read_text(encoding="utf-8")
    )


@cache
def evidence(script: str) -> Evidence:
    """The evidence of a script, ``Cyrl`` or ``Latn``."""
    languages = [entry for entry in pack()["language"] if entry["script"] == script]
    alphabets = {
        entry["tag"]: _BASE[script] - set(entry.get("lacks", "")) | set(entry.get("letters", ""))
        for entry in languages
    }
    words: dict[str, frozenset[str]] = {}
    for entry in languages:
        for word in entry["words"]:
            words[word] = words.get(word, frozenset()) | {entry["tag"]}
    return Evidence(
        tags=tuple(alphabets),
        costs={entry["tag"]: float(entry["cost"]) for entry in languages},
        alphabets=alphabets,
        words=words,
        endings={entry["tag"]: tuple(entry["endings"]) for entry in languages},
        telling=frozenset().union(*alphabets.values()) - _BASE[script],
    )
