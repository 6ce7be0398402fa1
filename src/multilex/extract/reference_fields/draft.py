"""Draft: a reference while it is being read. What a reader took is blotted out for those that follow."""

from dataclasses import dataclass, field

import regex

from multilex.codes import skeleton
from multilex.codes._fold import signs
from multilex.extract.reference_fields.words import dotted, openings
from multilex.vocabulary import State

BLOT = "\x01"

_WORD = regex.compile(r"[\p{L}\p{M}'#`]++(?:-[\p{L}\p{M}'#`]++)*+")
_WITHOUT_BLANKS = ("URL", "DOI", "ISBN", "ISSN")
_LEFT = regex.compile(r"[\p{L}\p{N}]")


@dataclass(frozen=True, slots=True)
class Found:
    """A field read: `value` as CSL has it, `start` to `end` in the reference."""

    name: str
    value: str
    start: int
    end: int
    state: State = State.READ


@dataclass(frozen=True, slots=True)
class Person:
    """A name read; a body, or a person whose family name cannot be told, has only `literal`."""

    start: int
    end: int
    family: str | None = None
    given: str | None = None
    literal: str | None = None


@dataclass(slots=True)
class Draft:
    """
    `plain` is the text with plain dashes, quotes and blanks, `folded` its skeleton; both keep the length, and in
    both what was taken is `BLOT`. `kinds` are signs of what kind of work it is, `lists` the word lists that have a
    word in it, `introduced` where words such as *in* stood before a host,
    `noted` is the language that a remark in brackets says the work is in, `remarks` are spans set aside unparsed.
    """

    text: str
    plain: str = ""
    folded: str = ""
    found: list[Found] = field(default_factory=list)
    people: dict[str, list[Person]] = field(default_factory=dict)
    et_al: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    introduced: set[int] = field(default_factory=set)
    noted: str | None = None
    remarks: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.plain = signs(self.text).replace("\n", " ")
        self.folded = skeleton(self.plain)
        self.lists = {
            found
            for word in _WORD.findall(self.folded)
            for part in (word, *(word.split("-") if "-" in word else ()))
            for found in openings().of(part)
        }
        for form, lists in dotted().items():
            if form in self.folded:
                self.lists |= lists

    def blot(self, start: int, end: int) -> None:
        """Take characters out of what is left to read."""
        for name in ("plain", "folded"):
            text = getattr(self, name)
            setattr(self, name, text[:start] + BLOT * (end - start) + text[end:])

    def take(
        self, name: str, start: int, end: int, value: str | None = None, *, around: tuple[int, int] | None = None
    ) -> None:
        """Record a field, and blot it with the label around it (`around` is its span, if wider)."""
        printed = self.text[start:end]
        value = printed if value is None else value
        whole = value == printed or (name not in _WITHOUT_BLANKS and same(value, printed))
        state = State.READ if whole else State.REPAIRED
        self.found.append(Found(name, value, start, end, state))
        begin, finish = around or (start, end)
        self.blot(min(start, begin), max(end, finish))

    def has(self, *names: str) -> bool:
        """Whether one of these fields was read."""
        return any(found.name in names for found in self.found)

    def get(self, name: str) -> Found | None:
        """The first reading of a field."""
        return next((found for found in self.found if found.name == name), None)

    def mentions(self, name: str, key: str) -> bool:
        """Whether the first word of any phrase of a list occurs."""
        return f"{name}.{key}" in self.lists

    def left(self, start: int, end: int) -> bool:
        """Whether letters or figures are left to read in a stretch."""
        return _LEFT.search(self.plain, start, end) is not None


def after(pattern: regex.Pattern[str], text: str, start: int = 0) -> int:
    """The offset after what a pattern matches at `start`; `start` where it matches nothing."""
    match = pattern.match(text, start)
    return match.end() if match else start


def same(value: str, printed: str) -> bool:
    """Whether a value is what is printed but for blanks, dashes and quotes."""
    return "".join(signs(value).split()) == "".join(signs(printed).split())
