"""Cases: court judgments, found so that they are never taken for acts."""

from dataclasses import dataclass
from functools import cache

import regex

from multilex.packs import table


@dataclass(frozen=True, slots=True)
class Case:
    """A judgment as printed; `year` where it is said."""

    start: int
    end: int
    title: str
    year: str | None
    rule: str


def cases(text: str, folded: str) -> list[Case]:
    """The judgments named in a text, in order.

    >>> [case.title for case in cases("see Roe v. Wade (1973).", "see roe v. wade (1973).")]
    ['Roe v. Wade']
    """
    found = []
    for name, hints, pattern in _patterns():
        if not any(map(folded.__contains__, hints)):
            continue
        for match in pattern.finditer(text):
            groups = match.groupdict()
            title = " ".join((groups.get("title") or match[0]).split())
            found.append(Case(*match.span(), title, groups.get("year"), f"case-{name}"))
    return sorted(found, key=lambda case: case.start)


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], regex.Pattern[str]], ...]:
    entries = table("law/cases")["cases"]
    return tuple((entry["id"], tuple(entry["hints"]), regex.compile(entry["pattern"])) for entry in entries)
