"""The rules that decide whether a sentence ends: small functions, asked in the order of `RULES`.

Each looks at one `Split` and answers ``CUT``, ``JOIN`` or nothing; the first answer counts. Examples and
near misses of each are in ``packs/sentences.toml`` under its name.
"""

from collections.abc import Callable
from functools import cache

import regex

from multilex import packs
from multilex.segment.sentence_split import Split

CUT, JOIN = True, False
Rule = Callable[[Split], bool | None]

_CAPITAL = r"[\p{Lu}«“„\"]"
_ITEM = regex.compile(rf"(?:\d{{1,3}}\.|\[\d{{1,3}}\])[ \u00a0]{_CAPITAL}")
_LIST_MARK = regex.compile(r"(?:\(?\d{1,2}|\(?\p{Ll}|\((?:i{1,3}|iv|vi{0,3}))\)[ \u00a0]")
_MARKER = regex.compile(r"[\s\p{P}⁰¹²³⁴-⁹*]*(?:(?:\d{1,3}\.){0,3}\d{1,3}|[IVXІХ]{1,5}|\p{L})[\s\p{P}⁰¹²³⁴-⁹*]*$")
_INITIALS = regex.compile(r"(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}?\.[ \u00a0]?-?){0,3}\p{Lu}\p{Ll}?$")
_NAME_BEFORE = regex.compile(r"\p{Lu}[\p{Ll}'’]+(?:[-‑]\p{Lu}\p{Ll}+)?,?[ \u00a0]$")
_WEB = regex.compile(r"(?:https?:|www\.|@|//)\S*$")


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
    is_short = len(split.word.rpartition(".")[2]) < 3
    if split.signs == "." and (is_short or _WEB.search(split.before[-80:])):
        return JOIN
    word = split.next_word
    return None if word[:1].isupper() and (len(word) == 1 or word[1:2].islower()) else JOIN


def punctuation_follows(split: Split) -> bool | None:
    """A sentence begins with no comma or closing bracket."""
    return JOIN if split.after[:1] in tuple(",;:)]}»”%") else None


def list_mark(split: Split) -> bool | None:
    """An item of a list begins after a finished one: ``1)``, ``a)``, ``(б)``."""
    if not _LIST_MARK.match(split.after) or (split.is_dot and split.abbreviation[1] & {"leading", "numbered"}):
        return None
    return CUT


def small_letter(split: Split) -> bool | None:
    """What begins with a small letter goes on."""
    return JOIN if split.next_word[:1].islower() else None


def next_item(split: Split) -> bool | None:
    """A numbered item begins: ``… – 300 с. 2. Петров``."""
    if not _ITEM.match(split.after):
        return None
    kinds = split.abbreviation[1]
    if split.is_dot and kinds & {"leading", "numbered"} and not (split.follows_number and "after_number" in kinds):
        return None
    return CUT


def bracket(split: Split) -> bool | None:
    """A bracket opened inside the sentence is no place to end it."""
    inside = split.text[max(split.start, split.end - WINDOW_OF_BRACKETS) : split.stop]
    for opening, closing in ("()", "[]"):
        place = inside.rfind(opening)
        if place <= inside.rfind(closing) or not any(sign.isalnum() for sign in inside[:place]):
            continue
        if closing in split.signs or closing in split.after:
            return JOIN
    return None


def short_quote(split: Split) -> bool | None:
    """A short quotation or title inside the sentence stays whole."""
    for opening, closing in ("«»", "“”", "„“"):
        place = split.before.rfind(opening)
        if place <= split.before.rfind(closing) or not any(sign.isalnum() for sign in split.before[:place]):
            continue
        if closing not in split.signs and closing in split.after[:120]:
            return JOIN
    return None


def slashes(split: Split) -> bool | None:
    """``//`` and ``/`` lead to the journal and the editors of a reference; the journal's name may hold stops."""
    if split.after.startswith("/"):
        return JOIN
    _, mark, journal = split.before.rpartition(" // ")
    return JOIN if mark and split.is_dot and not any(sign.isdigit() for sign in journal) else None


