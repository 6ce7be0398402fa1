"""Archival documents: the archive, and fund, inventory, file and leaf in it (``ЦГА. Ф. 64. Оп. 1. Д. 50. Л. 12``)."""

from functools import cache

import regex

from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import alternation

_ARCHIVE = regex.compile(r"(?:^|//|[.;\x01])\s{0,3}(?P<name>\p{Lu}[^./;\x01]{1,90}?)[\s.,;:(-]{0,4}$")


def read_archive(draft: Draft) -> None:
    """Take archive and place of a document that stands in a fund."""
    match = _place().search(draft.folded)
    if match is None:
        return
    draft.take("archive_location", *match.span())
    draft.kinds.add("archive")
    if archive := _ARCHIVE.search(draft.plain, max(0, match.start() - 120), match.start()):
        draft.take("archive", *archive.span("name"), around=(archive.start("name"), match.start()))


@cache
def _place() -> regex.Pattern[str]:
    fund, inventory, file, leaf = (alternation("archives", key) for key in ("fund", "inventory", "file", "leaf"))
    gap, number = r"[.\s№-]{0,4}", r"(?:\p{L}-?)?[0-9]{1,6}(?:-?\p{L}(?!\p{L}))?"
    apart = r"\s?[.,;]?\s{0,2}-?\s{0,2}"
    verso = rf"(?:\s?{alternation('archives', 'verso')}(?!\p{{L}})\.?)?"
    leaves = rf"{apart}{leaf}{gap}[0-9]{{1,5}}{verso}(?:\s?[-,]\s?[0-9]{{1,5}}{verso})*+"
    figures = r"(?<![\p{L}\p{N}])(?:\p{L}-)?[0-9]{1,6}[\s-]{1,2}"  # before the word, as Kazakh has it
    before = rf"{figures}{fund}{apart}{figures}{inventory}{apart}{figures}{file}(?:{apart}{figures}{leaf})?(?!\p{{L}})"
    return regex.compile(
        rf"(?<!\p{{L}}){fund}{gap}{number}{apart}{inventory}{gap}{number}{apart}{file}{gap}{number}(?:{leaves})?|{before}"
    )
