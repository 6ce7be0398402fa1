"""What looks like a number: digits with or without an ending, numerals and their forms."""

from functools import cache

import regex

from multilex.packs import table

_DIGITS = regex.compile(
    r"[+−±~-]?[0-9]{1,30}(?:[.,][0-9]{1,30}){0,9}(?:/[0-9]{1,30})?%?(?:[-‐‑–](?P<ending>\p{L}{1,12}))?"
)


def like_num(text: str) -> bool:
    """Whether a token is a number: ``2,5``, ``51%``, ``1/2``, ``90%-ына``, ``55-ші``, ``екіншісінің``, ``жүзге``.

    Forms that are mostly something else are no numbers: ``онда``, ``бірге``, ``үшін``; nor is a number with
    a noun (``23-бабы``) or a letter (``477-IV``), nor a footnote mark (``¹``).

    >>> [like_num(token) for token in ("55-ші", "Бесінші", "23-бабы", "онда")]
    [True, True, False, False]
    """
    text = text.lower()
    digits = _DIGITS.fullmatch(text)
    if digits:
        return digits["ending"] is None or digits["ending"] in _endings()
    return text in _numerals()


@cache
def _numerals() -> frozenset[str]:
    groups = table("tokens_kk")["numbers"]["groups"]
    return frozenset(stem + ending for group in groups for stem in group["stems"] for ending in ("", *group["endings"]))


@cache
def _endings() -> frozenset[str]:
    """What may stand behind digits and a hyphen: a case ending, or an ordinal's with or without one."""
    numbers = table("tokens_kk")["numbers"]
    cases = {ending for group in numbers["groups"] for ending in group["endings"]}
    ordinals = {stem + ending for stem in numbers["ordinal_stems"] for ending in ("", *numbers["ordinal_endings"])}
    return frozenset(cases | ordinals)
