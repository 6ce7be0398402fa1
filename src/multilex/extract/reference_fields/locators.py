"""Where in its host a work stands: volume, issue, pages; and how many pages it has."""

from functools import cache

import regex

from multilex.extract.reference_fields.draft import BLOT, Draft
from multilex.extract.reference_fields.words import alternation

_FREE = r"(?<![\p{L}\p{N}])"
_FIGURES = r"[0-9]{1,4}(?:\s?[-/]\s?[0-9]{1,4})?"
_PAGE = r"[A-Za-z]?[0-9]{1,6}"
_RANGE = rf"{_PAGE}\s{{0,2}}-{{1,2}}\s{{0,2}}{_PAGE}"
_PAGES = rf"{_PAGE}(?:\s{{0,2}}-{{1,2}}\s{{0,2}}{_PAGE})?"
_NUMBER = r"(?:[0-9]{1,5}|[IVXLC]{1,6})(?![\p{L}])"
_RUNNING = r"(?:\s?[(\[][0-9]{1,4}(?:[-/][0-9]{1,4})?[)\]])?"
_SECOND = r"\s?[-/]\s?[0-9]{1,4}(?![0-9])|\s?,\s?[0-9]{1,4}(?=\s?[.;,(\x01]|\s-\s|\s*$)"
"""The second of two issues; what stands after a comma and goes on with a dash or a word are pages."""
_ISSUE = rf"(?:[A-Z]\s?)?[0-9]{{1,4}}(?:{_SECOND})?{_RUNNING}(?:/[0-9]{{1,4}})?"

_ISSUE_ALONE = regex.compile(r"(?<=,\s)\((?P<issue>[0-9]{1,4}(?:[-/][0-9]{1,4})?)\)(?=,\s?[0-9]{1,5}\s?-)")
"""The issue of a journal that has no volumes: *Rivers, (2), 31-40*."""
_VOLUME_ALONE = regex.compile(
    r"(?<=\p{L}{3},\s)(?P<volume>[0-9]{1,3})(?:,\s(?P<page>[eE]?[0-9]{1,7}))?(?=\s?\.?\s*(?:\x01|$))"
)
_LAW = regex.compile(
    r"\s?\x01[\x01\s,]*(?P<volume>[0-9]{1,4})(?:\s?\((?P<issue>[0-9]{1,3})\))?\s"
    r"(?P<host>\p{Lu}[^,.\x01/]{4,80}?)\s(?P<page>[0-9]{1,5})(?:,\s[0-9]{1,5}(?:-[0-9]{1,5})?)?(?=\s?\.?\s*(?:\x01|$))"
)
"""As journals of law are cited: *'Title' (2015) 3 Journal of Law 12*."""
_AFTER_YEAR = regex.compile(rf"(?<=\x01,\s)(?P<volume>[0-9]{{1,4}}),\s(?P<page>{_PAGES})(?=[.;,\s]|$)")
_BARE_PAGES = (
    regex.compile(rf"(?<=[)\x01.]\s?):\s?(?P<page>{_PAGES})(?![0-9])"),
    regex.compile(rf"(?:^|(?<=[,.:;\x01)]\s{{0,2}}-?\s?))(?P<page>{_RANGE})(?![0-9/]|\.[0-9]|\s?\p{{L}})"),
)
_BARE_NUMBER = regex.compile(r"(?<=\x01,\s)(?P<page>e?[0-9]{1,7})(?=\s?[.;\x01]|\s*$)")
"""The only page, or the number of the article, behind volume and issue."""
_ISSUE_OF_YEAR = regex.compile(r"(?<=[,.]\s)(?P<issue>[0-9]{1,3})/(?=\x01)")
_BARE_VOLUME = regex.compile(r"(?<=[\p{L}\"),.\x01]\s)(?P<volume>[0-9]{1,4})(?=\s?[,(:]?\s?\x01)")
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
_YEARS = regex.compile(r"(?:19|20)[0-9]{2}\s?-\s?(?:19|20)[0-9]{2}")
_YEAR_BEFORE = regex.compile(r"(?:19|20)[0-9]{2}\s?-{1,2}\s{1,2}[0-9]{1,3}$")
"""A year and, behind its dash, the number of pages."""
_SHORTEST_BEFORE = 12
"""Characters before a volume without label: so much at least takes a title."""


