"""Definitions: short forms that a paper introduces for an act, and where it uses them later."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.grammar import jurisdictions


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form in force from offset `end` on; `printed` is the form itself."""

    end: int
    printed: str


def definition(text: str, folded: str, at: int, noun: str = "") -> Definition | None:
    """The short form introduced right after an act that ends at `at`: ``(далее – Закон)``, or an abbreviation in
    brackets that has the first letter of the act's `noun`: ``Кодекс … (КоАП)``.

    >>> definition("Закон РК (далее – Закон)", "закон рк (далее - закон)", 8).printed
    'Закон'
    """
    match = _pattern().match(folded, at)
    if match is None:
        return _abbreviated(text, at, noun)
    start, end = match.span("form")
    printed = " ".join(text[start:end].split()).strip(' "«»“”.-–—')
    return Definition(match.end(), printed) if printed and any(c.isalpha() for c in printed) else None


def _abbreviated(text: str, at: int, noun: str) -> Definition | None:
    match = _abbreviation().match(text, at)
    form = match["form"] if match else ""
    if match is None or not noun or noun[0].upper() not in form or not is_abbreviation(form) or form in _states():
        return None
    return Definition(match.end(), form)


@cache
def _abbreviation() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["definition"]["abbreviation"])


@cache
def _states() -> frozenset[str]:
    return frozenset(form for one in jurisdictions() for forms in one.get("short", {}).values() for form in forms)


def leads_to_definition(between: str) -> bool:
    """Whether a folded stretch after an act only introduces a short form."""
    return _lead().fullmatch(between) is not None


@cache
def _lead() -> regex.Pattern[str]:
    return regex.compile(rf"\s?[(,]\s?{grammar.words()['definition']['marks']}\s?[:,-]?\s?\"?")


@cache
def _pattern() -> regex.Pattern[str]:
    marks = grammar.words()["definition"]["marks"]
    article = grammar.words()["definition"]["articles"]
    return regex.compile(
        rf"[\s,¹²³⁰-⁹]{{0,4}}(?:[\[(][^()\[\]]{{0,200}}[)\]][\s,]{{0,2}}){{0,2}}[(,]\s?(?:[^()]{{0,120}}[;,]\s)?{marks}\s?[:,-]?\s?"
        rf"(?:{article}\s)?\"?(?:{article}\s)?(?P<form>[^()\";,\[\]]{{2,80}}?)\"?\s?(?=[);,\"])"
    )


def uses(text: str, folded: str, form: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Spans where a short form stands, in any case of its language."""
    not_after = tuple(grammar.words()["definition"]["not_after"])
    for match in _form(form).finditer(folded, start):
        if folded[max(0, match.start() - 20) : match.start()].rstrip().rpartition(" ")[2] in not_after:
            continue
        if text[match.start()].isupper() == form[0].isupper():
            yield match.span()


@cache
def _form(form: str) -> regex.Pattern[str]:
    *first, last = form.split()
    words = r"\s".join([*(_word(word) for word in first), _word(last, inflected=bool(first))])
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}-])(?<!\"){words}(?![\p{{L}}\p{{N}}])")


def is_abbreviation(word: str) -> bool:
    """Whether a word is written mostly in capitals, like the abbreviations of acts.

    >>> is_abbreviation("КоАП"), is_abbreviation("Закон")
    (True, False)
    """
    return sum(letter.isupper() for letter in word) > 1


def _word(word: str, *, inflected: bool = False) -> str:
    """A pattern of a word in any case; short small words have cases only where they are known to be inflected."""
    low = word.lower().replace("ё", "е")
    if is_abbreviation(word) or not regex.search(r"\p{Cyrillic}", word):
        return regex.escape(low) + (r"(?:-\p{L}{1,4})?" if is_abbreviation(word) else "")
    if len(low) < 4 and not word[0].isupper() and not inflected:
        return regex.escape(low)
    pack = grammar.words()["stems"]
    stem = regex.sub(f"[{pack['vowels']}]{{1,2}}$", "", low) if len(low) > 4 else low
    return (
        f"{stem[:-1]}[{pack['softening']}]" + r"\p{L}{0,6}" if stem[-1] in pack["softening"] else stem + r"\p{L}{0,6}"
    )
