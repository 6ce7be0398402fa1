"""People and organisations, row by row: who is printed in which language, and as what."""

from collections.abc import Sequence

from multilex.align.matching import Entry, match
from multilex.align.tools import Tools
from multilex.record import Affiliation, AffiliationRow, Author, PersonRow

_SAME_MARK = 2.0  # what speaks for two organisations being the same, as log-likelihood ratios
_SAME_PEOPLE = 2.0


def align_people(authors: Sequence[Author]) -> tuple[PersonRow, ...]:
    """One row per person, in the order of their numbers."""
    rows: dict[int, dict[str, str]] = {}
    for author in authors:
        if author.person is not None:
            rows.setdefault(author.person, {}).setdefault(author.lang, author.id)
    return tuple(PersonRow(person=person, authors=rows[person]) for person in sorted(rows))


def align_affiliations(
    affiliations: Sequence[Affiliation], authors: Sequence[Author], tools: Tools
) -> tuple[AffiliationRow, ...]:
    """One row per organisation; empty when only one language has any.

    Words and place decide as for keywords; besides, the mark that they bear and the people who belong to them.
    """
    lists: dict[str, list[Affiliation]] = {}
    for affiliation in affiliations:
        lists.setdefault(affiliation.lang, []).append(affiliation)
    if len(lists) < 2:
        return ()
    people = {
        affiliation.id: {author.person for author in authors if affiliation.id in author.affiliations}
        for affiliation in affiliations
    }

    def hint(first: Entry, second: Entry) -> float:
        one, other = (lists[lang][at] for lang, at in (first, second))
        shared = (people[one.id] & people[other.id]) - {None}
        return _SAME_MARK * bool(one.mark and one.mark == other.mark) + _SAME_PEOPLE * bool(shared)

    values = {lang: [one.value or one.text for one in each] for lang, each in sorted(lists.items())}
    return tuple(
        AffiliationRow(affiliations={lang: lists[lang][at].id for lang, at in each.entries.items()}, basis=each.basis)
        for each in match(values, hint, tools)
    )
