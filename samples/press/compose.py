"""From the definition of a paper to its paragraphs in printed order, each run with its meaning."""

import re
from collections.abc import Iterator
from typing import Any

from press.definition import Paper, Table
from press.inline import Paragraph

LIST_KINDS = {"original": "orig", "romanized": "rom", "unknown": "refs"}


def compose(paper: Paper) -> list[Paragraph]:
    """All paragraphs of `paper` in the order in which its text file and its PDF show them."""
    paragraphs: list[Paragraph] = []
    for part in paper.order:
        name, _, which = part.partition(" ")
        paragraphs += _PARTS[name](paper, which)
    return paragraphs


def _tail(paper: Paper, which: str) -> Iterator[Paragraph]:
    for item in paper.data["tail"]["items"]:
        yield _reference(item, paper.data["tail"]["lang"], "tail", dash="", dot="")


def _codes(paper: Paper, which: str) -> Iterator[Paragraph]:
    for line in paper.data["codes"]:
        paragraph = Paragraph("codes", "other")
        for i, group in enumerate(line["line"]):
            paragraph.add(line.get("between", " ") if i else "")
            _code_group(paragraph, group)
        yield paragraph


def _code_group(paragraph: Paragraph, group: Table) -> None:
    with paragraph.span("label"):
        paragraph.add(group["label"])
    paragraph.add(" ")
    for i, code in enumerate(group["values"]):
        paragraph.add(group.get("between", "; ") if i else "")
        code = code if isinstance(code, dict) else {"printed": code, "value": code}
        kind = "doi" if group["scheme"] == "DOI" else "code"
        with paragraph.span(kind, scheme=group["scheme"], value=code["value"], label=group["label"]):
            paragraph.add(code["printed"])


def _doi(paper: Paper, which: str) -> Iterator[Paragraph]:
    doi = paper.data["doi"]
    paragraph = Paragraph("doi", "other")
    paragraph.add(doi["label"])
    with paragraph.span("doi", value=doi["value"], label=doi["label"].strip() or None):
        paragraph.add(doi["text"])
    yield paragraph


def _front(paper: Paper, lang: str) -> Iterator[Paragraph]:
    front = paper.data["front"][lang]
    for part in front["order"]:
        yield from _FRONT[part](front, lang)


def _title(front: Table, lang: str) -> Iterator[Paragraph]:
    paragraph = Paragraph("title", lang)
    with paragraph.span("title"):
        paragraph.add_inline(front["title"], "bold")
    yield paragraph


def _authors(front: Table, lang: str) -> Iterator[Paragraph]:
    family_first = next(iter(front["authors"][0])) == "family"
    paragraph = Paragraph("authors", lang)
    with paragraph.span("author_list"):
        for i, author in enumerate(front["authors"]):
            parts = [author["family"], author["given"]]
            name = " ".join(parts if family_first else parts[::-1])
            paragraph.add(", " if i else "")
            with paragraph.span("author", index=i + 1, **author):
                paragraph.add(name, "bold")
            with paragraph.span("author_mark"):
                paragraph.add(author["marks"], "sup", "author_mark")
    yield paragraph


def _orcid(front: Table, lang: str) -> Iterator[Paragraph]:
    for i, author in enumerate(front["authors"]):
        paragraph = Paragraph("codes", "other", glue="\n" if i else "\n\n")
        paragraph.add(author["marks"].rstrip("*"), "sup", "author_mark")
        paragraph.add("ORCID: ")
        with paragraph.span("orcid", author=i + 1, value=author["orcid"]):
            paragraph.add(f"https://orcid.org/{author['orcid']}")
        yield paragraph


def _affiliations(front: Table, lang: str) -> Iterator[Paragraph]:
    for i, item in enumerate(front["affiliations"]):
        paragraph = Paragraph("affiliation", lang, glue="\n" if i else "\n\n")
        with paragraph.span("affiliation_mark"):
            paragraph.add(item["mark"], "sup")
        with paragraph.span("affiliation", index=i + 1, **item):
            paragraph.add(", ".join((item["organisation"], item["city"], item["country"])))
        yield paragraph
        if "email" in item:
            yield _address(item["email"], "affiliation", lang, glue="\n")


def _email(front: Table, lang: str) -> Iterator[Paragraph]:
    for i, item in enumerate(front.get("emails") or [front["email"]]):
        yield _address(item, "email", lang, glue="\n" if i else "\n\n")


def _address(item: Table, kind: str, lang: str, glue: str) -> Paragraph:
    paragraph = Paragraph(kind, lang, glue=glue, fields={"address": True})
    paragraph.add(item["before"])
    with paragraph.span("email", value=item["value"], author=item["author"], lang=lang):
        paragraph.add(item["value"])
    paragraph.add(item.get("after", ""))
    return paragraph


