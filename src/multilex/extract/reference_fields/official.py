"""Documents without authors: acts, standards, reports. Their own words give number, genre, authority."""

from functools import cache

import regex

from multilex.codes import skeleton
from multilex.extract.dates_written import WrittenDate
from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import alternation, cues

_QUOTED = regex.compile(r'"([^"\x01]{3,600})"(?!\s?\p{Ll})')
_SAME_STANDARD = regex.compile(r"\s?\(\p{Lu}{2,5}[^()]{2,40}\)")
_ADOPTED = regex.compile(r"\([^()\x01]{4,120}\)")
_QUALIFIED = regex.compile(r"\p{Lu}\p{Ll}{4,}(?:\s\p{Ll}{5,})?")
"""What may stand before the type of an act: an adjective or two."""
_AUTHORITY = regex.compile(r"\s\p{Ll}[^.,:;/\"\x01]{2,120}")
_ACT_ENDS = regex.compile(r"[.,:;/\"\x01]|\s-\s")
_APART = regex.compile(r"(?:^|[:./\"\x01]|\s-)\s?$")
_NEAR = 3
_ENDS = " .,;:-/\"'()[]"


def read_force(draft: Draft, dates: list[WrittenDate]) -> list[WrittenDate]:
    """Blot when an act or standard came into force and what it replaces; the dates that remain are given back."""
    match = _force().search(draft.folded) if draft.mentions("official", "force") else None
    if match is None:
        return dates
    inside = [date for date in dates if match.start() <= date.start < match.end() + 60 and len(date.value) > 4]
    draft.blot(match.start(), inside[-1].end if inside else match.end())
    return [date for date in dates if date not in inside]


@cache
def _force() -> regex.Pattern[str]:
    words = alternation("official", "force")
    return regex.compile(rf"[.,:;(-]\s{{0,2}}{words}(?!\p{{L}})[^\x01;(]{{0,60}}?(?=[;.,)]\s|-\s|\x01|$)")


def read_standard(draft: Draft, start: int) -> bool:
    """Take the number of a standard that the reference begins with, or has after its title."""
    if not draft.mentions("official", "standards"):
        return False
    match = _standard().match(draft.folded, start)
    if match is None:
        match = _standard_after().search(draft.folded, start + 5)
        if match is None or "author" in draft.people or "//" in draft.plain:
            return False
    same = _SAME_STANDARD.match(draft.plain, match.end("value"))
    draft.take(
        "number", *match.span("value"), around=(match.start("value"), same.end() if same else match.end("value"))
    )
    draft.kinds.add("standard")
    return True


@cache
def _standard() -> regex.Pattern[str]:
    kind = alternation("official", "standards")
    body, number = r"(?:\p{L}{1,6}[\s/]{1,2}){0,2}", r"[A-Z]?[0-9][0-9A-Z.:/]*(?:\s?-\s?[0-9]{1,4}){0,4}(?::[0-9]{4})?"
    return regex.compile(rf"(?P<value>{kind}\s{{1,2}}{body}{number})(?![0-9\p{{L}}])")


@cache
def _standard_after() -> regex.Pattern[str]:
    return regex.compile(r"(?<=[.,:(/-]\s{0,2})" + _standard().pattern)


def read_act(draft: Draft, start: int, dates: list[WrittenDate]) -> bool:
    """Take number, date, genre and title of an act of an authority."""
    named = list(_act().finditer(draft.folded, start)) if draft.mentions("official", "acts") else []
    apart = (match for match in named if _APART.search(draft.plain, max(start, match.start() - 3), match.start()))
    act = next(apart, named[0] if named else None)
    number = _act_number(draft, act, dates) if act else None
    if act is None or _commentary().match(draft.folded, start):
        return False
    before = draft.plain[start : act.start()].strip(" \"'")
    first = act.start()
    if number is not None and _QUALIFIED.fullmatch(before) and "prose" not in cues().count(skeleton(before)):
        first, before = start + draft.plain[start:first].index(before), ""
    at_start = before == "" or (number is None and _is_code(draft, act) and not regex.search(r"[.,:;/\x01]", before))
    if number is None and not (at_start and not _journal_like(draft)):
        return False
    if number is None and before and not _after_act().match(draft.folded, act.end()):
        return False
    draft.kinds |= {"act", "official"}
    limit = len(draft.plain)
    if number is not None:
        draft.take("number", *number.span("value"), around=number.span())
        limit = min(limit, number.start())
    for date in dates:
        near = number is not None and (abs(number.start() - date.end) < 16 or abs(date.start - number.end()) < 8)
        of = _of().search(draft.folded, max(0, date.start - 12), date.start)
        if (near or of) and not draft.has("issued"):
            begin = of.start() if of else date.start
            word = regex.compile(r"\s?\p{L}{1,7}\.?(?=\s?\x01|\s?[,(\"«]|\s*$)").match(draft.plain, date.end)
            draft.take("issued", date.start, date.end, date.value, around=(begin, word.end() if word else date.end))
            limit = min(limit, begin)
    if number is None and not draft.has("issued"):
        for bracket in _ADOPTED.finditer(draft.plain, start):
            inside = [date for date in dates if bracket.start() < date.start < bracket.end()]
            if inside:
                draft.take("issued", inside[0].start, inside[0].end, inside[0].value, around=bracket.span())
                limit = min(limit, bracket.start())
                break
    _split_act(draft, start, act, first if at_start else -1, limit)
    return True


