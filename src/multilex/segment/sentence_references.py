"""Rules on references: a reference item is one sentence, whatever stops stand between its parts.

They look at one `Split` as those of `multilex.segment.sentence_rules` do, which lists them in their order.
"""

from functools import cache

import regex

from multilex import packs
from multilex.segment.sentence_split import CAPITAL, CUT, JOIN, Split

_ITEM = regex.compile(rf"(?:\d{{1,3}}\.|\[\d{{1,3}}(?:[,;–-] ?\d{{1,3}}){{0,5}}\])[ \u00a0]{CAPITAL}")
_YEAR = regex.compile(r"\((?:19|20)\d\d[a-zа-я]?[,;)]")
_PART = regex.compile(
    r"\d|(?:\p{Lu}\p{L}{0,2}\.[,:;] )?[^.!?]{0,80}?(?<!\p{N})(?:19|20)\d\d(?!\p{N})"  # a year soon
    r"|\p{Lu}\p{L}{0,2}\.?[:;]|\p{Lu}[^.:!?]{0,30}: ?\p{Lu}[^.!?]{0,40}\.? ?[–—-]"  # a city and its publisher
)
_PROSE = regex.compile(  # a name that a small word follows: Orr J. (2015) found
    r"(?:\p{Lu}[\p{L}'’-]{1,30},? (?:\p{Lu}\p{Ll}?\.[ -]?){1,3}|(?:\p{Lu}\p{Ll}?\.[ -]?){1,3}\p{Lu}[\p{L}'’-]{1,30})"
    r" ?(?:[(\[][^()\[\]]{1,20}[)\]])?,? ?(\p{Ll}{3,})"
)
_HEAD_OF_NAMES = regex.compile(r"\p{Lu}[\p{L}'’-]{1,30},? \p{Lu}\p{Ll}?\.")
_TAIL = regex.compile(
    r"(?:https?://|(?i:doi)[:. ]{1,2})\S+$|(?<!\p{L})\p{L}{1,2}\. ?\d{1,4}[-–]\d{1,4}$|[–—-] ?\d{1,4} \p{L}$"
)
_HEAD = regex.compile(
    r"[\s⁰¹²³⁴-⁹]{0,4}(?:\[?\d{1,3}(?:[\].)] ?| )\p{Lu}|(?:\p{Lu}\p{Ll}?\.[ -]?){1,3}\p{Lu}\p{Ll}"
    r"|\p{Lu}[\p{L}'’-]{1,30},? (?:\p{Lu}\p{Ll}?\.|\p{Lu}{1,2},))"
)
_TWO_WORDS = regex.compile(r"\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}")
_REFERENCE = regex.compile(r"//|(?<!\p{N})(?:19|20)\d\d(?!\p{N})|№|\p{Lu}\.[ \u00a0]?\p{Lu}\b|\]$|\p{Lu}\p{Ll}?$")
_NAME_BEFORE = regex.compile(r"\p{Lu}[\p{Ll}'’]+(?:[-‑]\p{Lu}\p{Ll}+)?,?[ \u00a0]$")


def next_item(split: Split) -> bool | None:
    """Another item begins, with its number or behind a finished one: ``… – 300 с. 2. Петров``."""
    if _HEAD_OF_NAMES.match(split.after) and _TAIL.search(split.before):
        return CUT
    if not _ITEM.match(split.after):
        return None
    is_citation = split.after[0] == "[" and split.text[split.start] != "["
    if is_citation or regex.search(r"№$|(?<!\p{L})\p{Lu}$", split.before):
        return JOIN
    kinds = split.abbreviation[1]
    is_unit = split.follows_number and "after_number" in kinds
    goes_on = split.is_dot and kinds & {"leading", "numbered", "uncertain"} and not is_unit
    return None if goes_on else CUT


def slashes(split: Split) -> bool | None:
    """``//`` and ``/`` lead to the journal and the editors of a reference; the journal's name may hold stops."""
    if split.after.startswith("/"):
        return JOIN
    _, mark, journal = split.before.rpartition(" // ")
    return JOIN if mark and split.is_dot and not any(sign.isdigit() for sign in journal) else None


def area(split: Split) -> bool | None:
    """A part of a reference follows that its own label tells: ``С. 5``, ``Vol. 3``, ``URL:``, ``17-б.``"""
    return JOIN if split.is_dot and _areas().match(split.after) else None


def imprint(split: Split) -> bool | None:
    """A part of a reference follows that its form tells: city, publisher and year; journal, volume and issue."""
    return JOIN if split.is_dot and _imprints().match(split.after) else None


def dash(split: Split) -> bool | None:
    """Behind a dash a reference goes on with the next part; else somebody else speaks."""
    if split.after[:1] not in tuple("–—-−"):
        return None
    rest = split.after[1:].lstrip(" \u00a0")
    is_part = _REFERENCE.search(split.before) or _PART.match(rest) or _areas().match(rest)
    if split.is_dot and (is_part or item(split) is not None):
        return JOIN
    return CUT if regex.match(CAPITAL, rest) else None


