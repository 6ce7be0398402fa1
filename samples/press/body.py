"""The body: headings, paragraphs, lists, and the notes, tables, figures and formulas among them."""

import re
from collections.abc import Iterator

from press.definition import Paper, Table
from press.inline import Paragraph

_HEADING = re.compile(r"(?P<level>#+) (?P<text>.+) \{(?P<role>[a-z_]+)\}")
_INSERT = re.compile(r"\{(?P<what>notes|table|figure|formula) (?P<which>[^}]+)\}")
_ITEM = re.compile(r"(?:- |[0-9]+\) )")


def body(paper: Paper, which: str) -> Iterator[Paragraph]:
    """The paragraphs of the body in printed order."""
    before = ""
    for chunk in re.split(r"\n\s*\n", paper.data["body"]["text"].strip()):
        text = " ".join(chunk.split())
        if match := _HEADING.fullmatch(text):
            yield heading(match["text"], paper.language, match["role"], len(match["level"]))
            before = "heading"
        elif match := _INSERT.fullmatch(text):
            yield from _insert(paper, match["what"], match["which"])
            before = match["what"]
        elif _ITEM.match(text):
            paragraph = Paragraph("body_list", paper.language)
            paragraph.glue = "\n" if before == "list" and paper.flavour.get("tight_lists") else "\n\n"
            paragraph.add_inline(text)
            yield paragraph
            before = "list"
        else:
            yield from _body_paragraph(paper, text, after_formula=before == "formula")
            before = "paragraph"


def _body_paragraph(paper: Paper, text: str, after_formula: bool) -> Iterator[Paragraph]:
    """One paragraph, or its two halves with the footnotes that stand between them in the text file."""
    start, notes, rest = text, "", ""
    if match := _INSERT.search(text):
        start, notes, rest = text[: match.start()].rstrip(), match["which"], text[match.end() :]
    first = Paragraph("body", paper.language, fields={"flush": after_formula and text[0].islower()})
    first.add_inline(start)
    yield first
    if rest:
        yield from _insert(paper, "notes", notes)
        second = Paragraph("body", paper.language, fields={"continues": True})
        second.add_inline(rest)
        yield second


def _insert(paper: Paper, what: str, which: str) -> Iterator[Paragraph]:
    if what == "notes":
        for number in which.split():
            yield _note(paper, int(number))
    elif what == "formula":
        formula = paper.data["formula"][which]
        paragraph = Paragraph("formula", "other", fields={"number": formula["number"]})
        paragraph.add_inline(formula["text"])
        paragraph.add(" " + formula["number"])
        yield paragraph
    else:
        item = paper.data[what][which]
        caption = Paragraph("caption", item["lang"], fields={"of": what})
        caption.add_inline(item["caption"])
        if what == "table":
            yield caption
            for i, row in enumerate(item["rows"]):
                yield _table_row(item, row, first=not i, last=i == len(item["rows"]) - 1)
        else:
            caption.fields["figure"] = item
            yield caption


def _table_row(table: Table, row: list[str], first: bool, last: bool) -> Paragraph:
    paragraph = Paragraph("table", table["lang"], glue="\n\n" if first else "\n")
    paragraph.fields = {"widths": table["widths"], "head": first, "last": last}
    for i, cell in enumerate(row):
        paragraph.add("\t" if i else "")
        with paragraph.span("cell"):
            paragraph.add_inline(cell)
    return paragraph


def _note(paper: Paper, number: int) -> Paragraph:
    note = next(note for note in paper.data["note"] if note["number"] == number)
    paragraph = Paragraph("footnote", note.get("lang", paper.language), fields={"number": number})
    with paragraph.span("footnote", number=number):
        with paragraph.span("footnote_mark"):
            paragraph.add(str(number), "sup")
        paragraph.add(paper.page.get("note_gap", " "))
        with paragraph.span("footnote_body"):
            paragraph.add_inline(note["text"])
    return paragraph


def heading(text: str, lang: str, role: str, level: int, kind: str = "section_heading") -> Paragraph:
    """A heading with its canonical role."""
    paragraph = Paragraph(kind, lang, fields={"level": level})
    with paragraph.span("heading", role=role, level=level, lang=lang):
        paragraph.add_inline(text, "bold")
    return paragraph
