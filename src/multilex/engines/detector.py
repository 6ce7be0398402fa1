"""Which language of a script a word is in: langdetect first, and letter models for what its short n-grams leave open.

langdetect has seen running text and knows what is frequent, endings above all; the letter models have seen long lists
of words and know what is possible. Both say at each letter how much worse each language predicts it than the best one;
what they say together is remembered for each n-gram, so that two voices cost little more than one.
"""

from functools import cache, lru_cache
from struct import Struct

from multilex.engines.langdetect import profiles
from multilex.engines.letters import STEPS_PER_NAT, grams_of, letters

BAYES, LETTERS = 0.2, 0.7  # weights of the two voices; chosen with tests/benchmarks/language_strings/tuning.txt
_FINER = 2  # steps here for one of the letter models
_NAT = _FINER * STEPS_PER_NAT / LETTERS  # steps of one nat
_LONGEST_WORD = 40
_BORROWED = 4.0  # nats against a language: what a word says beyond them counts less, it may be a name or a loan
_BEYOND = 0.25  # how much it counts
_SCORES = [-min(lag, _BORROWED + _BEYOND * (lag - _BORROWED)) for lag in (step / _NAT for step in range(1 << 14))]


class Detector:
    """The languages of a script. `tags` are in the order of all scores."""

    def __init__(self, script: str) -> None:
        self._letters = letters(script)
        self.tags = self._letters.tags
        self._profiles = profiles(self.tags)
        self._fields = Struct(f"<{len(self.tags)}H")
        self._bayes = lru_cache(maxsize=100_000)(self._bayes_row)
        self._row = lru_cache(maxsize=200_000)(self._joint_row)

    def _bayes_row(self, gram: str) -> int:
        """The steps by which langdetect finds an n-gram less likely in each language, in 16 bits for each."""
        logs = self._profiles.logs(gram)
        if not logs:
            return 0
        best = max(logs)
        return int.from_bytes(self._fields.pack(*[round(BAYES * _NAT * (best - log)) for log in logs]), "little")

    def _joint_row(self, gram: str) -> int:
        """What both voices say of the last letter of an n-gram."""
        bayes = self._bayes
        row = _FINER * self._letters.row(gram) + bayes(gram[-2:]) + bayes(gram[-1])
        return row + bayes(gram[-3:]) if len(gram) > 2 else row

    def scores(self, word: str) -> tuple[float, ...]:
        """Minus the nats by which each language predicts a word worse than the best of them."""
        total = sum(map(self._row, grams_of(word[:_LONGEST_WORD])))
        steps = self._fields.unpack(total.to_bytes(self._fields.size, "little"))
        least = min(steps)
        return tuple([_SCORES[step - least] for step in steps])


@cache
def detector(script: str) -> Detector:
    """The detector of a script, ``Cyrl`` or ``Latn``; loaded once, on first use."""
    return Detector(script)
