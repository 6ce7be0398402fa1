"""The rules that decide whether a sentence ends: small functions, asked in the order of `RULES`.

Each looks at one `Split` and answers ``CUT``, ``JOIN`` or nothing; the first answer counts. Examples and
near misses of each are in ``packs/sentences.toml`` under its name.
"""

from collections.abc import Callable

import regex

from multilex.segment.sentence_references import (
    area,
    dash,
    imprint,
    is_list_of_names,
    item,
    next_item,
    slashes,
    year_of_reference,
)
from multilex.segment.sentence_split import CUT, JOIN, Split

BRACKETS = 300  # characters before a stop in which its bracket may open
QUOTATION = 120  # characters after it in which a short quotation ends
Rule = Callable[[Split], bool | None]

_LIST_MARK = regex.compile(r"(?:\(?\d{1,2}|\(?\p{Ll}|\((?:i{1,3}|iv|vi{0,3}))\)[ \u00a0]")
_MARKER = regex.compile(r"[\s\p{P}⁰¹²³⁴-⁹*]*(?:(?:\d{1,3}\.){0,3}\d{1,3}|[IVXІХ]{1,5}|\p{L})[\s\p{P}⁰¹²³⁴-⁹*]*$")
_INITIALS = regex.compile(
    r"(?<![\p{L}\p{N}°]|\p{L}[-‑])(?:\p{Lu}\p{Ll}?\.[ \u00a0]?-?){0,3}\p{Lu}\p{Ll}?(?:\.[-‑]\p{Ll})?$"
)
_GOES_ON = regex.compile(r",?[ \u00a0]?[–—-]?[ \u00a0]?\p{Ll}")
_STRAY = regex.compile(r"[,;:)\]}»”%]|[\p{P}`]{0,3}[,;:.](?:\s|$)")
_ADDRESS = regex.compile(r"[^\s@]{1,60}@")
_SMALL_WORD = regex.compile(r"\p{Ll}[\p{L}'’]{0,20}(?:[\s,!?…]|\.\.|$)")
_WEB = regex.compile(r"(?:https?:|www\.|@|//)\S*$")


def citation(split: Split) -> bool | None:
    """A citation behind the stop belongs to the sentence before it, unless it numbers the items of a list."""
    if split.signs[:1] != "[":
        return None
    return JOIN if split.text[split.start] == "[" else CUT


def line_break(split: Split) -> bool | None:
    """A line feed ends a sentence, as it parts printed lines in a document; a small letter goes on after it."""
    if not any(sign in split.gap for sign in "\n\r\f\v\x85\u2028\u2029"):
        return None
    if _LIST_MARK.match(split.after):
        return CUT
    return JOIN if split.after[:1].islower() and not split.signs and split.gap.count("\n") < 2 else CUT


def nothing_before(split: Split) -> bool | None:
    """A sentence holds a letter or a digit."""
    return None if any(sign.isalnum() for sign in split.before) else JOIN


def marker(split: Split) -> bool | None:
    """The number or letter of an item belongs to it: ``1.``, ``2.3.``, ``IV.``, ``б.``"""
    if not split.is_dot or split.stop - split.start > 20:
        return None
    return JOIN if _MARKER.match(split.before) else None


def glued(split: Split) -> bool | None:
    """Without a blank only a capitalised word after a small letter or a bracket begins a sentence."""
    if split.gap or split.signs[:1] in "。！？":
        return None
    is_short = split.before[-1:].isalnum() and len(split.word.rpartition(".")[2]) < 3
    if (split.signs == "." and is_short) or _WEB.search(split.before[-80:]) or _ADDRESS.match(split.after):
        return JOIN
    word = split.next_word
    return None if word[:1].isupper() and (len(word) == 1 or word[1:2].islower()) else JOIN


def punctuation_follows(split: Split) -> bool | None:
    """A sentence begins with no comma or closing bracket."""
    return JOIN if _STRAY.match(split.after) else None


def list_mark(split: Split) -> bool | None:
    """An item of a list begins after a finished one: ``1)``, ``a)``, ``(б)``."""
    if not _LIST_MARK.match(split.after) or (split.is_dot and split.abbreviation[1] & {"leading", "numbered"}):
        return None
    return CUT


def small_opener(split: Split) -> bool | None:
    """Careless English begins sentences with small letters: ``It works. i like it``, ``Really? what for?``"""
    word = split.next_word
    if (split.signs.strip("?!") and split.signs != ".") or not _SMALL_WORD.match(split.after):
        return None
    if not split.is_dot:
        return CUT if split.words.small and len(split.word) > 2 else None
    is_plain = len(split.word) > (2 if split.word.islower() else 5) and not split.abbreviation[1]
    return CUT if is_plain and (split.careless or word in split.words.small) else None


def small_letter(split: Split) -> bool | None:
    """What begins with a small letter goes on."""
    return JOIN if split.next_word[:1].islower() else None


