"""Cases of courts: the parties, the number, the reporter (``Reed v. Ford, 347 U.S. 483 (1954)``)."""

from functools import cache

import regex

from multilex.extract.dates_written import WrittenDate
from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import alternation

_PARTY = r"\p{Lu}[\p{L}.'&-]*(?:\s[\p{L}.'&-]+){0,3}"
_REPORTER = regex.compile(
    r"(?<![0-9/№.-])(?P<volume>[0-9]{1,4})\s(?P<host>\p{Lu}[\p{L}.]{0,12}(?:\s[\p{L}.]{1,8}|\s?[0-9][a-z]{1,2}){0,2})\s"
    r"(?P<page>[0-9]{1,5})(?=\s?[,.;\x01]|\s\(|\s*$)"
)
_ECLI = regex.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:[0-9]{4}:[A-Z0-9.]{1,25}[A-Z0-9]")


def read_case(draft: Draft, start: int, dates: list[WrittenDate]) -> bool:
    """Take parties, number and reporter of a case that the reference begins with."""
    match = _versus().match(draft.plain, start) or _quoted().match(draft.folded, start)
    if match is None:
        return False
    draft.kinds.add("case")
    if ecli := _ECLI.search(draft.plain):
        draft.remarks.append(ecli.span())
        draft.blot(*ecli.span())
    first, end = match.span("parties")
    draft.take("title", first, end, around=(match.start(), end + (match.re is _quoted())))
    number = _number().search(draft.folded)
    if match["number"]:
        draft.take("number", *match.span("number"))
    elif number:
        draft.take("number", *number.span("value"), around=number.span())
    reporter = _REPORTER.search(draft.plain, end)
    if reporter and not any(date.start < reporter.end() and reporter.start() < date.end for date in dates):
        draft.take("volume", *reporter.span("volume"))
        draft.take("page", *reporter.span("page"))
        draft.take("container-title", *reporter.span("host"))
    return True


_NUMBER = r"(?:[A-Z]-)?[0-9]{1,6}/[0-9]{2,4}(?![0-9])"


@cache
def _versus() -> regex.Pattern[str]:
    """*Reed v. Ford*; *vs* also compares things, so nothing of the web may follow."""
    versus = r"(?:v|vs(?!.{0,200}?(?://|\x01\x01)))"
    before = rf"(?:(?:\p{{Lu}}\p{{Ll}}{{2,5}}\s)(?P<number>{_NUMBER}),?\s)?"
    return regex.compile(
        rf"\W{{0,3}}{before}(?P<parties>{_PARTY}\s{versus}\.?\s{_PARTY}(?<![\s.]))\.?\s{{0,2}}(?:[*,.(\[\x01/]|[0-9]|$)"
    )


@cache
def _quoted() -> regex.Pattern[str]:
    """The case in quotation marks, with the word for it."""
    case, against = alternation("official", "case"), alternation("official", "against")
    return regex.compile(
        rf"{case}(?P<number>(?!))?\s{{1,2}}\"(?P<parties>[^\"\x01]{{2,120}}\s{against}\s[^\"\x01]{{2,120}})\""
    )


@cache
def _number() -> regex.Pattern[str]:
    """``App. No. 12345/10``"""
    words = alternation("official", "case_number")
    return regex.compile(rf"(?<!\p{{L}}){words}\.?,?\s{{1,2}}(?P<value>{_NUMBER})")
