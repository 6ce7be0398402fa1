"""Language detection by letter n-grams: langdetect's method and profiles, without its randomness.

langdetect is naive Bayes over 1- to 3-grams of letters. The stock module draws n-grams at random, keeps its
seed and factory in globals, races on first use, skips words in capitals, and knows neither Kazakh nor
Kyrgyz, Tatar, Uzbek or romanised Russian. Here its factory is private and filled with profiles of our own
(``models/langdetect``) beside some of its own; every n-gram of a text counts once, so a text always gets the
same answer, from any thread. Words are scored one by one and remembered, which makes it much faster.
"""

import math
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import Lock

import regex

from multilex.engines.models import model_path

OWN_PROFILES = ("kk", "ru", "ky", "tt", "uz-Cyrl", "en", "kk-Latn", "ru-Latn", "uz-Latn")
STOCK_PROFILES = ("uk", "bg", "tr", "de", "fr", "es", "it", "pl")

_CYRILLIC = frozenset({"kk", "ru", "ky", "tt", "uz-Cyrl", "uk", "bg"})
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:[ʼ]+\p{L}[\p{L}\p{M}]*)*ʼ*")
_IS_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_FOLD = str.maketrans(dict.fromkeys("'’‘`´ʻʹʺ″′\"”“#", "ʼ"))
_EVIDENCE = 1 / 3  # a letter is in three n-grams: they are no independent witnesses
_LONGEST_WORD = 40
_BORROWED = 4.0  # nats that one word can hold against a language: it may be a name or a loan


def words_of(text: str) -> list[str]:
    """The words of a text as the detector sees them: lower-cased, each apostrophe of a romanisation as ``ʼ``.

    >>> words_of("Zakonodatel'stvo RK, 2-е изд.")
    ['zakonodatelʼstvo', 'rk', 'е', 'изд']
    """
    return _WORD.findall(text.lower().translate(_FOLD))


def ngrams(word: str) -> list[str]:
    """The n-grams that langdetect takes from a word between blanks.

    >>> ngrams("бір")
    ['б', 'і', 'р', ' б', 'бі', 'ір', 'р ', ' бі', 'бір', 'ір ']
    """
    padded = f" {word} "
    return [
        *word,
        *(padded[i : i + 2] for i in range(len(padded) - 1)),
        *(padded[i : i + 3] for i in range(len(padded) - 2)),
    ]


class Model:
    """Naive Bayes over some of the profiles. `tags` are its languages, in the order of all its scores."""

    def __init__(self, profiles: Iterable[Path]) -> None:
        from langdetect.detector import Detector
        from langdetect.detector_factory import DetectorFactory
        from langdetect.utils.ngram import NGram

        factory = DetectorFactory()
        factory.load_json_profile([path.read_text(encoding="utf-8") for path in profiles])
        smoothing = Detector.ALPHA_DEFAULT / Detector.BASE_FREQ
        self.tags: tuple[str, ...] = tuple(factory.get_lang_list())
        self._logs = {
            gram: tuple(_EVIDENCE * math.log(smoothing + p) for p in row)
            for gram, row in factory.word_lang_prob_map.items()
        }
        self._letter = NGram.normalize
        self.word_scores = lru_cache(maxsize=100_000)(self._word_scores)

    def _word_scores(self, word: str) -> tuple[float, ...]:
        logs = self._logs
        rows = [logs[gram] for gram in ngrams(word[:_LONGEST_WORD]) if gram in logs]
        if not rows:
            return (0.0,) * len(self.tags)
        sums = [sum(column) for column in zip(*rows, strict=True)]
        least = max(sums) - _BORROWED
        return tuple(max(value, least) for value in sums)

    def scores(self, words: Iterable[str]) -> list[float]:
        """Log-likelihood of words, per language of `tags`; an n-gram that no language has does not count."""
        rows = [self.word_scores(word) for word in words]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(self.tags)


_lock = Lock()
_models: dict[str, Model] = {}


def model(script: str) -> Model:
    """The detector of a script, ``Cyrl`` or ``Latn``; loaded once, on first use."""
    with _lock:
        if script not in _models:
            import langdetect

            stock = Path(langdetect.__file__).parent / "profiles"
            paths = {tag: model_path(f"langdetect/{tag}.json") for tag in OWN_PROFILES}
            paths |= {tag: stock / tag for tag in STOCK_PROFILES}
            _models[script] = Model(path for tag, path in paths.items() if (tag in _CYRILLIC) == (script == "Cyrl"))
        return _models[script]


def probabilities(text: str) -> dict[str, float]:
    """How likely each language is by its letters alone, best first; sums to 1, empty without letters.

    Only languages of the script that most letters are in take part.

    >>> found = probabilities("Сот отырысы кейінге қалдырылды")
    >>> next(iter(found)), round(found["kk"], 3)
    ('kk', 1.0)
    """
    cyrillic = [word for word in words_of(text) if _IS_CYRILLIC.match(word)]
    latin = [word for word in words_of(text) if not _IS_CYRILLIC.match(word)]
    if not cyrillic and not latin:
        return {}
    in_cyrillic = sum(map(len, cyrillic)) >= sum(map(len, latin))
    engine = model("Cyrl" if in_cyrillic else "Latn")
    scores = engine.scores(cyrillic if in_cyrillic else latin)
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = math.fsum(weights)
    found = sorted(zip(engine.tags, weights, strict=True), key=lambda item: -item[1])
    return {tag: weight / total for tag, weight in found}
