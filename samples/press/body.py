"""The body: headings, paragraphs, lists, and the notes, tables, figures and formulas among them."""

import re
from collections.abc import Iterator

from press.definition import Paper, Table
from press.inline import Paragraph, Span

_HEADING = re.compile(r"(?P<level>#+) (?P<text>.+) \{(?P<role>[a-z_]+)\}")
_INSERT = re.compile(r"\{(?P<what>notes|table|figure|formula) (?P<which>[^}]+)\}")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*\. ")
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
    """A heading with its canonical role; its number is a label and no part of it."""
    paragraph = Paragraph(kind, lang, fields={"level": level})
    number = _NUMBER.match(text)
    label = number.group() if number else ""
    paragraph.add(label, "bold")
    with paragraph.span("heading", role=role, level=level, lang=lang, label=label.strip() or None):
        paragraph.add_inline(text.removeprefix(label), "bold")
    return paragraph


def on_paper(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs without footnotes; halves that notes stood between are joined again."""
    whole: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.kind == "footnote":
            continue
        if not paragraph.fields.get("continues"):
            whole.append(paragraph)
            continue
        joined = Paragraph("body", paragraph.lang, list(whole[-1].runs), list(whole[-1].spans))
        joined.add(" ")
        shift = len(joined.runs)
        joined.runs += paragraph.runs
        joined.spans += [
            Span(span.kind, span.first + shift, span.last + shift, span.fields) for span in paragraph.spans
        ]
        whole[-1] = joined
    return whole
