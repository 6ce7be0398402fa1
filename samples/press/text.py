"""From paragraphs to the text file, remembering where every run and every meaning lands."""

from dataclasses import dataclass
from typing import Any

from press.definition import Paper, Table
from press.inline import SUBSCRIPT, SUPERSCRIPT, Paragraph, Run


@dataclass(frozen=True)
class Located:
    """A meaning with its half-open place in the text, in code points."""

    kind: str
    start: int
    end: int
    fields: dict[str, Any]


@dataclass(frozen=True)
class Placed:
    """A paragraph with its place in the text and the places of what it holds, outer before inner."""

    paragraph: Paragraph
    start: int
    end: int
    located: tuple[Located, ...]


@dataclass(frozen=True)
class Text:
    """The text file and everything that stands in it."""

    text: str
    placed: tuple[Placed, ...]


def render(paper: Paper, paragraphs: list[Paragraph]) -> Text:
    """The text file of `paper`, ending in a line feed."""
    pieces: list[str] = []
    placed: list[Placed] = []
    at = 0
    for paragraph in paragraphs:
        glue = paragraph.glue if placed else ""
        printed, places = _print(paragraph, paper.flavour)
        start = at + len(glue)
        at = start + len(printed)
        pieces += [glue, printed]
        located = sorted(
            (
                Located(span.kind, start + places[span.first][0], start + places[span.last - 1][1], span.fields)
                for span in paragraph.spans
            ),
            key=lambda each: (each.start, -each.end),
        )
        placed.append(Placed(paragraph, start, at, tuple(located)))
    return Text("".join(pieces) + "\n", tuple(placed))


def _print(paragraph: Paragraph, flavour: Table) -> tuple[str, list[tuple[int, int]]]:
    """The printed paragraph, and the place of each run in it without its markup."""
    text, places, open_mark = "", [], ""
    for run in paragraph.runs:
        before, inner, after = _mark_up(run, paragraph.kind, flavour)
        if before and before == open_mark:  # marked stretches that touch are one
            text, before = text.removesuffix(before), ""
        places.append((len(text) + len(before), len(text) + len(before) + len(inner)))
        text += before + inner + after
        open_mark = after
    return text, places


def _mark_up(run: Run, kind: str, flavour: Table) -> tuple[str, str, str]:
    before = after = ""
    text = run.text
    if "sup" in run.marks:
        text = _raised(run, flavour)
    elif "sub" in run.marks:
        text = text.translate(SUBSCRIPT)
    if "url" in run.marks and flavour.get("autolinks"):
        text = f"<{text}>"
    if "bold" in run.marks and flavour.get("bold") and not {"sup", "sub"} & run.marks:
        before, after = "**" + before, after + "**"
    if "italic" in run.marks and flavour.get("bold") and kind == "reference":
        before, after = "*" + before, after + "*"
    return before, text, after


def _raised(run: Run, flavour: Table) -> str:
    if "author_mark" in run.marks and flavour.get("author_marks") == "tex":
        return "^{" + run.text + "}"
    return run.text.translate(SUPERSCRIPT)
