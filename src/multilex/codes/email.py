"""E-mail addresses: a local part, @, a domain with a last part of letters (a subset of RFC 5322)."""

from collections.abc import Iterator
from functools import cache

import regex

from multilex.codes import Description, Match, Part
from multilex.codes._fold import latin, signs
from multilex.packs import table
from multilex.vocabulary import CodeStatus

LOCAL = r"[A-Za-z0-9_][A-Za-z0-9._%+'-]{0,63}"
PART = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
DOMAIN = rf"(?:{PART}\.){{1,5}}[A-Za-z]{{2,24}}"
WHOLE = regex.compile(rf"({LOCAL})@({DOMAIN})")


def find(text: str) -> Iterator[Match]:
    """The addresses of `text`, without stars, brackets or points around them. Mended are blanks around @ or
    before a well-known last part, and Cyrillic letters of Latin shape.

    >>> [(m.value, m.status.value) for m in find("*a_b.1@mail.ru, (c@mail. ru); d @ uni.edu.kz.")]
    [('a_b.1@mail.ru', 'valid'), ('c@mail.ru', 'repaired'), ('d@uni.edu.kz', 'repaired')]
    """
    if "@" not in text:
        return
    folded = latin(signs(text))
    for found in _pattern().finditer(folded):
        start, end = found.start("local"), found.end()
        value = compact(folded[start:end])
        status = describe(value).status
        if status is CodeStatus.VALID and value != text[start:end]:
            status = CodeStatus.REPAIRED
        yield Match(start, end, value, status, None, "email/address")


def compact(text: str) -> str:
    """The address without blanks, in the printed case.

    >>> compact("nаme @ mail. ru")
    'name@mail.ru'
    """
    printed = text.strip()[:400]
    mended = "".join(latin(signs(printed)).split()).replace(",", ".")
    return mended if WHOLE.fullmatch(mended) else printed.strip()


def is_valid(text: str) -> bool:
    """Whether the form is that of an address.

    >>> is_valid("name@mail.ru"), is_valid("name@mail"), is_valid("a..b@mail.ru")
    (True, False, False)
    """
    return describe(compact(text)).status is CodeStatus.VALID


def describe(value: str) -> Description:
    """The local part and the domain of an address.

    >>> [part.value for part in describe("name@mail.ru").parts]
    ['name', 'mail.ru']
    """
    whole = WHOLE.fullmatch(value)
    if whole is None or ".." in value or ".@" in value:
        return Description(value, CodeStatus.MALFORMED)
    return Description(value, CodeStatus.VALID, (Part("local", whole[1]), Part("domain", whole[2])))


@cache
def _pattern() -> regex.Pattern[str]:
    countries = "|".join(table("codes")["addresses"]["countries"])
    glued = "|".join(table("codes")["addresses"]["glued"])
    known = "|".join((countries, *table("codes")["addresses"]["generic"]))
    joined = rf"(?<!\.(?:{countries}))(?:\ ?\.\s|\ \.|,)(?:{known})(?![A-Za-z0-9])(?!\.[A-Za-z0-9])"
    return regex.compile(
        rf"""
        (?<![A-Za-z0-9])(?<![A-Za-z0-9]['%+])(?:(?i:{glued})(?=[A-Za-z0-9_]{{2}}))?+
        (?P<local>{LOCAL})[ ]?@\s?
        (?: {PART}(?:\.{PART}){{0,4}}{joined}
          | {DOMAIN}(?![A-Za-z0-9_@]|-[A-Za-z0-9]) )
        """,
        regex.VERBOSE,
    )
