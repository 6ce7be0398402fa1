"""The alignment table: role × language, with gaps visible."""

from collections.abc import Sequence

from multilex.extract import Findings
from multilex.record import AlignedRole, Cell
from multilex.vocabulary import SectionRole

EXPECTED = ("kk", "ru", "en")
"""The languages in which journals of Kazakhstan print their front matter."""


def align_fields(findings: Findings, body: str) -> tuple[tuple[str, ...], tuple[AlignedRole, ...]]:
    """The languages of the table (the three expected ones, then others met), and its rows.

    A cell's `pointer` is a JSON pointer to the first finding of the role in the language, `count` how many there are.
    """
    front: dict[str, list[str | None]] = {
        "titles": [title.lang for title in findings.titles],
        "authors": [*(author.lang for author in findings.authors)],
        "affiliations": [*(affiliation.lang for affiliation in findings.affiliations)],
        "abstracts": [*(abstract.lang for abstract in findings.abstracts)],
        "keywords": [*(keywords.lang for keywords in findings.keywords)],
    }
    met = {lang for langs in front.values() for lang in langs if lang}
    languages = (*EXPECTED, *sorted(met - set(EXPECTED) - {"und", "mul"}))
    rows = [AlignedRole(role=role, cells=_cells(role, langs, languages)) for role, langs in front.items()]
    rows.append(AlignedRole(role="body", cells=_body(findings, body, languages)))
    return languages, tuple(rows)


def _cells(role: str, langs: Sequence[str | None], languages: tuple[str, ...]) -> dict[str, Cell]:
    return {lang: _cell(role, [i for i, tag in enumerate(langs) if tag == lang]) for lang in languages}


def _cell(role: str, indices: list[int]) -> Cell:
    if not indices:
        return Cell(state="absent")
    return Cell(state="present", pointer=f"/{role}/{indices[0]}", count=len(indices))


def _body(findings: Findings, body: str, languages: tuple[str, ...]) -> dict[str, Cell]:
    sections = [
        i
        for i, section in enumerate(findings.sections)
        if section.role not in (SectionRole.AUTHOR_INFO, SectionRole.REFERENCES)
    ]
    present = Cell(state="present", pointer=f"/sections/{sections[0]}", count=len(sections)) if sections else None
    return {lang: present if present and lang == body else Cell(state="absent") for lang in languages}