def read_locators(draft: Draft) -> None:
    """Take volume, issue, pages and the number of pages."""
    for match in _several().finditer(draft.folded):
        draft.take("number-of-volumes", *match.span("value"), around=match.span())
    if not draft.has("number-of-volumes") and (behind := _several_behind().search(draft.folded)):
        draft.take("number-of-volumes", *behind.span("value"), around=behind.span())
    for match in _bibliography().finditer(draft.folded):
        draft.blot(*match.span())
    if draft.has("title") and draft.has("issued") and (law := _LAW.search(draft.plain, _SHORTEST_BEFORE)):
        for name in ("volume", "issue", "page"):
            if law[name]:
                draft.take(name, *law.span(name))
        draft.take("container-title", *law.span("host"), around=law.span())
    _read_volume(draft)
    _read_issue(draft)
    if not draft.has("volume", "issue"):
        _read_compact(draft)
    _read_pages(draft)
    _read_bare(draft)


@cache
def _several() -> regex.Pattern[str]:
    """In so many volumes."""
    before, part = alternation("marks", "in_volumes"), alternation("marks", "volumes")
    return regex.compile(
        rf"(?<=[.,:;\x01-]\s?){before}\s(?P<value>[0-9]{{1,2}})(?:-?\p{{L}})?\s{{0,2}}{part}(?!\p{{L}})\.?"
    )


@cache
def _several_behind() -> regex.Pattern[str]:
    """As Kazakh has it: *4 томдық*."""
    words = alternation("marks", "volumes_behind")
    return regex.compile(rf"(?<=[.,:;\x01-]\s?)(?P<value>[0-9]{{1,2}})\s?-?\s?{words}(?!\p{{L}})\.?")


@cache
def _bibliography() -> regex.Pattern[str]:
    """The list of works that the work itself has."""
    word, page = alternation("marks", "bibliography"), alternation("marks", "page_before")
    return regex.compile(
        rf"[-.]?\s?(?<!\p{{L}}){word}[.:]{{0,2}}\s{{0,2}}(?:{page}\.?\s{{0,2}})?[0-9]{{1,4}}(?:\s?-\s?[0-9]{{1,4}})?(?:\s\p{{L}}{{2,6}}\.)?"
    )


def _read_volume(draft: Draft) -> None:
    for pattern in _volume():
        for match in pattern.finditer(draft.folded):
            if draft.has("volume"):
                return
            if _IN_TITLE.match(draft.plain, match.end()) and draft.plain[match.start() - 1 : match.start()] == "(":
                continue
            draft.take("volume", *match.span("value"), around=match.span())
            hosted = "//" in draft.plain
            if lettered := _lettered_part().match(draft.folded, match.end()):
                draft.blot(*lettered.span())
            if draft.plain[match.end() : match.end() + 1] == ")":
                draft.kinds.add("volume of a book")
            if issue := _bracketed().match(draft.folded, match.end()) or (
                _part_of_volume().match(draft.folded, match.end()) if hosted else None
            ):
                draft.take("issue", *issue.span("issue"), value=_tight(issue["issue"]), around=issue.span())


_IN_TITLE = regex.compile(r"\)\s?:")
"""Behind a volume that is named within the title: *Results (Volume V): Schools*."""


@cache
def _lettered_part() -> regex.Pattern[str]:
    """``Volume 85, Part A,``"""
    return regex.compile(rf",\s?{alternation('marks', 'part_before')}\.?\s?[A-H](?=\s?[,.;])")


@cache
def _inside() -> str:
    """What stands in the brackets of an issue: 2, 2-3, 2 Suppl 1, Special Issue."""
    more = rf"{alternation('marks', 'supplement')}\.?(?:\s?[0-9]{{1,3}})?"
    return rf"{_FIGURES}(?:,?\s?{more})?|{more}"


@cache
def _bracketed() -> regex.Pattern[str]:
    return regex.compile(rf"\s?[(\[]\s?(?P<issue>{_inside()}|[A-Z])\s?[)\]]")


@cache
def _apa() -> regex.Pattern[str]:
    return regex.compile(
        r"(?<=[,.\s\x01]\s?)(?P<volume>[0-9]{1,4})\s?"
        rf"\(\s?(?P<issue>{_inside()}|[0-9]{{1,4}},\s?[0-9]{{1,4}}|[A-Z][0-9]{{1,3}})\s?\)(?=\s?[,:.;]|\s*$)"
    )


