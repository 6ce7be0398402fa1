"""Whole issues: where papers begin, what the rest is, what contents and papers disagree on."""

from collections.abc import Sequence

import pytest

import multilex
from multilex.record import Record
from multilex.vocabulary import MatterKind, NoteCode
from tests.segment.issues import (
    COVER,
    IMPRINT,
    LAW,
    PAPERS,
    RICE,
    SCHOOL,
    WELLS,
    Paper,
    body,
    document,
    head,
    leader,
    page,
    pages_of,
)
from tests.sheet import Sheet

Starts = dict[Paper, int]
FIRST = 4  # the page of the first paper: after cover, imprint, contents


def records(sheets: Sequence[Sheet]) -> list[Record]:
    return multilex.extract(document(sheets))


def papers(found: Sequence[Record]) -> list[tuple[str | None, tuple[int, int] | None]]:
    return [
        (one.titles[0].value if one.titles else None, one.source.pages) for one in found if one.kind.value == "article"
    ]


def matter(found: Sequence[Record]) -> list[tuple[MatterKind | None, tuple[int, int] | None]]:
    return [(one.matter, one.source.pages) for one in found if one.kind.value == "matter"]


def remarks(found: Sequence[Record]) -> list[str]:
    return [note.message for one in found for note in one.notes if note.code is NoteCode.CONTENTS_DIFFERS]


def pages_in(order: Sequence[Paper], first: int = 1) -> Starts:
    """Printed pages of papers of two pages each."""
    return {paper: first + 2 * at for at, paper in enumerate(order)}


def dotted(starts: Starts) -> Sheet:
    return page(
        "CONTENTS", *(line for one, at in starts.items() for line in (one.author, leader(one.title.upper(), at)))
    )


def plain(starts: Starts) -> Sheet:
    return page("Мазмұны – Содержание – Contents", *(f"{one.author} {one.title} {at}" for one, at in starts.items()))


def by_rubrics(starts: Starts) -> Sheet:
    lines = ["Table of contents", "TECHNICAL SCIENCES"]
    for number, (one, at) in enumerate(starts.items()):
        lines += ["HUMANITIES AND SOCIETY"] if number == 2 else []
        lines.append(leader(f"{one.author} {one.title}", at))
    return page(*lines)


def two_columns(starts: Starts) -> Sheet:
    """A ruled table: number, paper, page."""
    sheet = Sheet().line("CONTENTS", y=60)
    rows = [
        ("No.", "Paper", "Page"),
        *((str(n), f"{p.author} {p.title}", str(at)) for n, (p, at) in enumerate(starts.items(), 1)),
    ]
    for y in range(80, 80 + 20 * len(rows) + 1, 20):
        sheet.rule(50, 550, y)
    for x in (50.0, 90.0, 500.0, 550.0):
        sheet.rules.append((x, 80, x + 0.5, 80 + 20 * len(rows)))
    for at, row in enumerate(rows):
        for x, text in zip((60, 100, 510), row, strict=True):
            sheet.line(text, x=x, y=94 + 20 * at)
    return sheet


CONTENTS = [dotted, plain, by_rubrics, two_columns]


@pytest.mark.parametrize("contents", CONTENTS)
def test_an_issue_comes_apart(contents: object) -> None:
    sheets = [COVER, IMPRINT, contents(pages_in(PAPERS)), *(sheet for one in PAPERS for sheet in pages_of(one))]  # type: ignore[operator]
    found = records(sheets)
    assert papers(found) == [(one.title.upper(), (FIRST + 2 * at, FIRST + 2 * at + 1)) for at, one in enumerate(PAPERS)]
    assert matter(found) == [
        (MatterKind.COVER, (1, 1)),
        (MatterKind.IMPRINT, (2, 2)),
        (MatterKind.CONTENTS, (3, 3)),
    ]
    assert remarks(found) == []


def test_contents_at_the_back() -> None:
    sheets = [COVER, *(sheet for one in PAPERS for sheet in pages_of(one)), dotted(pages_in(PAPERS)), IMPRINT]
    found = records(sheets)
    assert [pages for _, pages in papers(found)] == [(2, 3), (4, 5), (6, 7), (8, 9)]
    assert matter(found) == [
        (MatterKind.COVER, (1, 1)),
        (MatterKind.CONTENTS, (10, 10)),
        (MatterKind.IMPRINT, (11, 11)),
    ]
    assert remarks(found) == []


