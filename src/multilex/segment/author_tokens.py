"""The tokens of an author line: words of names, marks, separators, and what may stand beside a name."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import regex

from multilex import packs
from multilex.segment.callouts import SUPERSCRIPTS
from multilex.segment.names import WORD, tag

STARS = "*∗⁎★☆✱✉🖂📧📩✍🖃🖄\uf02a\uf02b\uf02c"
"""Signs of the corresponding author; the last three are the envelopes of Wingdings as Word's PDFs print them."""

_RAISED = "\ue000"
_SENTENCE_GOES_ON = regex.compile(r"[^\S\n]+\p{L}")
_MARK_VALUE = regex.compile(rf"[0-9]{{1,2}}|\p{{L}}|[{STARS}†‡§#]")
_SIGN = r"\^\{[^{}\n]{0,12}\}|\^[0-9\p{Ll}*]|[⁰¹²³⁴-⁹]{1,4}|\ue000+|[\u1d43-\u1d5bᵃ-ᶻª]|[†‡§#]|[" + STARS + "]"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line. `kind` is word, mark, sep, blank, aside (degree …), markup, foreign or other."""

    kind: str
    start: int
    end: int
    text: str


def tokens_of(text: str, raised: Collection[int]) -> list[Token]:
    """
    The tokens of a line without its markup; `raised` are offsets of superscript letters, which are marks.

    >>> [(token.kind, token.text) for token in tokens_of("А. Серік¹, PhD", ())][:4]
    [('word', 'А.'), ('blank', ' '), ('word', 'Серік'), ('mark', '¹')]
    """
    masked = text
    if raised:
        masked = "".join(
            _RAISED if at in raised and letter.isalnum() and letter not in "⁰¹²³⁴⁵⁶⁷⁸⁹" else letter
            for at, letter in enumerate(text)
        )
    joining = packs.table("names")["joining"]["words"]
    tokens = []
    for match in _grammar().finditer(masked):
        kind = match.lastgroup or "other"
        printed = text[match.start() : match.end()]
        if kind == "word" and printed.casefold() in joining:
            kind = "sep"
        end = match.end()
        if kind == "word" and printed.endswith(".") and tag(printed) == "W":
            printed, end = printed[:-1], end - 1
        tokens.append(Token(kind, match.start(), end, printed))
        if end < match.end() and _SENTENCE_GOES_ON.match(text, match.end()):
            tokens.append(Token("foreign", end, match.end(), text[end : match.end()]))
    return [token for token in tokens if token.kind not in ("markup", "icon")]


def mark_values(text: str) -> tuple[str, ...]:
    """
    The single marks of a run of marks: numbers, letters, stars.

    >>> mark_values("^{1,2*}")
    ('1', '2', '*')
    """
    plain = text.translate(SUPERSCRIPTS)
    return tuple("*" if value in STARS else value for value in _MARK_VALUE.findall(plain))


def begins_with_contact(text: str) -> bool:
    """
    Whether a line says first how to reach somebody.

    >>> begins_with_contact("*Corresponding author: A.B. Serik")
    True
    """
    return _contact().match(text) is not None


@cache
def _contact() -> "regex.Pattern[str]":
    words = packs.table("organisations")["contacts"]["words"]
    return regex.compile(rf"(?i)[\s{STARS}]{{0,5}}\L<words>(?!\p{{L}})", words=words)


@cache
def _grammar() -> "regex.Pattern[str]":
    words = packs.table("organisations")
    return regex.compile(
        rf"""
        (?P<aside>(?:https?://)?(?:www\.)?orcid\.org/[0-9X-]{{10,25}}|(?:[0-9]{{4}}-){{3}}[0-9]{{3}}[0-9Xx]
          |[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}}|https?://[^\s,;]{{1,200}}|\([^()\n]{{0,120}}\)
          |(?<![\p{{L}}.-])(?i:\L<degrees>|\L<contacts>)(?![\p{{L}}@-])\s?:?|(?<!\p{{L}})(?i:\L<labels>)\s?:)
        |(?P<markup>\*\*|__|\\[a-zA-Z]{{1,20}}|[{{}}~_])
        |(?P<mark>(?:{_SIGN}|(?<![0-9])(?<![0-9]\.)[0-9]{{1,2}}(?![0-9]|\.[0-9]))(?:{_SIGN})*[)⁾]?)
        |(?P<icon>[\p{{Co}}\p{{So}}])
        |(?P<word>{WORD})
        |(?P<sep>[,;\n|/•·&]|\.(?=\s|$|,))
        |(?P<blank>[^\S\n]+)
        |(?P<foreign>[0-9]{{3,}}|//|[=%?!:«»"“”„№@+<>–—])
        |(?P<other>.)
        """,
        regex.X,
        degrees=words["degrees"]["words"],
        contacts=words["contacts"]["words"],
        labels=packs.table("names")["author_lines"]["labels"],
    )
