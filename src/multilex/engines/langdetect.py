"""langdetect without its randomness: naive Bayes over 1- to 3-grams of letters.

The stock module draws n-grams at random, keeps its seed and factory in globals, races on first use, skips words in
capitals, and knows neither Kazakh nor Kyrgyz, Tatar, Uzbek, Azerbaijani or romanised Russian. Here each set of
languages has a private factory, filled with profiles trained here (``models/langdetect``) beside langdetect's own;
every n-gram counts once, so a text always gets the same answer, from any thread.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from multilex.engines.models import model_path

OWN_PROFILES = ("kk", "ru", "ky", "tt", "uz-Cyrl", "en", "kk-Latn", "ru-Latn", "uz-Latn", "az")
"""Languages whose profiles are trained here; all others have langdetect's own."""


def ngrams(text: str) -> list[str]:
    """The n-grams that langdetect takes from a text with blanks around it.

    >>> ngrams("бір")
    ['б', 'і', 'р', ' б', 'бі', 'ір', 'р ', ' бі', 'бір', 'ір ']
    """
    padded = f" {text} "
    return [
        *text.replace(" ", ""),
        *(padded[i : i + 2] for i in range(len(padded) - 1)),
        *(padded[i : i + 3] for i in range(len(padded) - 2)),
    ]


class Profiles:
    """The profiles of some languages, in a factory of their own.

    >>> profiles = Profiles(("ru", "kk"))
    >>> profiles.logs("ого")[0] > profiles.logs("ого")[1], profiles.logs("ның")[0] > profiles.logs("ның")[1]
    (True, False)
    """

    def __init__(self, tags: Sequence[str]) -> None:
        from langdetect.detector import Detector
        from langdetect.detector_factory import DetectorFactory

        factory = DetectorFactory()
        factory.load_json_profile([profile_path(tag).read_text(encoding="utf-8") for tag in tags])
        self.tags = tuple(tags)
        self._shares: Mapping[str, Sequence[float]] = factory.word_lang_prob_map
        self._smoothing = Detector.ALPHA_DEFAULT / Detector.BASE_FREQ

    def logs(self, gram: str) -> tuple[float, ...]:
        """The logarithm of the share of an n-gram in each language, smoothed; none where no profile has it."""
        return tuple([math.log(self._smoothing + share) for share in self._shares.get(gram, ())])

    def likeliest(self, text: str, among: Sequence[str]) -> str | None:
        """The one of some languages that a text is in by all its n-grams; None where no profile has any of them.

        >>> profiles = Profiles(("ar", "fa", "he"))
        >>> profiles.likeliest("حقوق کار در ایران", ("ar", "fa")), profiles.likeliest("քաղաք", ("he",))
        ('fa', None)
        """
        from langdetect.utils.ngram import NGram

        normal = "".join(map(NGram.normalize, text))
        rows = [row for word in normal.split() for gram in ngrams(word) if (row := self.logs(gram))]
        sums = [sum(column) for column in zip(*rows, strict=True)]
        return max(among, key=lambda tag: sums[self.tags.index(tag)]) if sums else None


@cache
def profiles(tags: tuple[str, ...]) -> Profiles:
    """The profiles of some languages, loaded once."""
    return Profiles(tags)


def profile_path(tag: str) -> Path:
    """Where the profile of a language lies: here, or in langdetect itself."""
    if tag in OWN_PROFILES:
        return model_path(f"langdetect/{tag}.json")
    import langdetect

    return Path(langdetect.__file__).parent / "profiles" / tag