def area(split: Split) -> bool | None:
    """A part of a reference follows that its own label tells: ``С. 5``, ``Vol. 3``, ``URL:``, ``17-б.``"""
    return JOIN if split.is_dot and _areas().match(split.after) else None


def imprint(split: Split) -> bool | None:
    """A part of a reference follows that its form tells: city, publisher and year; journal, volume and issue."""
    return JOIN if split.is_dot and _imprints().match(split.after) else None


def dash(split: Split) -> bool | None:
    """Behind a dash a reference goes on with the next part; else somebody else speaks."""
    if split.after[:1] not in tuple("–—-−"):
        return None
    rest = split.after[1:].lstrip(" \u00a0")
    if split.is_dot and (rest[:1].isdigit() or _areas().match(rest) or _imprints().match(rest)):
        return JOIN
    return CUT if rest[:1].isupper() else None


def year_of_reference(split: Split) -> bool | None:
    """The title follows the year in brackets that follows the initials: ``Smith, J. (2011). Title``."""
    tail = regex.search(r"\.,?[ \u00a0]\((?:19|20)\d\d[a-zа-я]?\)$", split.before)
    return JOIN if split.is_dot and tail else None


def initials(split: Split) -> bool | None:
    """Initials stand before a name, or behind one and before a title."""
    if not split.is_dot or split.signs != "." or not (found := _INITIALS.search(split.before[-30:])):
        return None
    if len(found[0]) == 2 and found[0].lower() in split.words.kinds:
        return None
    if split.words.kinds_of(found[0].lower().replace(" ", "")) & {"closing", "uncertain"}:
        return None
    head = split.before[: len(split.before) - len(found[0])]
    return CUT if split.opens and not _NAME_BEFORE.search(head[-40:]) else JOIN


def number_before(split: Split) -> bool | None:
    """A unit behind a number may end a sentence: ``300 с.``, ``5 кг.``; a number goes on after it."""
    if not split.is_dot or "after_number" not in split.abbreviation[1] or not split.follows_number:
        return None
    return _may_end(split)


def year(split: Split) -> bool | None:
    """A date ends a sentence unless it has just begun one: ``В 2011 г. Казахстан``."""
    if not split.is_dot or "years" not in split.abbreviation[1] or not split.follows_number:
        return None
    if split.next_word[:1].isdigit() or split.after[:1] in "№([":
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
    is_number = word[:1].isdigit() or regex.fullmatch(r"[IVXLCІХ]+", word)
    return JOIN if is_number or split.after[:1] in "№([" else None


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
        return _may_end(split)
    if len(split.word) == 1 and split.word.islower() and split.word not in split.words.openers:
        return CUT if split.opens else JOIN
    return None


def full_stop(split: Split) -> bool | None:
    """Everything else ends here."""
    return CUT


def _may_end(split: Split) -> bool:
    return JOIN if split.next_word[:1].isdigit() or split.after[:1] in tuple("№(") else CUT


@cache
def _areas() -> regex.Pattern[str]:
    data = packs.table("sentences")
    numbered_labels = "|".join(map(regex.escape, data["areas"]["before_number"]))
    labels = "|".join(map(regex.escape, data["areas"]["always"]))
    pages = "|".join(map(regex.escape, data["pages"]["words"]))
    return regex.compile(
        rf"(?:\[[^\]]{{2,40}}\]|(?:{numbered_labels})\.?[ \u00a0]?[\dIVXІХ]|(?:{labels})(?!\p{{Ll}})"
        rf"|\d{{1,4}}(?:[-–‑]\d{{1,4}})?[ \u00a0]?[-–‑]?(?:{pages})\.)"
    )


@cache
def _imprints() -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{form})" for form in packs.table("sentences")["imprint"]["forms"]))


WINDOW_OF_BRACKETS = 300

RULES: tuple[Rule, ...] = (
    line_break,
    nothing_before,
    marker,
    glued,
    punctuation_follows,
    list_mark,
    small_letter,
    next_item,
    bracket,
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
    closing,
    uncertain,
    lone_letter,
    full_stop,
)