def test_without_contents() -> None:
    found = records([COVER, *(sheet for one in PAPERS for sheet in pages_of(one))])
    assert [title for title, _ in papers(found)] == [one.title.upper() for one in PAPERS]
    assert remarks(found) == []


def test_contents_tell_a_start_that_nothing_else_tells() -> None:
    """A paper without codes, abstract or keywords is known by its title on the page that the contents give."""
    bare = page(SCHOOL.title.upper(), SCHOOL.author, *body(SCHOOL)[1:])
    others = [pages_of(one) for one in (WELLS, RICE)]
    starts = {WELLS: 1, RICE: 3, SCHOOL: 5, LAW: 6}
    sheets = [dotted(starts), *others[0], *others[1], bare, *pages_of(LAW)]
    found = records(sheets)
    assert [pages for _, pages in papers(found)] == [(2, 3), (4, 5), (6, 6), (7, 8)]
    assert SCHOOL.title.upper() in found[3].text()
    assert remarks(found) == []
    assert len(papers(records(sheets[1:]))) == 3


def test_a_start_in_the_middle_of_a_page() -> None:
    lines = [*head(RICE), *body(RICE)]
    middle = page(*body(WELLS)[-3:], *lines[:8])
    found = records([page(*head(WELLS), *body(WELLS)[:-3]), middle, page(*lines[8:])])
    assert papers(found) == [(WELLS.title.upper(), (1, 2)), (RICE.title.upper(), (2, 3))]


def test_codes_at_the_foot_and_the_title_on_the_next_page() -> None:
    first = page(*head(WELLS), *body(WELLS), RICE.code)
    found = records([dotted({WELLS: 1, RICE: 2}), first, page(*head(RICE)[1:], *body(RICE))])
    assert papers(found) == [(WELLS.title.upper(), (2, 2)), (RICE.title.upper(), (2, 3))]
    assert remarks(found) == []


def test_a_paper_listed_and_not_found() -> None:
    starts = pages_in(PAPERS)
    sheets = [dotted({**starts, Paper("Horses on the roads of the old empire", "T.T. Tokov"): 9})]
    found = records([*sheets, *(sheet for one in PAPERS for sheet in pages_of(one))])
    assert remarks(found[:1]) == ["listed on page 9, but not found: T.T. Tokov HORSES ON THE ROADS OF THE OLD EMPIRE"]
    assert remarks(found[1:]) == []


def test_a_paper_found_and_not_listed() -> None:
    starts = pages_in(PAPERS)
    unlisted = Paper("Horses on the roads of the old empire", "T.T. Tokov", "IRSTI 03.20.00", "horses, roads")
    order = (*PAPERS, unlisted)
    found = records([dotted(starts), *(sheet for one in order for sheet in pages_of(one))])
    assert [remarks([one]) for one in found] == [[], [], [], [], [], ["the contents do not list this paper"]]


def test_a_paper_on_another_page() -> None:
    starts = {**pages_in(PAPERS), SCHOOL: 6}
    found = records([dotted(starts), *(sheet for one in PAPERS for sheet in pages_of(one))])
    assert [remarks([one]) for one in found[1:]] == [
        [],
        [],
        ["the contents give page 6, the paper begins on page 5"],
        [],
    ]


def test_one_paper_of_an_issue_has_one_remark() -> None:
    found = records([dotted(pages_in(PAPERS)), *pages_of(WELLS)])
    assert remarks(found) == ["3 of 4 entries of the contents are no paper in this file"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("SCIENTIFIC LIFE", MatterKind.CHRONICLE),
        ("In memoriam", MatterKind.CHRONICLE),
        ("НАШИ ЮБИЛЯРЫ", MatterKind.CHRONICLE),
        ("Авторларға арналған ережелер", MatterKind.GUIDELINES),
        ("Подписка на журнал", MatterKind.ADVERT),
    ],
)
def test_pages_between_papers_that_are_none(heading: str, kind: MatterKind) -> None:
    between = page(heading, "Professor B.T. Bekov is seventy years old this year, and his pupils greet him.")
    found = records([*pages_of(WELLS), between, *pages_of(RICE)])
    assert [pages for _, pages in papers(found)] == [(1, 2), (4, 5)]
    assert matter(found) == [(kind, (3, 3))]


def test_a_file_that_is_no_issue_is_one_record() -> None:
    [only] = records([page("Shopping list", "milk, bread and a pound of the best butter")])
    assert (only.kind.value, only.matter) == ("matter", MatterKind.COVER)
