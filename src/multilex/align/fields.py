"""The alignment table: role × language, with gaps visible."""

from collections.abc import Sequence

from multilex.extract import Findings
from multilex.record import AlignedRole, Cell, Section
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
    """The body in its language; in another one, where sections of the same roles stand there a second time."""
    sections = {
        i: section
        for i, section in enumerate(findings.sections)
        if section.role not in (SectionRole.AUTHOR_INFO, SectionRole.REFERENCES)
    }
    again = _repeated(list(sections.values()), body)
    owned = {lang: [i for i, one in sections.items() if one.lang == lang and one.role in again] for lang in languages}
    owned[body] = [i for i, one in sections.items() if one.lang == body or one.role not in again]
    return {
        lang: Cell(state="present", pointer=f"/sections/{owned[lang][0]}", count=len(owned[lang]))
        if owned[lang]
        else Cell(state="absent")
        for lang in languages
    }


def _repeated(sections: Sequence[Section], body: str) -> set[SectionRole]:
    """The roles that sections in the body's language have, and sections in another language too."""
    own = {section.role for section in sections if section.lang == body}
    return own & {section.role for section in sections if section.lang != body} - {SectionRole.OTHER}
