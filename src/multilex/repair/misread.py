"""Text whose bytes were read in a wrong encoding: UTF-8 as a code page, one code page as another.

The characters are replaced one for one; of the several that a UTF-8 character was read as, all but the first become
`FILLER`, which layout leaves out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from unicodedata import category

import regex

from multilex.packs import table
from multilex.repair.letter_pairs import DEAREST, mean_cost

FILLER = "\u2060"
LIKELY, GAIN = 3.5, 0.8  # nats per pair of letters: the most that a mended text costs, the least that mending saves
_LETTERS_ENOUGH = 8
_ENOUGH_STRETCHES = 3
_MOST_TIMES = 3  # how often one text was read wrongly
_AGAIN = frozenset(map(chr, (*range(0x80, 0xA0), 0xAD)))  # what a second misreading leaves of a byte
_USUAL = frozenset(map(chr, (*range(0x20, 0x7F), *range(0x410, 0x450)))) | frozenset("\n\r\t\f«»“”„’–—…№·•§ёЁ")
_ALONE = frozenset("–—-•·№§…°±")  # signs that stand alone
_SIGN_COST = 2.0  # nats, for a text that is all signs
_SIGNS_ONLY = DEAREST + _SIGN_COST
_BEFORE, _AFTER = ("", *" \t\n\f.(·/-«"), ("", *" \t\n\f.,;:)·/-»")  # what may stand around a single letter
_LETTER = regex.compile(r"\p{L}")
_NUMBERED = regex.compile(r"(?<=[\s(])([^\s\p{Alphabetic}\x00-\x7f])(?=\s[0-9])")
NUMBER = "№"
_PART, _HUMP = regex.compile(r"[^\s«»“”„‘’–—№.,:;!?-]+"), regex.compile(r"\p{Ll}\p{Lu}")


@dataclass(frozen=True)
class Misread:
    """Text of the encoding `truly`, read as `read_as`. `meant` maps what is printed to what was written."""

    read_as: str
    truly: str
    signs: "regex.Pattern[str]"
    meant: dict[str, str] = field(hash=False)
    domain: frozenset[str]
    token: "regex.Pattern[str]"

    @property
    def name(self) -> str:
        """How a note calls it."""
        return f"{_NAMES[self.truly]} read as {_NAMES[self.read_as]}"


_NAMES = {
    "utf_8": "UTF-8",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "koi8_r": "KOI8-R",
    "mac_cyrillic": "Mac Cyrillic",
    "cp866": "CP866",
    "kz1048": "KZ-1048",
    "ptcp154": "PT154",
}


@cache
def misreadings() -> tuple[Misread, ...]:
    """The misreadings of ``packs/damage.toml``."""
    return tuple(_misread(**entry) for entry in table("damage")["misread"])


def _misread(read_as: str, truly: str, signs: str, rare: str = "") -> Misread:
    printed = _bytes_of(read_as)
    meant: dict[str, str] = {}
    if truly != "utf_8":
        for char, byte in printed.items():
            try:
                letter = bytes([byte]).decode(truly)
            except UnicodeDecodeError:
                continue
            if letter != char and category(letter)[0] in "LPS":
                meant[char] = letter
    letters = "".join(regex.escape(char) for char, letter in meant.items() if letter.isalpha() or char.isalpha())
    if read_as != "cp1252" or not letters:
        letters += r"\p{Cyrillic}"
    domain = frozenset(rare or (printed if truly == "utf_8" else meant))
    return Misread(read_as, truly, regex.compile(signs), meant, domain - _USUAL, regex.compile(rf"[{letters}]+"))


@cache
def _bytes_of(encoding: str) -> dict[str, int]:
    """What stands for each byte from 0x80 on, whichever way the reader shows codes without a character."""
    printed = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        printed[bytes([byte]).decode(encoding, errors="ignore") or chr(byte)] = byte
    if encoding == "cp1251":
        printed["\ufffd"] = 0x98  # the one code without a character
    return printed


@dataclass(frozen=True, slots=True)
class Change:
    """Characters of a text from `start` to `end` that mean `new`, which is as long."""

    start: int
    end: int
    new: str
    name: str


def mend_misread(text: str, stretches: Iterable[tuple[int, int]]) -> list[Change]:
    """What to change in a page's text, stretch by stretch (printed lines, or runs of one font).

    >>> [change.new for change in mend_misread("Óãîëîâíîå ïðàâî", [(0, 15)])]
    ['Уголовное', 'право']
    """
    unusual = frozenset(text) - _USUAL
    found = [
        misread
        for misread in misreadings()
        if (misread.truly == "koi8_r" or misread.read_as == "koi8_r" or not misread.domain.isdisjoint(unusual))
        and misread.signs.search(text)
    ]
    if not found:
        return []
    of_bytes = [misread for misread in found if misread.truly != "utf_8"]
    of_utf8 = [misread for misread in misreadings() if misread.truly == "utf_8"] if len(of_bytes) < len(found) else []
    changes: list[Change] = []
    open_: list[tuple[int, int]] = []
    strong = 0
    for start, end in stretches:
        mended = _mend_utf8(text, start, end, of_utf8) if of_utf8 else []
        strong += bool(mended)
        changes += mended
        if not mended:
            open_.append((start, end))
    if strong >= _ENOUGH_STRETCHES:
        changes += [change for start, end in open_ for change in _mend_rest(text, start, end, of_utf8)]
    return sorted(changes + _mend_pages(text, open_, of_bytes), key=lambda change: change.start)


def _mend_utf8(text: str, start: int, end: int, misreadings: Sequence[Misread]) -> list[Change]:
    """The UTF-8 characters of a stretch that has enough of them, however often it was read wrongly."""
    units = [(text[at], at, at + 1) for at in range(start, end)]
    name = ""
    for _ in range(_MOST_TIMES):
        whole = "".join(unit[0] for unit in units)
        misread = next((one for one in misreadings if one.signs.search(whole)), None)
        if misread is None:
            break
        decoded = list(_decoded(units, _bytes_of(misread.read_as)))
        if 2 * sum(last - first > 1 for _, first, last in decoded) < sum(not char.isascii() for char, _, _ in decoded):
            break
        name, units = misread.name, decoded
    changes: list[Change] = []
    for char, first, last in units:
        printed = text[first:last]
        if printed == char:
            continue
        new = _filled(char, printed)
        if changes and changes[-1].end == first and not char.isspace():
            before = changes.pop()
            first, new = before.start, before.new + new
        changes.append(Change(first, last, new, name))
    return changes


def _mend_rest(text: str, start: int, end: int, misreadings: Sequence[Misread]) -> list[Change]:
    """The UTF-8 characters of a stretch with few of them, on a page with enough: all beyond ASCII must be such."""
    if text[start:end].isascii():
        return []
    for misread in misreadings:
        units = list(_decoded([(text[at], at, at + 1) for at in range(start, end)], _bytes_of(misread.read_as)))
        if all(last - first > 1 or char.isascii() for char, first, last in units):
            return [
                Change(first, last, _filled(char, text[first:last]), misread.name)
                for char, first, last in units
                if last - first > 1
            ]
    return []


def _filled(char: str, printed: str) -> str:
    """A character in the width of what it was read as; only where a blank is printed may one be meant."""
    if char.isspace():
        return FILLER * (len(printed) - 1) + (" " if printed[-1].isspace() else FILLER)
    return char + FILLER * (len(printed) - 1)


def _decoded(units: Sequence[tuple[str, int, int]], byte_of: dict[str, int]) -> Iterator[tuple[str, int, int]]:
    at = 0
    while at < len(units):
        lead = byte_of.get(units[at][0], 0)
        length = 2 if 0xC2 <= lead <= 0xDF else 3 if 0xE0 <= lead <= 0xEF else 4 if 0xF0 <= lead <= 0xF4 else 1
        sequence = units[at : at + length]
        # a no-break space is often made a blank on the way
        codes = [lead, *(0xA0 if char == " " else byte_of.get(char, 0) for char, _, _ in sequence[1:])]
        char = bytes(codes).decode("utf-8", errors="ignore") if length > 1 else ""
        if len(char) == 1 and len(sequence) == length and (category(char)[0] in "LPSNZ" or char in _AGAIN):
            yield char, sequence[0][1], sequence[-1][2]
            at += length
        else:
            yield units[at]
            at += 1


def _mend_pages(text: str, stretches: Sequence[tuple[int, int]], misreadings: Sequence[Misread]) -> list[Change]:
    """The stretches that make words when read in another code page; short ones follow the others of their page."""
    if not misreadings:
        return []
    changes: list[Change] = []
    weight: dict[Misread, int] = {}
    weak: list[tuple[int, int]] = []
    for start, end in stretches:
        likely = [one for one in misreadings if _has_signs(one, text, start, end)]
        if not likely:
            weak.append((start, end))
            continue
        best = min(likely, key=lambda misread: _costs(text, start, end, misread)[0])
        after, before, letters = _costs(text, start, end, best)
        if letters >= _LETTERS_ENOUGH and after <= LIKELY and before - after >= GAIN:
            weight[best] = weight.get(best, 0) + letters
            changes += _changed(text, start, end, best)
        else:
            weak.append((start, end))
    for start, end in weak if weight else ():
        best = max(weight, key=lambda misread: weight[misread])
        after, before, letters = _costs(text, start, end, best)
        if letters and (after < before or after == _SIGNS_ONLY):
            changes += _changed(text, start, end, best)
        elif not letters:
            changes += _numbers(text, start, end, best)
    return changes


def _has_signs(misread: Misread, text: str, start: int, end: int) -> bool:
    """Whether a stretch may be misread so; KOI8-R and others have capitals where small letters are meant."""
    if not misread.signs.search(text, start, end):
        return False
    if {misread.read_as, misread.truly} != {"koi8_r", "cp1251"}:
        return True
    letters = _LETTER.findall(text, start, end)
    return 2 * sum(map(str.isupper, letters)) > len(letters)


def _words(text: str, start: int, end: int, misread: Misread) -> list["regex.Match[str]"]:
    """The words that would change; letters beside Latin ones, and signs that may stand alone, are what they are."""
    found = []
    for match in misread.token.finditer(text, start, end):
        word, before, after = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        beside_latin = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
        alone = before in _BEFORE and (after in _AFTER or after.isdigit()) and (word not in _ALONE or after == ".")
        a_word = len(word) > 2 or (not beside_latin and (len(word) > 1 or word.isalpha() or alone))
        if a_word and any(char in misread.meant for char in word):
            found.append(match)
    return found


def _costs(text: str, start: int, end: int, misread: Misread) -> tuple[float, float, int]:
    """Nats per pair of letters of the words that would change, after it and before, and their letters."""
    words = [match[0] for match in _words(text, start, end, misread)]
    meant = ["".join(misread.meant.get(char, char) for char in word) for word in words]
    return _cost(meant), _cost(words), sum(map(len, words))


def _cost(words: Sequence[str]) -> float:
    """Nats per pair of letters; a capital in the middle of a word is dear, and so are signs."""
    parts = [part for word in words for part in _PART.findall(word)]
    humps = sum(1 for part in parts if _HUMP.search(part)) / max(1, len(parts))
    signs = 1 - sum(map(len, parts)) / max(1, sum(map(len, words)))
    return mean_cost(parts) + humps + _SIGN_COST * signs


def _numbers(text: str, start: int, end: int, misread: Misread) -> Iterator[Change]:
    """The number signs of a stretch without words to mend."""
    for match in _NUMBERED.finditer(text, start, end):
        if misread.meant.get(match[1]) == NUMBER:
            yield Change(match.start(1), match.end(1), NUMBER, misread.name)


def _changed(text: str, start: int, end: int, misread: Misread) -> list[Change]:
    changes = [
        Change(match.start(), match.end(), "".join(misread.meant.get(char, char) for char in match[0]), misread.name)
        for match in _words(text, start, end, misread)
    ]
    taken = {at for change in changes for at in range(change.start, change.end)}
    for at in range(start, end):
        meant = misread.meant.get(text[at], "")
        if at not in taken and meant and not meant.isalpha() and category(meant)[0] in "PS" and text[at] not in _USUAL:
            changes.append(Change(at, at + 1, meant, misread.name))
    return changes