def _act_number(draft: Draft, act: regex.Match[str], dates: list[WrittenDate]) -> regex.Match[str] | None:
    """The number beside a date, right behind act and authority, or alone in brackets."""
    issuer = _issuers().match(draft.folded, act.end())
    named = issuer.end() if issuer else act.end()
    for match in _numbered().finditer(draft.folded):
        bracketed = draft.plain[match.start() - 1 : match.start()] == "(" and draft.plain[match.end() :][:1] == ")"
        if dates and (0 <= match.start() - named < _NEAR or (bracketed and match.start() > named)):
            return match
        if any(-4 <= match.start() - date.end < 16 or -1 <= date.start - match.end() < 8 for date in dates):
            return match
    return None


def _split_act(draft: Draft, start: int, act: regex.Match[str], begin: int, limit: int) -> None:
    """Genre and title, from quotation marks, separators and the words of authorities.

    `begin` is where the genre begins if the reference begins with it, else -1.
    """
    at_start = begin >= 0
    quoted = _QUOTED.search(draft.plain, start)
    free = regex.compile(r"[^\x01]{0,600}").match(draft.plain, start)
    end = min(free.end() if free else limit, limit if limit > start else len(draft.plain))
    if quoted and at_start and quoted.start() > act.start() and _is_title(draft, act.end(), quoted.start()):
        _genre(draft, begin, min(quoted.start(), end))
        draft.take("title", *quoted.span(1), around=quoted.span())
        return
    if at_start:
        if _code().match(draft.folded, act.start()):
            return
        issuer = _issuers().match(draft.folded, act.end())
        stop = issuer.end() if issuer else act.end()
        if draft.left(end, len(draft.plain)) and _AUTHORITY.fullmatch(draft.plain, stop, end):
            stop = end
        rest = regex.compile(r"\s{0,2}[.:,-]?\s{0,2}(?=[\p{Lu}\"])").match(draft.plain, stop)
        if (rest and draft.left(stop, end) and stop < end) or (stop >= end - 2 and draft.left(end, len(draft.plain))):
            _genre(draft, begin, stop)
        return
    head = draft.plain[start : act.start()]
    if _is_code(draft, act) and '"' not in draft.plain and not head.rstrip().endswith(":"):
        return
    cut = max(head.rfind(": "), head.rfind(". "), head.rfind("//"), head.rfind(" - "), head.rfind('" '))
    first = start + cut + 1 if cut > 0 else _issuer_start(draft, start, act.start())
    while first < act.start() and draft.plain[first] in ' .:/-"':
        first += 1
    stop = act.end()
    issuer = _issuers().match(draft.folded, stop)
    stop = issuer.end() if issuer else stop
    if not _ACT_ENDS.search(draft.plain, stop, end):  # an authority whose name has other words in it
        stop = max(stop, end)
    if first < end < act.start():  # date and number stand between the authority and the act, as Kazakh has it
        printed = (draft.text[first:end], draft.text[act.start() : stop])
        value = " ".join(part.strip(_ENDS) for part in printed)
        draft.take("genre", first, stop, value)
        return
    _genre(draft, first, min(stop, end) if end > first else stop)


def _is_title(draft: Draft, start: int, end: int) -> bool:
    """Whether what is quoted behind an act is its title, not a system that it is published in."""
    between = draft.plain[start:end]
    _, taken, rest = between.rpartition("\x01")
    return "//" not in between and not (taken and regex.search(r"\p{Lu}\p{L}", rest))


def _is_code(draft: Draft, act: regex.Match[str]) -> bool:
    """Whether the word for the act is one that codes and constitutions have in their titles."""
    return _code_begins().match(draft.folded, *act.span()) is not None


def _issuer_start(draft: Draft, start: int, end: int) -> int:
    """Where the words of authorities before an act's type begin: ... туралы | Қазақстан Республикасының Заңы."""
    words = list(regex.compile(r"[\p{L}-]+").finditer(draft.folded, start, end))
    first = end
    for word in reversed(words):
        if not _issuer().fullmatch(word[0]):
            break
        first = word.start()
    return first


def _genre(draft: Draft, start: int, end: int) -> None:
    while end > start and draft.plain[end - 1] in _ENDS:
        end -= 1
    if end > start and "\x01" not in draft.plain[start:end]:
        draft.take("genre", start, end)