def bracket(split: Split) -> bool | None:
    """A bracket opened inside the sentence is no place to end it."""
    inside = split.text[max(split.start, split.end - BRACKETS) : split.stop]
    for opening, closing in ("()", "[]"):
        place = inside.rfind(opening)
        if place <= inside.rfind(closing) or not any(sign.isalnum() for sign in inside[:place]):
            continue
        if closing in split.signs:
            return CUT if split.opens and not split.abbreviation[1] else JOIN
        if closing in split.after:
            return JOIN
    return None


def short_quote(split: Split) -> bool | None:
    """A short quotation or title inside the sentence stays whole."""
    for opening, closing in ("«»", "“”", "„“"):
        place = split.before.rfind(opening)
        if place <= split.before.rfind(closing) or closing in split.signs:
            continue
        closed_part, closed, rest = split.after[:QUOTATION].partition(closing)
        if opening in closed_part:
            continue
        is_inside = any(sign.isalnum() for sign in split.before[:place])
        if closed and (is_inside or _GOES_ON.match(rest)):
            return JOIN
    return None


def initials(split: Split) -> bool | None:
    """Initials stand before a name, or behind one and before a title."""
    if not split.is_dot or split.signs != "." or not (found := _INITIALS.search(split.before[-30:])):
        return None
    if len(found[0]) == 2 and found[0].lower() in split.words.kinds:
        return None
    head = split.before[: len(split.before) - len(found[0])]
    if is_list_of_names(head, split.words.openers):
        return JOIN
    if "." in found[0] and split.words.kinds_of(found[0].lower().replace(" ", "")) & {"closing", "uncertain"}:
        return None
    if found[0] in ("I", "V", "X") and regex.search(r"\p{Cyrillic} $", head):
        return None
    return CUT if split.opens and item(split) is None else JOIN


def number_before(split: Split) -> bool | None:
    """A unit behind a number may end a sentence: ``300 с.``, ``5 кг.``; a number goes on after it."""
    if not split.is_dot or "after_number" not in split.abbreviation[1] or not split.follows_number:
        return None
    return _may_end(split)


def year(split: Split) -> bool | None:
    """A date ends a sentence unless it has just begun one: ``В 2011 г. Казахстан``."""
    if not split.is_dot or "years" not in split.abbreviation[1] or not split.follows_number:
        return None
    if regex.match(r"\d|[№(\[–—-]|[IVXLCІХ]+(?!\p{L})", split.after):
        return JOIN
    if split.opens:
        return CUT
    before = split.text[split.start : split.stop] if split.stop - split.start < 60 else ""
    said = regex.findall(r"[\p{L}\p{N}]+", before)
    is_front = said and (said[0].lower() in split.words.fronting or said[0].isdigit())
    return JOIN if is_front and len(said) <= 6 else CUT


def leading(split: Split) -> bool | None:
    """After some abbreviations a sentence always goes on: ``см.``, ``ст.``, ``e.g.``"""
    return JOIN if split.is_dot and "leading" in split.abbreviation[1] else None


def numbered(split: Split) -> bool | None:
    """After some abbreviations a number goes on: ``No. 3``, ``Vol. IV``; without it they are words."""
    if not split.is_dot or "numbered" not in split.abbreviation[1]:
        return None
    word = split.next_word
    is_number = any(sign.isdigit() for sign in word) or regex.fullmatch(r"[IVXLCІХ]+", word)
    return JOIN if is_number or split.after[:1] in tuple("№([") else None


def closing(split: Split) -> bool | None:
    """Other abbreviations end a sentence when a capital follows: ``и др.``, ``т.б.``, ``etc.``"""
    if not split.is_dot or "closing" not in split.abbreviation[1]:
        return None
    return _may_end(split)


def uncertain(split: Split) -> bool | None:
    """Some end it only before a word that sentences begin with: ``the U.S. The``, but ``the U.S. Congress``."""
    if not split.is_dot or "uncertain" not in split.abbreviation[1]:
        return None
    return CUT if split.opens else JOIN


def lone_letter(split: Split) -> bool | None:
    """A lone small letter before the stop is an abbreviation; several are a chain that may end the sentence."""
    if not split.is_dot or split.signs != ".":
        return None
    if regex.fullmatch(r"(?:\p{Ll}\.[ \u00a0]?){1,5}\p{Ll}", split.word):
        return split.opens if split.follows_number else _may_end(split)
    if regex.search(r"(?<![\p{L}\p{N}/·])\p{Ll}$", split.before) and split.word not in split.words.openers:
        return CUT if split.opens or split.word.isascii() else JOIN
    return None


def full_stop(split: Split) -> bool | None:
    """Everything else ends here."""
    return CUT


def _may_end(split: Split) -> bool:
    return JOIN if split.after[:1].isdigit() or split.after[:1] in tuple("№([") else CUT


RULES: tuple[Rule, ...] = (
    citation,
    line_break,
    nothing_before,
    marker,
    glued,
    punctuation_follows,
    bracket,
    list_mark,
    small_opener,
    small_letter,
    next_item,
    short_quote,
    slashes,
    area,
    imprint,
    dash,
    year_of_reference,
    initials,
    number_before,
    year,
    leading,
    numbered,
    item,
    closing,
    uncertain,
    lone_letter,
    full_stop,
)
