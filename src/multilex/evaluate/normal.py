"""Normal form: when two strings count as equal, and how near they are otherwise."""

import unicodedata
from collections.abc import Iterable
from typing import Any

import regex

_MARKUP = regex.compile(r"\^\{([^{}]{0,40})\}|<((?:https?://|www\.|[^<>\s@]{1,64}@)[^<>\s]{1,2000})>|\*+|\u00ad")
_BLANKS = regex.compile(r"\s+")
_NOT_WORD = regex.compile(r"[^\p{L}\p{Nd}]+")
_RAISED = regex.compile(r"\^\{[^{}]{0,40}\}")
_ENDS = " .,;:"
_FOLD = str.maketrans(
    {
        **dict.fromkeys("«»“”„‟", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-0123456789+-", strict=True)),
        "\u00a0": " ",
    }
)


def normal(text: str | None) -> str:
    """The form in which strings are compared: NFC, blanks folded, quotation marks and dashes equal, soft
    hyphens and markup gone, raised digits and signs as plain ones, ``.,;:`` at the ends dropped. Case counts.

    >>> normal(" «Вестник»  –  <https://e.kz/a>^{2}. ")
    '"Вестник" - https://e.kz/a2'
    """
    bare = _MARKUP.sub(lambda match: match[1] or match[2] or "", unicodedata.normalize("NFC", text or ""))
    return _BLANKS.sub(" ", bare.translate(_FOLD)).strip(_ENDS)


def caseless(text: str | None) -> str:
    """Normal form without case, for e-mails and DOIs.

    >>> caseless("Name@Mail.KZ;")
    'name@mail.kz'
    """
    return normal(text).casefold()


def letters(text: str | None) -> str:
    r"""Letters and digits only, lower case, raised marks left out: finds a passage again in another layout.

    >>> letters("нор-\nмы № 961² [Текст]")
    'нормы961текст'
    """
    return _NOT_WORD.sub("", _RAISED.sub("", text or "").casefold())


def begin_alike(a: str, b: str) -> bool:
    """Whether the shorter of two strings begins the other; an empty one begins none.

    >>> begin_alike("введение", "введениеиобзор"), begin_alike("", "введение")
    (True, False)
    """
    return bool(a and b) and (a.startswith(b) or b.startswith(a))


def ratio(a: str, b: str) -> float:
    """Levenshtein ratio: 1 - (insertions + deletions) / (sum of lengths); 1.0 for two empty strings.

    >>> ratio("журнал", "журнала")
    0.9230769230769231
    """
    total = len(a) + len(b)
    return 2 * _common(a, b) / total if total else 1.0


def near(gold: Any, found: Any) -> bool:
    """Soft equality of two values (strings, or lists of strings item by item): ratio of at least 0.95.

    >>> near(["право", "закон и порядок в стране"], ["право", "закон и порядок  в стране"])
    True
    """
    if isinstance(gold, str) and isinstance(found, str):
        short, long = sorted((len(gold), len(found)))
        return 2 * short >= 0.95 * (short + long) and ratio(gold, found) >= 0.95
    if isinstance(gold, list | tuple) and isinstance(found, list | tuple):
        return len(gold) == len(found) and all(map(near, gold, found))
    return bool(gold == found)


def shown(value: Any) -> str | None:
    """A value as one line for the list of misses; None stays None.

    >>> shown(["право", "закон"])
    'право | закон'
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        items = sorted(map(str, value)) if isinstance(value, set | frozenset) else map(str, value)
        return " | ".join(items)
    return str(value)


def _common(a: str, b: str) -> int:
    """Length of the longest common subsequence, one integer as a row of bits (Hyyrö 2004)."""
    masks: dict[str, int] = {}
    for index, char in enumerate(a):
        masks[char] = masks.get(char, 0) | 1 << index
    full = (1 << len(a)) - 1
    row = full
    for char in b:
        matched = row & masks.get(char, 0)
        row = ((row + matched) | (row - matched)) & full
    return len(a) - row.bit_count()