@cache
def _vancouver() -> regex.Pattern[str]:
    bracketed = rf"\s?\((?P<issue>{_inside()}|[A-Z])\)"
    bare = rf"\s(?P<issue>{alternation('marks', 'supplement')}\.?(?:\s?[0-9]{{1,3}})?)"
    return regex.compile(
        rf"(?<=[;\x01]\s?|\x01\.?\s?-\s?)(?P<volume>[0-9]{{1,4}})(?:{bracketed}|{bare})?\s?:\s?(?P<page>{_PAGES})(?![0-9])"
    )


@cache
def _part_of_volume() -> regex.Pattern[str]:
    return regex.compile(
        rf"\s?[,.]\s?-?\s?{alternation('marks', 'part_before')}\.?\s{{0,2}}(?P<issue>[0-9]{{1,3}})(?![0-9\p{{L}}])"
    )


@cache
def _volume() -> list[regex.Pattern[str]]:
    before, after, part = (alternation("marks", key) for key in ("volume_before", "volume_after", "part_before"))
    page, issue = alternation("marks", "page_before"), alternation("marks", "issue_before")
    figures = rf"{_FREE}{before}(?:\.\s{{0,2}}|\s{{1,2}}|\s?№\s?|(?=[0-9]))(?P<value>[0-9]{{1,5}})(?![\p{{L}}0-9])"
    return [
        regex.compile(rf"{figures}(?!\s?[-/][0-9])"),
        regex.compile(
            r"(?<=[.,;:\x01]\s?-?\s?)V(?:\.\s{0,2}|\s|(?=[0-9]))(?P<value>[0-9]{1,4})(?![0-9\p{L}]|\s?[-/][0-9])"
        ),
        regex.compile(
            rf"{_FREE}{before}(?:\.\s{{1,2}}|\s{{1,2}})(?P<value>[IVXLC]{{1,6}})(?!\p{{L}}|\.\s?(?!{page}\.)\p{{L}}\.)"
        ),
        regex.compile(rf"{_FREE}(?P<value>[0-9]{{1,4}})(?:-|\s){after}(?!\p{{L}})"),
        regex.compile(
            rf"(?<=[.,:;\x01-]\s?)(?<!{issue}\s?[0-9]{{1,4}}(?:\s?\([0-9]{{1,4}}\))?[.,]\s?){part}\.?\s{{0,2}}(?P<value>{_NUMBER})(?=\s?[.,:;\x01-]|\s*$)"
        ),
    ]


def _read_issue(draft: Draft) -> None:
    if "official" in draft.kinds or draft.has("issue"):
        return
    if of_year := _ISSUE_OF_YEAR.search(draft.plain, _SHORTEST_BEFORE):
        draft.take("issue", *of_year.span("issue"), around=of_year.span())
    elif match := _issue().search(draft.folded) or _issue_behind().search(draft.folded):
        start, end = match.span("value")
        value = _tight(_LETTERED.sub("", draft.text[start:end]))
        draft.take("issue", start, end, value=value, around=match.span())


@cache
def _issue_behind() -> regex.Pattern[str]:
    """As Kazakh has it: ``2(48)-шығ.``, ``3-ші шығарылым``."""
    after = alternation("marks", "issue_after")
    return regex.compile(
        rf"{_FREE}(?!(?:19|20)[0-9]{{2}}\s)(?P<value>[0-9]{{1,4}}{_RUNNING})\s?-?\s?(?:(?<=-)\p{{L}}{{2,3}}\s)?{after}(?!\p{{L}})"
    )


_LETTERED = regex.compile(r"(?<=^\p{L})\s(?=[0-9])")
"""The blank in *S 1*; one before the running number, *4 (74)*, stays as printed."""


@cache
def _issue() -> regex.Pattern[str]:
    before = alternation("marks", "issue_before")
    return regex.compile(rf"(?<!\p{{L}}){before}[.:]?\s{{0,2}}(?P<value>{_ISSUE})(?![\p{{L}}0-9])")


def _read_compact(draft: Draft) -> None:
    """``48(2):112-9``, ``24(7), 1640-1652``, after the year ``13, 7789``."""
    headed = (_VOLUME_ALONE,) if "headed" in draft.kinds else ()
    for pattern in (_vancouver(), _apa(), _AFTER_YEAR, _ISSUE_ALONE, *headed):
        match = pattern.search(draft.folded, _SHORTEST_BEFORE)
        if match is None:
            continue
        groups = match.groupdict()
        for name in ("page", "issue", "volume"):
            if groups.get(name) and not draft.has(name):
                start, end = match.span(name)
                draft.take(name, start, end, value=_tight(draft.plain[start:end]))
        draft.blot(*match.span())
        return


