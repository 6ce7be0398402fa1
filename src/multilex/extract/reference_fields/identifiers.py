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
    r"(?:\s{1,2}|\?\s)([/_?&=%][^\s<>\"\x01]+|(?<=\?\s)\p{L}{1,20}=[^\s<>\"\x01]+)|\s([0-9]{1,8}_?)(?=\s*(?:[.,;]?\s*$|[(\[<>]))"
)
_JOINED = regex.compile(r"(?<=[-/])\s([A-Za-z0-9][^\s<>()\"\x01]{0,200}?[-/_][^\s<>()\"\x01]{0,200})(?=\s*[(\[<]|\s*$)")
"""What goes on after a blank that stands behind a hyphen or slash."""
_SPACED = regex.compile(r"(?:\s[A-Za-z0-9]{1,30}){1,6}")
_APART = regex.compile(r"(?:^|[\x01.,:;()\[\]/-])\s*$")
_CLOSING = ".,;:!?'*_-"
_ISBN = regex.compile(r"I\s?S\s?B\s?N(?:\s?-?1[03])?\s?[:№]?\s?([0-9][0-9-]{8,20}[0-9X])", regex.IGNORECASE)
_ISSN = regex.compile(r"I\s?S\s?S\s?N\s?[:№]?\s?([0-9]{4}-?[0-9]{3}[0-9X])", regex.IGNORECASE)
_EDN = regex.compile(r"EDN\s?:?\s?[A-Z]{6}(?![A-Z])")
_ARXIV = regex.compile(
    r"(?<![\w.])arXiv(?P<word>\s(?:preprint\s)?arXiv)?\s?[:.]\s?(?P<id>[0-9.]{4,14}[0-9](?:v[0-9]{1,2})?)",
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
                draft.take(name, *match.span(1), around=match.span())
    for match in _EDN.finditer(draft.plain):
        draft.blot(*match.span())
    for match in _ARXIV.finditer(draft.plain):
        draft.take("number", *match.span("id"), around=(match.start("id") - 1, match.end()))
        draft.kinds.add("preprint")


def _read_doi(draft: Draft) -> None:
    for match in doi.find(draft.text):
        start = match.label[0] if match.label else match.start
        end = match.end
        value = match.value
        glued = regex.search(r"(?<=[0-9])(?=\p{Lu}\p{Ll}{2,}\s)|(?<=[0-9])[(\[](?=\p{L}{3})", value + " ")
        if glued:
            end, value = end - (len(value) - glued.start()), value[: glued.start()]
            rest = regex.match(r"\p{L}+(?:\s\p{Ll}+){0,3}\.?\s*$", draft.text[end:])
            if rest:
                draft.blot(end, end + rest.end())
        if not draft.has("DOI"):
            draft.take("DOI", match.start, end, value, around=(start, end))
            found = draft.found[-1]
            resolver = draft.text[found.start : found.end].endswith(value)
            if resolver:  # with a resolver, only the suffix is the value
                draft.found[-1] = type(found)("DOI", value, found.end - len(value), found.end)
        else:
            draft.blot(start, end)


def _read_address(draft: Draft) -> None:
    taken = 0
    pattern = _ADDRESS if _ADDRESS.search(draft.plain) else _BARE
    while match := pattern.search(draft.plain, taken):
        start, end = match.span()
        cut = regex.search(r"[(](?=\p{L}{2,})|[;,](?=https?:)|(?<=.)https?:", draft.plain[start:end])
        if cut:
            end = start + cut.start()
        end = _trimmed(draft.plain, start, end)
        value = regex.sub(r"\s", "", draft.text[start:end])
        if more := _MORE.match(draft.plain, end):
            if more[1] or value[-1:].isdigit():
                end = _trimmed(draft.plain, start, more.end())
                value = regex.sub(r"\s", "", draft.text[start:end])
        elif (spaced := _SPACED.match(draft.plain, end)) and draft.plain[spaced.end() : spaced.end() + 1] == ".":
            ending = regex.compile(rf"\.(?:{'|'.join(table('reference_fields')['addresses']['endings'])})\b").match(
                draft.plain, spaced.end()
            )
            if ending and not draft.plain[start:end].endswith("."):
                end = ending.end()
                value = regex.sub(r"\s", "_", draft.text[start:end])
        if joined := _JOINED.match(draft.plain, max(end, match.end())):
            end = _trimmed(draft.plain, start, joined.end())
            value = regex.sub(r"\s", "", draft.text[start:end])
        before = _label(draft, start)
        after = end + (draft.plain[end : end + 1] == ">")
        if not draft.has("URL"):
            draft.take("URL", start, end, value, around=(before, after))
        else:
            draft.blot(before, after)
        taken = after


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
    return regex.compile(
        rf"(?<!\p{{L}})(?:{label}{between}){{0,2}}(?:(?P<sure>{sure})|{label}){between}(?P<end>[<(\[]?\s*)$|(?P<end>[<(\[]\s*)$(?P<sure>)"
    )


def read_accessed(draft: Draft, dates: list[WrittenDate]) -> list[WrittenDate]:
    """Take the date of access; the dates that remain are given back."""
    remaining = []
    for date in dates:
        label = _access_label().search(draft.folded, max(0, date.start - 60), date.start)
        if label is None or (len(date.value) == 4 and draft.has("accessed")):
            remaining.append(date)
            continue
        end = _access_end().match(draft.folded, date.end)
        draft.take("accessed", date.start, date.end, date.value, around=(label.start(), end.end() if end else date.end))
    return remaining


@cache
def _access_label() -> regex.Pattern[str]:
    label = alternation("marks", "accessed")
    return regex.compile(rf"[(\[]?\s?(?<!\p{{L}}){label}(?:\s(?:ON|AT)\b)?\s{{0,2}}[:;,.-]{{0,2}}\s{{0,2}}$")


@cache
def _access_end() -> regex.Pattern[str]:
    years = r"(?:\s?\p{L}{1,4}\b\.?)?"
    return regex.compile(rf"{years}\s?[)\]]?(?:,?\s?FROM\b:?)?")