def _abstract(front: Table, lang: str) -> Iterator[Paragraph]:
    abstract = front["abstract"]
    heading, run_in = abstract.get("heading"), abstract.get("run_in", False)
    if heading and not run_in:
        above = Paragraph("abstract_heading", lang)
        with above.span("abstract_heading"):
            above.add(heading, "bold")
        yield above
    for i, part in enumerate(abstract["parts"]):
        paragraph = Paragraph("abstract", lang)
        if run_in and not i:
            with paragraph.span("abstract_heading"):
                paragraph.add(heading, "bold")
            paragraph.add(" ")
        with paragraph.span("abstract"):
            if "label" in part:
                with paragraph.span("part_label"):
                    paragraph.add(part["label"], "bold")
                paragraph.add(" ")
            with paragraph.span("part", type=part.get("type"), label=part.get("label")):
                paragraph.add_inline(part["text"].strip())
        yield paragraph


def _keywords(front: Table, lang: str) -> Iterator[Paragraph]:
    keywords = front["keywords"]
    paragraph = Paragraph("keywords", lang)
    with paragraph.span("keywords"):
        with paragraph.span("keywords_label"):
            paragraph.add(keywords["label"], "bold")
        paragraph.add(" ")
        for i, item in enumerate(keywords["items"]):
            paragraph.add(", " if i else "")
            with paragraph.span("keyword"):
                paragraph.add_inline(item)
        paragraph.add(".")
    yield paragraph


def _dates(paper: Paper, which: str) -> Iterator[Paragraph]:
    dates = paper.data["dates"]
    paragraph = Paragraph("dates", dates.get("lang", paper.language))
    for i, item in enumerate(dates["items"]):
        paragraph.add(dates["between"] if i else "")
        with paragraph.span("date_label"):
            paragraph.add(item["label"])
        paragraph.add(" ")
        with paragraph.span("date", type=item["type"], value=item["value"], label=item["label"]):
            paragraph.add(item["text"])
    paragraph.add(dates.get("end", ""))
    yield paragraph


_HEADING = re.compile(r"(?P<level>#+) (?P<text>.+) \{(?P<role>[a-z_]+)\}")
_INSERT = re.compile(r"\{(?P<what>notes|table|figure|formula) (?P<which>[^}]+)\}")
_ITEM = re.compile(r"(?:- |[0-9]+\) )")


def _body(paper: Paper, which: str) -> Iterator[Paragraph]:
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


def heading(text: str, lang: str, role: str, level: int, kind: str = "section_heading") -> Paragraph:
    """A heading with its canonical role."""
    paragraph = Paragraph(kind, lang, fields={"level": level})
    with paragraph.span("heading", role=role, level=level, lang=lang):
        paragraph.add_inline(text, "bold")
    return paragraph


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
                yield _table_row(item, row, first=not i)
        else:
            caption.fields["figure"] = item
            yield caption


def _table_row(table: Table, row: list[str], first: bool) -> Paragraph:
    paragraph = Paragraph("table", table["lang"], glue="\n\n" if first else "\n")
    paragraph.fields = {"widths": table["widths"], "head": first, "cells": len(row)}
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


def _references(paper: Paper, kind: str) -> Iterator[Paragraph]:
    listing = next(each for each in paper.data["references"] if each["kind"] == kind)
    role = "references" if kind == "unknown" else f"references_{kind}"
    lang = listing.get("heading_lang") or ("en" if kind == "romanized" else listing["lang"])
    yield heading(listing["heading"], lang, role, 1, "reference_heading")
    dash = "- " if paper.flavour.get("reference_dash") else ""
    for i, item in enumerate(listing["items"]):
        dot = "." if listing.get("dot") else ""
        paragraph = _reference(item, listing["lang"], LIST_KINDS[kind], dash, dot)
        paragraph.glue = "\n" if i and paper.flavour.get("tight_references") else "\n\n"
        yield paragraph


def _reference(item: Table, lang: str, prefix: str, dash: str, dot: str) -> Paragraph:
    lang = item.get("lang", lang)
    paragraph = Paragraph("reference", lang)
    paragraph.add(dash, "dash")
    fields: dict[str, Any] = {"id": f"{prefix}:{item['n']}{'b' if item.get('repeated') else ''}"}
    with paragraph.span("reference", number=item["n"], lang=lang, **fields, **_irregular(item)):
        if item.get("printed", True):
            paragraph.add(f"{item['n']}{dot} ")
        paragraph.add_inline(item["text"])
    return paragraph


def _irregular(item: Table) -> dict[str, Any]:
    irregular = {"number_printed": False} if item.get("printed") is False else {}
    return irregular | ({"repeated_number": True} if item.get("repeated") else {})


def _info(paper: Paper, which: str) -> Iterator[Paragraph]:
    info = paper.data["info"]
    yield heading(info["heading"], info["lang"], "author_info", 1)
    for text in info["paragraphs"]:
        paragraph = Paragraph("body", info["lang"])
        paragraph.add_inline(text)
        yield paragraph


_PARTS = {
    "tail": _tail,
    "codes": _codes,
    "doi": _doi,
    "front": _front,
    "body": _body,
    "dates": _dates,
    "references": _references,
    "info": _info,
}
_FRONT = {
    "title": _title,
    "authors": _authors,
    "orcid": _orcid,
    "affiliations": _affiliations,
    "email": _email,
    "abstract": _abstract,
    "keywords": _keywords,
}
