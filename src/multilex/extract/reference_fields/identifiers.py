"""Addresses, DOIs, ISBNs, ISSNs, arXiv numbers, and the dates of access beside them."""

from functools import cache

import regex

from multilex.codes import doi
from multilex.codes._fold import latin
from multilex.extract.dates_written import WrittenDate
from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import alternation
from multilex.packs import table

_REST = r"""[^\s<>"\[\]{}|\\^\x01]*+"""
_ADDRESS = regex.compile(
    rf"(?:h\s?ttps?|ftp)\s?:\s?/\s?/\s{{0,2}}[\w.-]{{1,100}}+{_REST}|(?<![\w.@/-])www\s?\.\s?[\w-]{{1,60}}\.{_REST}",
    regex.IGNORECASE,
)
_BARE = regex.compile(
    r"(?<![\w.@/-])[a-z0-9-]{2,40}(?:\.[a-z0-9-]{1,40}){0,3}"
    r"\.(?:kz|ru|com|org|net|gov|edu|info|eu|int|uz|kg|ua|by)"
    rf"(?:/{_REST})?(?![\p{{L}}\p{{N}}\"])",
    regex.IGNORECASE,
)
"""An address without scheme: read only where there is none with one."""
_MORE = regex.compile(
    r"(?:\s{1,2}|\?\s)([/_?&=%][^\s<>\"\x01]+|(?<=\?\s)\p{L}{1,20}=[^\s<>\"\x01]+)"
    r"|\s([0-9]{1,8}_?)(?=\s*(?:[.,;]?\s*$|[(\[<>]))"
)
_JOINED = regex.compile(
    r"(?<=[-/])\s((?:[A-Za-z0-9][^\s<>()\"\x01]{0,200}[-/]\s){0,3}"
    r"[A-Za-z0-9][^\s<>()\"\x01]{0,200}?(?:[-/_][^\s<>()\"\x01]{0,200}|\.[a-z]{3,4}))(?=\s*[(\[<]|\s*$)"
)
"""What goes on after a blank that stands behind a hyphen or slash."""
_SPACED = regex.compile(r"(?:\s[A-Za-z0-9]{1,30}){1,6}")
_BLANK = regex.compile(r"\s")
_NEXT = regex.compile(r"[(](?=\p{L}{2,})|[;,](?=https?:)|https?:")
"""Where something else begins that is glued to an address."""
_GLUED = regex.compile(r"(?<=[0-9])(?=\p{Lu}\p{Ll}{2,}\s)|(?<=[0-9])[(\[](?=\p{L}{3})")
_GLUED_WORDS = regex.compile(r"\p{L}+(?:\s\p{Ll}+){0,3}\.?\s*$")
_APART = regex.compile(r"(?:^|[\x01.,:;()\[\]/-])\s*$")
_CLOSING = ".,;:!?'*_-"
_ISBN = regex.compile(r"I\s?S\s?B\s?N(?:\s?-?1[03])?\s?[:№]?\s?([0-9][0-9-]{8,20}[0-9X])", regex.IGNORECASE)
_ISSN = regex.compile(r"I\s?S\s?S\s?N\s?[:№]?\s?([0-9]{4}-?[0-9]{3}[0-9X])", regex.IGNORECASE)
_PUBMED = regex.compile(r"(?<!\p{L})(?P<kind>PMID|PMCID):?\s?(?P<value>(?:PMC)?[0-9]{5,9})(?![0-9])")
_EDN = regex.compile(r"EDN\s?:?\s?[A-Z]{6}(?![A-Z])")
_ARXIV = regex.compile(
    r"(?<![\w.])(?P<host>arXiv)(?P<word>\s(?:preprint\s)?arXiv)?\s?[:.,]\s?(?:abs/)?(?P<id>[0-9.]{4,14}[0-9](?:v[0-9]{1,2})?)",
    regex.IGNORECASE,
)


def read_identifiers(draft: Draft) -> None:
    """Take addresses and identifiers; an address of the DOI resolver is a DOI."""
    if "10" in draft.plain:
        _read_doi(draft)
    if "." in draft.plain:
        _read_address(draft)
    if "IS" in draft.folded:
        for name, pattern in (("ISBN", _ISBN), ("ISSN", _ISSN)):
            for match in pattern.finditer(latin(draft.plain)):
                if draft.has(name):
                    draft.blot(*match.span())
                else:
                    draft.take(name, *match.span(1), around=match.span())
    for match in _PUBMED.finditer(draft.plain) if "PM" in draft.plain else ():
        draft.take(match["kind"], *match.span("value"), around=match.span())
    for match in _EDN.finditer(draft.plain):
        draft.blot(*match.span())
    for match in _ARXIV.finditer(draft.plain):
        draft.take("number", *match.span("id"), around=(match.end("host"), match.end()))
        if match["word"] and not draft.has("container-title"):
            draft.take("container-title", *match.span("host"), around=match.span())
        draft.kinds.add("preprint")


