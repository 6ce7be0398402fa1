"""Where a long word may be cut at the end of a line: a plain rule of syllables for each script."""

import itertools

VOWELS = {"cyrillic": "аеёиоуыэюяәіөүұ", "latin": "aeiouy"}
_BOUND = "ьъй"  # never begin a line
_DIGRAPHS = ("th", "ch", "sh", "ph", "gh", "ck", "zh", "kh", "qu")
SHORTEST = {"cyrillic": (6, 2, 3), "latin": (8, 3, 3)}
"""Letters in the word, before the cut, after the cut: no word or part may be shorter."""


def cuts(word: str) -> list[int]:
    """Positions before which `word` may be cut, in order; none for what is no plain lower-case word.

    A cut stands before the last consonant of a group that follows a vowel and precedes another vowel.

    >>> cuts("исследование"), cuts("оқушылардың"), cuts("concentration"), cuts("дом")
    ([3, 5, 7, 9], [3, 5, 8], [3, 7, 9], [])
    """
    script = "cyrillic" if all("а" <= letter <= "ӿ" for letter in word.lower()) else "latin"
    shortest, before, after = SHORTEST[script]
    plain = word.isalpha() and word[1:].islower() and (script == "cyrillic" or word.isascii())
    if not plain or len(word) < shortest:
        return []
    vowels = [i for i, letter in enumerate(word.lower()) if letter in VOWELS[script]]
    found = []
    for left, right in itertools.pairwise(vowels):
        cut = right - 1 if right - left > 1 else right
        while word[cut].lower() in _BOUND:
            cut += 1
        cut -= word[cut - 1 : cut + 1].lower() in _DIGRAPHS
        if right - left > 1 and cut > left and before <= cut <= len(word) - after:
            found.append(cut)
    return found
