"""Authors per language: author lines cut into names with their marks, affiliations and identifiers."""

from collections.abc import Callable, Iterator, Sequence

import regex

from multilex.article import Article, Unit
from multilex.codes import Match, email, orcid
from multilex.record import Affiliation, Author, found
from multilex.segment.affiliation_line import author_before
from multilex.segment.author_line import Entry, split_authors
from multilex.segment.author_tokens import mark_values
from multilex.segment.names import plain
from multilex.vocabulary import MarkKind, Role

NEAR = 500
"""How many characters before an address or identifier the name that it belongs to may stand."""

_FIGURES = regex.compile(r"[0-9]{4}\s?[-–]\s?[0-9]{4}")
_MARKS = regex.compile(r"[⁰¹²³⁴-⁹]{1,2}|\^[0-9]{1,2}")
_ELSEWHERE = (Role.REFERENCE, Role.REFERENCE_HEADING, Role.ABSTRACT, Role.RUNNING_HEAD)


def extract_authors(article: Article, affiliations: Sequence[Affiliation] = ()) -> tuple[Author, ...]:
    """
    The authors in printed order, once per language that prints them.

    `span` is the printed name without its marks; `value` has its blanks mended (``А.Ш.Өтегенов`` becomes
    ``А.Ш. Өтегенов``). An author belongs to the affiliations of the same language that bear one of the
    author's marks; without any marks, to the only affiliation there is, or to those printed under the
    author's line where each line has its own. `corresponding` where a star or an envelope says so. An
    address or ORCID that stands after a name in the author information is that author's.
    """
    authors: list[Author] = []
    lists = list(_lists(article))
    for language, unit, entries in lists:
        own = [affiliation for affiliation in affiliations if affiliation.lang == language]
        bearers = _bearers(own, [entry for other, _, more in lists if other == language for entry in more])
        units = [unit for other, unit, _ in lists if other == language]
        for entry in entries:
            number = 1 + sum(author.lang == language for author in authors)
            marks = _single(entry.marks, bearers)
            authors.append(
                found(
                    Author,
                    article.document,
                    unit.start + entry.start,
                    unit.start + entry.end,
                    "author/initials" if entry.name.given else "author/family-name",
                    id=f"{language}-{number}",
                    lang=language,
                    value=entry.name.value,
                    family=entry.name.family,
                    given=entry.name.given,
                    marks=marks,
                    corresponding="*" in entry.marks,
                    orcid=_beside(entry),
                    affiliations=_affiliations_of(marks, bearers, own) or _below(unit, units, own),
                )
            )
    return _with_contacts(article, authors)


def _lists(article: Article) -> Iterator[tuple[str, Unit, tuple[Entry, ...]]]:
    """The author lines; where a language has none, the names that affiliation lines begin with."""
    for unit in article.of(Role.AUTHORS):
        raised = {
            offset - unit.start
            for mark in article.document.marks_in(unit.start, unit.end, MarkKind.SUPERSCRIPT)
            for offset in range(max(mark.start, unit.start), min(mark.end, unit.end))
        }
        yield unit.group or unit.language.tag, unit, split_authors(article.text(unit), raised)
    named = {unit.group for unit in article.of(Role.AUTHORS)}
    for unit in article.of(Role.AFFILIATION):
        end = author_before(article.text(unit)) if unit.group not in named else None
        if end is not None:
            yield unit.group or unit.language.tag, unit, split_authors(article.text(unit)[:end])


def _bearers(own: list[Affiliation], entries: list[Entry]) -> dict[str, list[str]]:
    """
    The ids of the affiliations that bear each mark. Marks that none bears are those of the affiliations
    without a mark, in order, when there are as many.
    """
    bearers: dict[str, list[str]] = {}
    for affiliation in own:
        for mark in (affiliation.mark or "").split(","):
            bearers.setdefault(mark, []).append(affiliation.id)
    unmarked = bearers.pop("", [])
    lost = {mark for entry in entries for mark in _single(entry.marks, bearers)} - bearers.keys()
    if len(unmarked) == len(lost):
        bearers |= {mark: [identifier] for mark, identifier in zip(sorted(lost), unmarked, strict=True)}
    return bearers


