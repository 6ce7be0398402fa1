"""Invented issues, page by page: papers with and without code lines, contents in the manners of several journals."""

from collections.abc import Sequence
from dataclasses import dataclass

from multilex.document import Document
from multilex.layout.pdf import layout_pdf
from tests.sheet import RIGHT, Sheet, source


@dataclass(frozen=True)
class Paper:
    """An invented paper: `code` its line of codes, if it has one."""

    title: str
    author: str
    code: str = ""
    words: str = "steppe, river"


WELLS = Paper("Drilling of deep wells in the northern steppe", "A.B. Orlova", "IRSTI 52.47.15", "wells, steppe")
RICE = Paper("Yield of rice in the valley of a dry river", "K.M. Saduov", "IRSTI 68.35.03", "rice, water")
SCHOOL = Paper("Reading in the village school between two wars", "D.E. Ivanova", "IRSTI 14.25.09", "school, reading")
LAW = Paper("Pastures and the law of common property", "N.S. Akhmetov", "IRSTI 10.23.01", "law, pastures")
PAPERS = (WELLS, RICE, SCHOOL, LAW)


def page(*lines: str) -> Sheet:
    """A page whose lines are paragraphs of their own; a line feed in one parts the printed lines of a paragraph."""
    sheet = Sheet()
    for line in lines:
        first, *rest = line.split("\n")
        sheet.line(first, step=2.4, to=RIGHT if rest else None)
        for at, more in enumerate(rest, 1):
            sheet.line(more, to=RIGHT if at < len(rest) else None)
    return sheet


def head(paper: Paper) -> list[str]:
    """The lines above the body."""
    return [
        *([paper.code] if paper.code else []),
        paper.title.upper(),
        paper.author,
        "Institute of Geography, Astana, Kazakhstan",
        f"Abstract. The paper is about {paper.title.lower()} and what it means for us.",
        f"Keywords: {paper.words}",
    ]


def body(paper: Paper) -> list[str]:
    """Body and reference list."""
    about = paper.words.split(",")[0]
    said = (
        f"The question of {about} has been asked for long, and it was answered in many ways by those who\n"
        f"came to see the {about} of the land with their own eyes, so that we ask it once more with the data\n"
        "of ten years in three places, which nobody has seen before."
    )
    return [
        "Introduction",
        said,
        said.replace("question", "history"),
        "Results",
        said.replace("question", f"answer of {paper.author}"),
        "References",
        f"1. {paper.author} On {about}. Almaty: Dala, 2019. 120 p.",
        f"2. Petrov P.P. Notes on {about} of old. Astana: Orda, 2020. 80 p.",
    ]


def pages_of(paper: Paper) -> list[Sheet]:
    """A paper on two pages."""
    lines = [*head(paper), *body(paper)]
    return [page(*lines[:-6]), page(*lines[-6:])]


def document(sheets: Sequence[Sheet]) -> Document:
    """The issue of these pages, laid out."""
    return layout_pdf(source(sheets))


def leader(title: str, number: int) -> str:
    """A line of contents with dots."""
    return f"{title} {'. ' * 20}{number}"


COVER = page("ISSN 1234-5679", "STEPPE STUDIES", "No. 2 (14) 2024", "Astana")
IMPRINT = page("Editor-in-chief: B.T. Bekov", "Editorial board: A.A. Abaev, C.C. Coker", "Owner: Steppe Society")