def _read_doi(draft: Draft) -> None:
    """Take the first DOI; words of a web page glued to it are blotted with it."""
    for match in doi.find(draft.text):
        start, end, value = match.label[0] if match.label else match.start, match.end, match.value
        if glued := _GLUED.search(value + " "):
            end, value = end - (len(value) - glued.start()), value[: glued.start()]
            if words := _GLUED_WORDS.match(draft.text, end):
                draft.blot(end, words.end())
        if draft.has("DOI"):
            draft.blot(start, end)
            continue
        plain = draft.text[match.start : end].endswith(value)  # what stands before it is the resolver
        around = (_label(draft, start) if draft.plain.startswith("http", start) else start, end)
        draft.take("DOI", end - len(value) if plain else match.start, end, value, around=around)


def _read_address(draft: Draft) -> None:
    taken = 0
    pattern = _ADDRESS if _ADDRESS.search(draft.plain) else _BARE
    while match := pattern.search(draft.plain, taken):
        start = match.start()
        end, value = _mended(draft, start, match.end())
        before, after = _label(draft, start), end + (draft.plain[end : end + 1] == ">")
        if draft.has("URL"):
            draft.blot(before, after)
        else:
            draft.take("URL", start, end, value, around=(before, after))
        taken = max(after, start + 1)


def _mended(draft: Draft, start: int, whole: int) -> tuple[int, str]:
    """End and value of the address whose first piece is `start` to `whole`: blanks in it are taken out.

    Blanks before the ending of a file stand for underscores, which typesetting loses.
    """
    cut = _NEXT.search(draft.plain, start + 1, whole)
    end = _trimmed(draft.plain, start, cut.start() if cut else whole)
    joined, more = _JOINED.match(draft.plain, max(end, whole)), _MORE.match(draft.plain, end)
    if joined is None and more and (more[1] or draft.plain[end - 1].isdigit()):
        joined = more
    if joined:
        end = _trimmed(draft.plain, start, joined.end())
    else:
        spaced = _SPACED.match(draft.plain, end)
        ending = _file_ending().match(draft.plain, spaced.end()) if spaced else None
        if ending:
            return ending.end(), _BLANK.sub("_", draft.text[start : ending.end()])
    return end, _BLANK.sub("", draft.text[start:end])


@cache
def _file_ending() -> regex.Pattern[str]:
    return regex.compile(rf"\.(?:{'|'.join(table('reference_fields')['addresses']['endings'])})\b")


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1:
        last, body = text[end - 1], text[start:end]
        if last in _CLOSING and not (last in "_-" and text[end : end + 1] != " " and end < len(text)):
            if last == "_":
                break
            end -= 1
        elif (last == ")" and body.count("(") < body.count(")")) or last in "(>":
            end -= 1
        else:
            break
    return end


def _label(draft: Draft, start: int) -> int:
    """Where the label before an address begins, its brackets and points included."""
    found = _url_label().search(draft.folded, max(0, start - 60), start)
    if found is None:
        return start
    if _APART.search(draft.plain, max(0, found.start() - 6), found.start()):
        return found.start()
    return found.start("sure") if found["sure"] else found.start("end")


@cache
def _url_label() -> regex.Pattern[str]:
    label, sure = alternation("marks", "url"), alternation("marks", "url_sure")
    between = r"\s*[:;,.=-]{0,2}\s*"
    labels = rf"(?<!\p{{L}})(?:{label}{between}){{0,2}}(?:(?P<sure>{sure})|{label}){between}"
    return regex.compile(rf"{labels}(?P<end>[<(\[]?\s*)$|(?P<end>[<(\[]\s*)$(?P<sure>)")


def read_accessed(draft: Draft, dates: list[WrittenDate]) -> list[WrittenDate]:
    """Take the date of access; the dates that remain are given back."""
    remaining = []
    for date in dates:
        label = _access_label().search(draft.folded, max(0, date.start - 60), date.start)
        bare_year = len(date.value) == len("2021")
        if label is None or (bare_year and (draft.has("accessed") or not _sets_apart(draft, label))):
            remaining.append(date)
            continue
        end = _access_end().match(draft.folded, date.end)
        draft.take("accessed", date.start, date.end, date.value, around=(label.start(), end.end() if end else date.end))
    return remaining


def _sets_apart(draft: Draft, label: regex.Match[str]) -> bool:
    """Whether the word for access is no part of a name: *IEEE Access, 2021* is none."""
    return label[0][0] in "([" or _APART.search(draft.plain, max(0, label.start() - 3), label.start()) is not None


@cache
def _access_label() -> regex.Pattern[str]:
    label = alternation("marks", "accessed")
    return regex.compile(rf"[(\[]?\s?(?<!\p{{L}}){label}\s{{0,2}}[:;,.-]{{0,2}}\s{{0,2}}$")


@cache
def _access_end() -> regex.Pattern[str]:
    year, following = r"(?:\s?\p{L}{1,4}\b\.?)?", alternation("marks", "accessed_end")
    return regex.compile(rf"{year}\s?[)\]]?(?:,?\s?{following}\b:?)?")