def _single(printed: tuple[str, ...], bearers: dict[str, list[str]]) -> tuple[str, ...]:
    """The marks without stars, once each; ``12`` is 1 and 2 where no affiliation bears the number 12."""
    marks: list[str] = []
    for mark in printed:
        several = mark not in bearers and mark.isdecimal() and bearers.keys() >= set(mark)
        marks += [part for part in (mark if several else [mark]) if part != "*" and part not in marks]
    return tuple(marks)


def _affiliations_of(marks: tuple[str, ...], bearers: dict[str, list[str]], own: list[Affiliation]) -> tuple[str, ...]:
    """The ids of an author's affiliations."""
    if not marks and len(own) == 1:
        return (own[0].id,)
    return tuple(dict.fromkeys(identifier for mark in marks for identifier in bearers.get(mark, ())))


def _below(unit: Unit, units: list[Unit], own: list[Affiliation]) -> tuple[str, ...]:
    """The ids of the affiliations under an author line, where each line of a language has its own."""
    if len(units) < 2 or any(each.mark for each in own):
        return ()
    ends = [*(other.start for other in units[1:]), max(each.span[1] for each in own)] if own else []
    under = {
        line.start: tuple(each.id for each in own if line.end <= each.span[0] < end)
        for line, end in zip(units, ends, strict=False)
    }
    return under[unit.start] if under and all(under.values()) else ()


def _beside(entry: Entry) -> str | None:
    return next((match.value for aside in entry.asides for match in orcid.find(aside)), None)


def _with_contacts(article: Article, authors: list[Author]) -> tuple[Author, ...]:
    """
    Gives addresses and identifiers to the authors whose family name stands before them; identifiers of a
    language block that follow no name go by order where there are as many as authors.
    """
    given: dict[tuple[str, str], str] = {(author.id, "orcid"): author.orcid for author in authors if author.orcid}
    by_order: dict[str, list[str]] = {}
    for unit in article.units:
        if unit.role in _ELSEWHERE:
            continue
        text = article.text(unit)
        matches = [("orcid", match) for match in orcid.find(text)] if _FIGURES.search(text) else []
        if unit.group is None or unit.role == Role.AFFILIATION:
            matches += [("email", match) for match in email.find(text)]
        for kind, match in matches:
            find = orcid.find if kind == "orcid" else email.find
            if unit.group is None:
                before = article.document.text[
                    max(article.start, unit.start + match.start - NEAR) : unit.start + match.start
                ]
            else:
                before = text[: match.start]
            owners = _named_before(before, authors, find) or _marked_before(before, unit, authors)
            for owner in owners:
                given.setdefault((owner.id, kind), match.value)
            if not owners and unit.group and match.value not in given.values():
                by_order.setdefault(unit.group, []).append(match.value)
    for language, values in by_order.items():
        bare = [author for author in authors if author.lang == language and (author.id, "orcid") not in given]
        if len(bare) == len(values):
            given |= {(author.id, "orcid"): value for author, value in zip(bare, values, strict=True)}
    return tuple(
        author.model_copy(update={kind: value for (owner, kind), value in given.items() if owner == author.id})
        for author in authors
    )


def _marked_before(before: str, unit: Unit, authors: list[Author]) -> list[Author]:
    """The one author of the unit's language who bears the last mark of a text, if there is just one."""
    printed = _MARKS.findall(before)
    marks = {mark for mark in mark_values(printed[-1]) if mark != "*"} if printed else set()
    own = [author for author in authors if author.lang == unit.group and marks & set(author.marks)]
    return own if len(own) == 1 else []


def _named_before(before: str, authors: list[Author], find: Callable[[str], Iterator[Match]]) -> list[Author]:
    """The authors whose family name stands last in a text, nothing that `find` finds after it."""
    cut = max((match.end for match in find(before)), default=0)
    before = plain(before[cut:])
    last = -1
    owners: list[Author] = []
    for author in authors:
        family = regex.compile(rf"(?<!\p{{L}}){regex.escape(plain(author.family or ''))}(?!\p{{L}})")
        at = max((match.start() for match in family.finditer(before)), default=-1)
        if at > last:
            last, owners = at, [author]
        elif at == last >= 0:
            owners.append(author)
    return owners