def _read_pages(draft: Draft) -> None:
    if _ROMAN.search(draft.folded) and (match := _roman_pages().search(draft.folded)):
        start, end = match.span("page")
        draft.take("page", start, end, value=_tight(draft.plain[start:end]), around=match.span())
    for pattern in (_pages_before(), _pages_after(), _extent()):
        for match in pattern.finditer(draft.folded):
            group = str(match.lastgroup)
            name = group.replace("_", "-")
            taken = ("page", "number-of-pages") if name != "number" else ("number",)
            if not draft.has(*taken) and not _YEAR_BEFORE.match(match[group]):
                start, end = match.span(group)
                draft.take(name, start, end, value=_tight(draft.plain[start:end]), around=match.span())
                if name == "number":
                    draft.kinds.add("numbered-article")


_ROMAN = regex.compile(r"[IVXLC]\s?-\s?[IVXLC]{1,8}(?!\p{L})")


@cache
def _roman_pages() -> regex.Pattern[str]:
    """``pp. xi-xv``"""
    before = alternation("marks", "page_before")
    return regex.compile(rf"{_FREE}{before}\.?\s{{0,2}}(?P<page>[IVXLC]{{1,8}}\s?-\s?[IVXLC]{{1,8}})(?!\p{{L}})")


@cache
def _pages_before() -> regex.Pattern[str]:
    before, article = alternation("marks", "page_before"), alternation("marks", "article_before")
    label = rf"{before}(?:\s?[.:,]\s{{0,2}}|\s{{1,2}}(?={_RANGE})|(?=[0-9]))"
    number = r"[A-Z]?[0-9]{3,10}|[A-Z]{2,6}-[0-9][0-9-]{1,8}[0-9](?:-[A-Z]{1,3})?"
    return regex.compile(
        rf"{_FREE}{label}(?P<page>{_RANGE})\s?{before}(?!\p{{L}})\.?"
        rf"|{_FREE}{label}(?P<page>{_PAGES}(?:\s?[,;]\s?{_RANGE}){{0,6}})(?![0-9\p{{L}}]|\s?{before}(?!\p{{L}}))"
        rf"|(?<=[\x01.,]\s?-?\s?){article}\.?:?\s{{1,2}}(?P<number>{number})(?![\p{{L}}0-9-])"
    )


@cache
def _pages_after() -> regex.Pattern[str]:
    after = rf"{alternation('marks', 'page_after')}(?!\p{{L}})\.?"
    return regex.compile(rf"{_FREE}(?:(?P<page>{_RANGE})\s?-?\s?{after}|(?P<page>[0-9]{{1,4}})\s?-\s?{after})")


@cache
def _extent() -> regex.Pattern[str]:
    after, illustrated = alternation("marks", "page_after"), alternation("marks", "illustrated")
    pictures = rf"(?:\s?[:,;+]\s?{illustrated}(?!\p{{L}})\.?){{0,3}}"
    number = r"(?:[IVXLC]{1,8}\s?[+,]\s?)?(?P<number_of_pages>[0-9]{1,4})(?:,\s?\[[0-9]{1,2}\])?"
    return regex.compile(rf"{_FREE}{number}\s?{after}(?!\p{{L}})\.?{pictures}")


def _read_bare(draft: Draft) -> None:
    """Pages without a label, after volume, issue or year; a volume without one, before issue or year."""
    if not draft.has("page", "number-of-pages") and draft.has("volume", "issue", "issued"):
        numbered = draft.has("volume", "issue") or "imprint" in draft.kinds
        patterns = (*_BARE_PAGES, _BARE_NUMBER) if numbered else _BARE_PAGES
        for match in (match for pattern in patterns for match in pattern.finditer(draft.plain)):
            if BLOT in draft.plain[: match.start()] and not _YEARS.fullmatch(match["page"]):
                draft.take("page", *match.span("page"), value=_tight(match["page"]), around=match.span())
                break
    if (draft.has("page", "issue") or "numbered-article" in draft.kinds) and not draft.has("volume"):
        volume = _BARE_VOLUME.search(draft.plain)
        if volume and not _YEAR.fullmatch(volume["volume"]):
            draft.take("volume", *volume.span("volume"))


def _tight(value: str) -> str:
    """Pages as CSL has them: a hyphen without blanks.

    >>> _tight("73 – 81")
    '73-81'
    """
    return regex.sub(r"\s*[-‐‑‒–—―−]+\s*", "-", value.strip())
