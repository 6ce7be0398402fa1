"""Sentences of Kazakh, Russian and English papers.

Every place where a sentence may end is proposed; an ordered list of small rules decides
(`multilex.segment.sentence_rules`). A reference item is one sentence, whatever stops stand between its parts;
so is a heading that runs into its paragraph. A footnote mark or citation behind the stop belongs to what it follows.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from multilex.document import Document
from multilex.engines import stanza
from multilex.errors import OptionError
from multilex.segment.sentence_rules import RULES
from multilex.segment.sentence_split import Split
from multilex.segment.sentence_words import Words, words

_PLACE = regex.compile(
    r"(?<![.?!…。！？؟۔।])(?<stop>[.?!…。！？؟۔।]++)"
    r"(?<cling>(?:[\"'”’»)\]“]|[⁰¹²³⁴-⁹]{1,4}|[*†‡]{1,3}|\[\d{1,3}(?:[,;–-] ?\d{1,3}){0,5}\])*+)"
    r"(?=(?:[\s\x1c-\x1f]|[\p{Lu}«“„(\[—–]|$)|(?<=[。！？]))"
    r"|(?<=[.?!]\s)(?<stop>\[\d{1,3}(?:[,;–-] ?\d{1,3}){0,5}\])(?=\s+\p{Lu})"
    r"|[\n\r\f\v\x85\u2028\u2029]"
)
ENGINES = ("rules", "stanza")
CARELESS = 5000  # characters in which a writer shows whether he writes without capitals
_BLANKS = regex.compile(r"[\s\x1c-\x1f]*+")


@dataclass(frozen=True, slots=True)
class Decision:
    """A place where a sentence may end at `end`, the next begin at `begin`; whether it does, and which rule said so."""

    end: int
    begin: int
    cut: bool
    rule: str


def split_sentences(text: str, lang: str, engine: str = "rules") -> list[tuple[int, int]]:
    """The sentences of a text as half-open spans of code points, in order, without the blanks around them.

    Together they hold every character that is not blank. `lang` is a BCP 47 tag: ``kk``, ``ru``, ``en``, a
    romanised one (``kk-Latn``, ``ru-Latn``); any other is split with what is known of all of them.
    `engine` is one of `ENGINES`: the rules here, or Stanza for Kazakh and the rules for the rest.
    Raises OptionError for another, MissingEngineError where Stanza is not installed.

    >>> text = "Бұл 23-б. 2-т. айтылған. Т.б. жағдайлар бар."
    >>> [text[start:end] for start, end in split_sentences(text, "kk")]
    ['Бұл 23-б. 2-т. айтылған.', 'Т.б. жағдайлар бар.']
    """
    if engine not in ENGINES:
        raise OptionError(f"no engine {engine!r} for sentences: choose one of {', '.join(ENGINES)}")
    if engine == "stanza" and lang == stanza.LANGUAGE:
        return stanza.sentences(text)
    spans = []
    start = _after_blanks(text, 0)
    for decision in decide(text, lang):
        if decision.cut:
            spans.append((start, decision.end))
            start = decision.begin
    end = len(text.rstrip())
    return [*spans, (start, end)] if start < end else spans


def sentences_of(document: Document, start: int, end: int, lang: str, engine: str = "rules") -> list[tuple[int, int]]:
    """The sentences of a stretch of a document, as spans of its text."""
    return [(start + begin, start + stop) for begin, stop in split_sentences(document.text[start:end], lang, engine)]


def decide(text: str, lang: str) -> Iterator[Decision]:
    """Every place where a sentence may end, in order, with the rule that decided.

    >>> [(d.end, d.cut, d.rule) for d in decide("См. ст. 24. Она проста.", "ru")]
    [(3, False, 'small_letter'), (7, False, 'leading'), (11, True, 'full_stop')]
    """
    known = words(lang)
    start = begin = _after_blanks(text, 0)
    last = len(text.rstrip())
    careless = _is_careless(text, known)
    for place in _PLACE.finditer(text, start):
        if place.start() < begin:
            continue
        end = place.end() if place["stop"] else _before_blanks(text, start, place.start())
        begin = _after_blanks(text, place.end())
        if begin >= last:
            return
        split = Split(text, start, place.start() if place["stop"] else end, end, begin, known, careless)
        cut, rule = _decided(split)
        if cut:
            start = begin
        yield Decision(end, begin, cut, rule)


def _decided(split: Split) -> tuple[bool, str]:
    for rule in RULES:
        answer = rule(split)
        if answer is not None:
            return answer, rule.__name__
    raise AssertionError("the last rule answers always")


def _is_careless(text: str, known: Words) -> bool:
    if not known.careless:
        return False
    said = set(text[:CARELESS].split())
    return not said.isdisjoint(known.careless) and not said.isdisjoint(known.small - known.careless)


def _after_blanks(text: str, offset: int) -> int:
    match = _BLANKS.match(text, offset)
    return match.end() if match else offset


def _before_blanks(text: str, start: int, offset: int) -> int:
    while offset > start and text[offset - 1].isspace():
        offset -= 1
    return offset
