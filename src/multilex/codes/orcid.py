"""ORCID iD: sixteen figures, the last a check character (ISO 7064, MOD 11-2); as an URL or bare."""

from collections.abc import Iterator

import regex

from multilex.codes import Description, Match
from multilex.codes._check import modulus_11_2
from multilex.codes._fold import digits, signs
from multilex.codes._labels import Label, labels
from multilex.vocabulary import CodeStatus

CODE = regex.compile(
    r"""
    (?P<url>(?:https?:\s?//\s?)?(?:www\.)?orcid\.\s?org/\s?)?
    (?<![0-9])(?P<figures>[0-9]{4}(?:\s?-\s{0,2}[0-9]{4}){2}\s?-\s{0,2}[0-9]{3}[0-9XxХх])(?![0-9\p{L}-])
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
SOLID = regex.compile(r"[0-9]{15}[0-9XxХх](?![0-9\p{L}])|(?:[0-9]{4} ){3}[0-9]{3}[0-9XxХх](?![0-9\p{L}])")
ISSUED = ("0000-000", "0009-00")  # the blocks that ORCID hands out


def find(text: str) -> Iterator[Match]:
    """The iDs of `text`; the span includes a resolver. A bare number counts only in the blocks in use.

    >>> [(m.value, m.rule) for m in find("ORCID: 0000-0002-1825-0097, https://orcid.org/0000-0001-5109-370X")]
    [('0000-0002-1825-0097', 'orcid/label'), ('0000-0001-5109-370X', 'orcid/url')]
    """
    near = {label.code: label for label in labels(text, "ORCID")}
    folded = digits(signs(text))
    seen = set()
    for found in CODE.finditer(folded):
        label = near.get(found.start()) or near.get(found.start("figures"))
        if found["url"] and label is not None and label.start >= found.start():
            label = None
        if label is None and not found["url"] and not found["figures"].startswith(ISSUED):
            continue
        rule = "orcid/url" if found["url"] else "orcid/label" if label else "orcid/bare"
        seen.add(found.start("figures"))
        yield _match(text, *found.span(), found["figures"], label, rule)
    for code, label in near.items():
        if code not in seen and (solid := SOLID.match(folded, code)):
            yield _match(text, *solid.span(), solid[0], label, "orcid/label")


def compact(text: str) -> str:
    """The iD without resolver, in four groups joined by hyphens.

    >>> compact("https://orcid.org/0000 0001 5109 370х")
    '0000-0001-5109-370X'
    """
    printed = digits(signs(text.strip()[-60:].strip()))
    figures = regex.sub(r"[\s-]", "", printed.rsplit("/", 1)[-1]).upper().replace("Х", "X")
    return "-".join(figures[i : i + 4] for i in range(0, 16, 4)) if len(figures) == 16 else printed


def is_valid(text: str) -> bool:
    """Whether form and check character are right.

    >>> is_valid("0000-0002-1825-0097"), is_valid("0000-0002-1825-0098")
    (True, False)
    """
    return describe(compact(text)).status is CodeStatus.VALID


def describe(value: str) -> Description:
    """The status of a canonical iD."""
    figures = value.replace("-", "")
    good = regex.fullmatch("(?:[0-9]{4}-){3}[0-9]{3}[0-9X]", value) and modulus_11_2(figures[:15]) == figures[15]
    return Description(value, CodeStatus.VALID if good else CodeStatus.MALFORMED)


def _match(text: str, start: int, end: int, figures: str, label: Label | None, rule: str) -> Match:
    value = compact(figures)
    status = describe(value).status
    if status is CodeStatus.VALID and not text[start:end].endswith(value):
        status = CodeStatus.REPAIRED
    return Match(start, end, value, status, (label.start, label.end) if label else None, rule)
