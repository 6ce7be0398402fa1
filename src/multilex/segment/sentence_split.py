"""A place where a sentence may end, with what stands on both sides of it."""

from dataclasses import dataclass
from functools import cached_property

import regex

from multilex.segment.sentence_words import Words

CUT, JOIN = True, False  # what a rule answers
CAPITAL = r"[\p{Lu}«“„\"]"
WINDOW = 200  # characters that rules see on each side

WORD = regex.compile(r"(?:\p{L}{1,6}+\.[ \u00a0]?){0,6}\p{L}[\p{L}'’\u0301]{0,29}+$")
PAIR = regex.compile(r"(?<!\p{L})\p{L}{1,3}[ \u00a0](?:\p{L}{1,4}\.[ \u00a0]?)?\p{L}{1,4}$")
NUMBER = regex.compile(r"(?:\d|(?<!\p{L})[IVXLCІХ]{1,7})(?:[-–‑]?\p{Ll}{1,3})?[\s\u00a0]*[-–‑]?$")
FIRST = regex.compile(r"[^\p{L}\p{N}]{0,12}([\p{L}\p{M}\p{N}]+(?:['’\-‑][\p{L}\p{N}]+)*)")


@dataclass(frozen=True)
class Split:
    """A boundary between `end` (after the stop and what clings to it) and `begin` (the next non-blank character).

    `stop` is where the stop itself begins, `start` where the sentence so far begins; all offsets are of `text`.
    A line break without any stop before it has ``stop == end``.
    """

    text: str
    start: int
    stop: int
    end: int
    begin: int
    words: Words
    careless: bool = False  # whether the writer of the text does without capitals

    @cached_property
    def before(self) -> str:
        """The sentence so far without its stop; of a long one the last characters."""
        return self.text[max(self.start, self.stop - WINDOW) : self.stop]

    @cached_property
    def after(self) -> str:
        """What follows, from its first character, up to a line break."""
        return self.text[self.begin : self.begin + WINDOW].partition("\n")[0]

    @cached_property
    def signs(self) -> str:
        """The stop with the quotes, brackets and footnote marks that cling to it."""
        return self.text[self.stop : self.end]

    @cached_property
    def gap(self) -> str:
        """The blanks between."""
        return self.text[self.end : self.begin]

    @property
    def is_dot(self) -> bool:
        """Whether a full stop stands here (or is doubled by mistake), which may be an abbreviation's."""
        stops = self.signs[: len(self.signs) - len(self.signs.lstrip(".?!…"))]
        return stops in (".", "..")

    @cached_property
    def word(self) -> str:
        """The word or chain of abbreviations that touches the stop, as printed: ``ж.т.б``, ``Иванов``; or nothing."""
        match = WORD.search(self.before[-60:])
        return match[0] if match else ""

    @cached_property
    def abbreviation(self) -> tuple[str, frozenset[str]]:
        """The longest abbreviation that ends here, as printed, and its kinds."""
        word = self.word
        if len(word) == 1 and word.isupper():
            return "", frozenset()
        pair = PAIR.search(self.before[-60:])
        if pair and (kinds := self.words.kinds_of(_folded(pair[0]))):
            return pair[0], kinds
        while word:
            kinds = self.words.kinds_of(_folded(word))
            if kinds:
                return word, kinds
            _, dot, word = word.partition(".")
            word = word.lstrip(" \u00a0") if dot else ""
        return "", frozenset()

    @cached_property
    def follows_number(self) -> bool:
        """Whether a number stands before the abbreviation: ``300 с.``, ``45-б.``, ``XX в.``"""
        found = self.abbreviation[0] or self.word
        head = self.before[: len(self.before) - len(found)]
        return bool(NUMBER.search(head[-20:]))

    @cached_property
    def next_word(self) -> str:
        """The first word or number after the boundary, behind quotes, brackets and dashes."""
        match = FIRST.match(self.after)
        return match[1] if match else ""

    @property
    def opens(self) -> bool:
        """Whether a word follows that a sentence begins with and a name does not: ``Он``, ``Бұл``, ``The``."""
        word = self.next_word
        return word[:1].isupper() and (word[1:].islower() or len(word) == 1) and self._goes_on(word)

    def _goes_on(self, word: str) -> bool:
        place = self.after.find(word) + len(word)
        head = regex.split("[-‑]", word.lower())[0]
        return head in self.words.openers and not self.after.startswith(".", place)


def _folded(word: str) -> str:
    return word.lower().replace(" ", "").replace("\u00a0", "")
