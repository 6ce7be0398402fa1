"""Zones cut clean: what only introduces, encloses or closes a value is left out of it."""

from functools import cache

import regex

from multilex.codes import skeleton
from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import alternation, cues

_OPEN, _CLOSE = " .,;:-/*", " .,;:-/*"
_QUOTES = {"«": "»", "“": "”", '"': '"', "„": "“", "'": "'", "‘": "’"}
_GLUED = regex.compile(r"\b(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})\b")
_TRANSLATED = regex.compile(r"\s?\[[^\[\]]{3,200}\]$")
"""The translation of a host's name behind it."""
_BROKEN = regex.compile(r"[\u00ad¬]\s?")


def polished(draft: Draft, name: str, start: int, end: int) -> tuple[str, int, int]:
    """Value and span of a zone; an empty value where nothing is left."""
    start, end = _trimmed(draft, start, end)
    if name == "container-title" and (match := _in_book().match(draft.folded, start, end)):
        start = match.end()
        draft.kinds.add("introduced")
    if name == "publisher" and (match := _house().match(draft.folded, start, end)) and match.end() < end:
        start = match.end()
    if name == "publisher" and (match := _house_behind().search(draft.folded, start, end)):
        end = match.start()
    start, end = _trimmed(draft, start, end)
    start, end = _unquoted(draft, start, end)
    if name == "container-title" and (match := _TRANSLATED.search(draft.text, start, end)):
        end = match.start()
    start, end = _balanced(draft, start, end)
    printed = draft.text[start:end]
    value = " ".join(_BROKEN.sub("", printed).split())
    return _GLUED.sub(_parted, value) if name == "publisher" else value, start, end


def _parted(words: regex.Match[str]) -> str:
    """Two words glued together, parted where the second is one that publishers have in their names."""
    is_house = "publisher" in cues().of(skeleton(words[2]))
    return f"{words[1]} {words[2]}" if is_house else words[0]


def _trimmed(draft: Draft, start: int, end: int) -> tuple[int, int]:
    while start < end and draft.text[start] in _OPEN + "–—\n":
        start += 1
    while end > start and draft.text[end - 1] in _CLOSE + "–—\n":
        end -= 1
    return start, end


def _unquoted(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Without quotation marks that enclose the whole."""
    text = draft.text[start:end]
    closing = _QUOTES.get(text[:1])
    if (
        closing
        and len(text) > 2
        and text.endswith((closing, '"', "»", "”"))
        and not any(mark in text[1:-1] for mark in '«»“”"')
    ):
        return _trimmed(draft, start + 1, end - 1)
    return start, end


def _balanced(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Without a bracket that opens or closes nothing."""
    for opening, closing in ("()", "[]"):
        text = draft.text[start:end]
        if text.startswith(opening) and closing not in text:
            start += 1
        if text.endswith(closing) and opening not in text:
            end -= 1
        if text.endswith(opening):
            end -= 1
    return _trimmed(draft, start, end)


@cache
def _in_book() -> regex.Pattern[str]:
    return regex.compile(
        rf"{alternation('marks', 'in_book')}(?!\p{{L}})[.:]{{0,2}}\s{{0,2}}(?=[\p{{L}}\"0-9])(?<![\p{{L}}](?=\p{{L}}))"
    )


@cache
def _house_behind() -> regex.Pattern[str]:
    """``Nauka Publ.``"""
    return regex.compile(rf"(?<=\p{{L}})\s{alternation('marks', 'house_behind')}\.?$")


@cache
def _house() -> regex.Pattern[str]:
    """The word for a publishing house before its name in quotation marks."""
    return regex.compile(rf"{alternation('marks', 'house')}(?!\p{{L}})\.?\s{{0,2}}(?=[\"'])")