def item(split: Split) -> bool | None:
    """A reference goes on while years, volumes, pages and the like follow its beginning: a number or names."""
    head = split.text[split.start : min(split.stop, split.start + 90)]
    prose = _PROSE.match(head)
    if not _HEAD.match(head) or (prose and prose[1] not in _ands()):
        return None
    if split.stop - split.start == len(split.before) and _only_names().match(_without_others(split)):
        return JOIN
    rest = regex.split(rf"\. (?={_ITEM.pattern})", split.after, maxsplit=1)[0]
    signs = len(_signs().findall(split.before)) + len(_signs().findall(rest))
    return JOIN if signs >= (3 if split.opens else 2) else None


def _without_others(split: Split) -> str:
    """The sentence so far without the words for *and others* at its end."""
    word, kinds = split.abbreviation
    if "closing" not in kinds:
        return split.before
    return regex.sub(r"[,\s]{0,3}(?<!\p{L})\p{Ll}{0,5}\s?$", "", split.before[: len(split.before) - len(word)])


def year_of_reference(split: Split) -> bool | None:
    """A year in brackets belongs to what it follows, and a title to the year: ``Smith, J. (2011). Title``."""
    if _YEAR.match(split.after):
        return JOIN
    tail = regex.search(r"\.,?[ \u00a0]\((?:19|20)\d\d[a-zа-я]?\)$", split.before)
    return JOIN if split.is_dot and tail else None


def is_list_of_names(text: str, openers: frozenset[str]) -> bool:
    """Whether a surname ends here and only names stand before it, as where a reference begins."""
    names = regex.split(r"[:;] |/", text)[-1]
    surname = _NAME_BEFORE.search(names)
    if not surname or surname[0].strip(" ,\u00a0").lower() in openers or _TWO_WORDS.search(names):
        return False
    return all(word in _ands() for word in regex.findall(r"(?<![\p{L}.'’-])\p{Ll}{3,}", names))


@cache
def _ands() -> frozenset[str]:
    return frozenset(word for pack in packs.languages().values() for word in pack.words("and"))


@cache
def _only_names() -> regex.Pattern[str]:
    """Nothing but names, as a reference with many authors begins: ``Dale M., Orr P.``, ``3. Ann Dale, Paul Orr``."""
    initials = r"(?:\p{Lu}\p{Ll}?\.[ -]?){1,3}"
    surname = r"\p{Lu}[\p{L}'’-]{1,30}"
    short = rf"(?:{surname},? (?:{initials}|\p{{Lu}}{{1,3}}\b)|{initials} ?{surname})"
    full = r"\p{Lu}\p{Ll}+(?:[ -]\p{Lu}(?:\.|\p{Ll}+)){1,3}"
    return regex.compile(
        rf"[\[\]\d. ]{{0,8}}{short}(?:[,;&\s]{{0,3}}(?:\p{{Ll}}{{1,5}} )?{short})*+$"
        rf"|\[?\d{{1,3}}[\].)] ?{full}(?:,? (?:\p{{Ll}}{{1,5}} )?{full}){{1,20}}+$"
    )


@cache
def _areas() -> regex.Pattern[str]:
    data = packs.table("sentences")
    numbered, complete, always, editions = (
        "|".join(map(regex.escape, data["areas"][kind])) for kind in ("before_number", "complete", "always", "editions")
    )
    pages = "|".join(map(regex.escape, data["pages"]["words"]))
    forms = (
        r"\[[^\]\d][^\]]{1,40}\]",  # [Electronic resource]
        r"\[\d[^\]]{0,30}\]\.?$",  # a citation that ends the text
        rf"(?:(?:{numbered})[.:]|№)[ \u00a0]?(?:\d|[IVXІХ]{{1,6}}(?!\p{{L}}))",
        rf"(?:{always})(?!\p{{Ll}})",
        rf"(?:{complete})\. ?\d{{1,4}}(?:[.,;]|$)",
        rf"\d{{1,2}}(?:-?\p{{Ll}}{{1,3}})? (?:{editions})\b",
        rf"\d{{1,4}}(?:[-–‑]\d{{1,4}})?[ \u00a0]?[-–‑]?(?:{pages})\.",
    )
    return regex.compile(f"(?:{'|'.join(forms)})")


@cache
def _signs() -> regex.Pattern[str]:
    """What references are full of: ``//``, years before punctuation, volumes with issues, ranges, labelled parts."""
    forms = r"//|(?<!\p{N})(?:19|20)\d\d[a-z]?[.,;:)]|\d ?\(\d{1,3}\)|(?<!\p{N})\d{1,6}[-–]\d{1,4}[.,]|[.,] ?[–—-] ?\d"
    return regex.compile(rf"{forms}|(?<!\p{{L}})(?:{_areas().pattern})")


@cache
def _imprints() -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{form})" for form in packs.table("sentences")["imprint"]["forms"]))