def _journal_like(draft: Draft) -> bool:
    return (
        draft.has("page", "volume")
        or "//" in draft.plain.replace("//\x01", "").replace("// \x01", "")
        or ("author" in draft.people)
    )


@cache
def _act() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}}){alternation('official', 'acts')}(?!\p{{L}})")


@cache
def _commentary() -> regex.Pattern[str]:
    """A book on an act: *Commentary on the Labour Code*."""
    return regex.compile(rf"(?:[\p{{L}}-]{{5,20}}\s){{0,2}}{alternation('official', 'commentary')}(?!\p{{L}})")


@cache
def _after_act() -> regex.Pattern[str]:
    """What follows the name of a code: who made it, when, or nothing."""
    return regex.compile(
        r"\s?(?:[.,:;(/\[\"\x01-]|$|[0-9]"
        rf"|{alternation('official', 'issuers')}(?!\p{{L}})|{alternation('official', 'of')})"
    )


@cache
def _code() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation('official', 'codes')}(?!\p{{L}})")


@cache
def _code_begins() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation('official', 'codes')}(?!\p{{L}})|{alternation('official', 'codes')}\s")


@cache
def _issuer() -> regex.Pattern[str]:
    return regex.compile(alternation("official", "issuers"))


@cache
def _issuers() -> regex.Pattern[str]:
    return regex.compile(rf"(?:\s{{1,2}}{alternation('official', 'issuers')}(?!\p{{L}})){{1,9}}")


@cache
def _of() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}}){alternation('official', 'of')}\.?\s{{1,2}}$")


@cache
def _numbered() -> regex.Pattern[str]:
    sign, suffix = alternation("marks", "number_before"), alternation("official", "suffixes")
    number = r"(?:\p{L}{2,3}\s)?(?:\p{L}{2,4}-)?[0-9]{1,6}(?:[-/]\s?[0-9IVXLCІ]{1,6}|-\p{L}{1,3})?(?:-\p{L}{1,3})?"
    return regex.compile(
        rf"(?<!\p{{L}}){sign}\.?\s{{0,2}}(?P<value>{number}(?:\s{suffix}(?!\p{{L}}))?)(?![0-9]|-[0-9])"
    )


def read_report(draft: Draft, start: int) -> bool:
    """Take genre and number of a report."""
    if not draft.mentions("genres", "report"):
        return False
    head = _report_head().match(draft.folded, start)
    if head and "author" not in draft.people:
        draft.kinds.add("report")
        _genre(draft, *head.span("genre"))
        if quoted := regex.compile(r'[\s:]*"([^"\x01]{5,500})"').match(draft.plain, head.end()):
            draft.take("title", *quoted.span(1), around=quoted.span())
        else:
            draft.blot(head.end("genre"), head.end())
        if number := _registered().search(draft.folded):
            draft.take("number", *number.span("value"), around=number.span())
        return True
    if behind := _report_behind().search(draft.folded, start + 8):
        draft.kinds.add("report")
        draft.take("genre", *behind.span("genre"))
        return True
    series = _report_series().search(draft.folded, start)
    if series:
        draft.kinds.add("report")
        if series["number"]:
            draft.take("number", *series.span("number"))
        draft.take("genre", *series.span("genre"), around=series.span())
        return True
    return False


@cache
def _report_head() -> regex.Pattern[str]:
    word, topic = alternation("genres", "report"), alternation("genres", "topic")
    return regex.compile(
        rf"(?P<genre>{word}(?:\s(?!{topic})\p{{L}}[\p{{L}}'-]{{0,20}}){{0,5}})(?:\s?\([^()]{{0,40}}\))?(?:\s{topic})?\s?(?::|\s?(?=\"))\s?"
    )


@cache
def _report_behind() -> regex.Pattern[str]:
    """``Strength of frames: research report / Institute``."""
    return regex.compile(rf"(?<=[:.]\s{{0,2}})(?P<genre>{alternation('genres', 'report_behind')})(?=\s?[/.:,(\x01-])")


@cache
def _report_series() -> regex.Pattern[str]:
    word = alternation("genres", "report")
    return regex.compile(
        rf"(?<=[.,(\x01]\s?)(?P<genre>(?:[A-Z]{{2,8}}\s)?{word}(?!\p{{L}}))\s?,?\s(?:NO\.?|№|N)\s?(?P<number>[0-9][0-9/.-]{{0,8}}[0-9]|[0-9]{{1,5}})"
    )


@cache
def _registered() -> regex.Pattern[str]:
    return regex.compile(
        r"(?:№|NO\.?)\s?(?:\p{L}{2,6}\.?\s?\p{L}{5,14}:?)?\s?(?P<value>[0-9]{4}[\p{L}][\p{L}0-9]{4,8})"
    )
