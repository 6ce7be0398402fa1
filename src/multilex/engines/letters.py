"""Letter models: how well each language of a script predicts the letters of a word.

Trained by ``models/train_language_profiles.py``; a table of n-grams of one to five letters, each with the steps
(eighths of a nat) by which a language predicts its last letter worse than the best language does.
"""

from functools import cache

from multilex.engines.models import model_path

LONGEST_GRAM = 5
STEPS_PER_NAT = 8
ZERO = ord("0")  # the character for no step


def grams_of(word: str) -> list[str]:
    """For each letter of a word, and for its end, the letter with up to four before it; a blank begins and ends it.

    >>> grams_of("бірлік")
    [' б', ' бі', ' бір', ' бірл', 'бірлі', 'ірлік', 'рлік ']
    """
    padded = f" {word} "
    beginning = [padded[:end] for end in range(2, min(LONGEST_GRAM, len(padded) + 1))]
    return beginning + [padded[end - LONGEST_GRAM : end] for end in range(LONGEST_GRAM, len(padded) + 1)]


class Letters:
    """The model of a script. `tags` are its languages, in the order of all its scores."""

    def __init__(self, script: str) -> None:
        lines = model_path(f"letters/{script}.txt").read_text(encoding="utf-8").split("\n")
        self.tags = tuple(lines[0].split())
        size = len(self.tags)
        # A row is a number with 16 bits for each language, so that rows are added at once.
        self._rows = {line[:-size]: int.from_bytes(line[-size:].encode("utf-16-le"), "little") for line in lines[1:-1]}

    def row(self, gram: str) -> int:
        """What is known of the last letter of an n-gram: `ZERO` and steps, in 16 bits for each language."""
        while gram and gram not in self._rows:
            gram = gram[1:]
        return self._rows.get(gram, 0)


@cache
def letters(script: str) -> Letters:
    """The model of a script, ``Cyrl`` or ``Latn``; loaded once, on first use."""
    return Letters(script)
