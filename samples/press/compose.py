"""From the definition of a paper to its paragraphs in printed order, each run with its meaning."""

from collections.abc import Iterator
from typing import Any

from press.body import body, heading
from press.definition import Paper, Table
from press.front import front
from press.inline import Paragraph

LIST_IDS = {"original": "orig", "romanized": "rom"}


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


def _references(paper: Paper, kind: str) -> Iterator[Paragraph]:
    listing = next(each for each in paper.data["references"] if each["kind"] == kind)
    lang = listing.get("heading_lang") or ("en" if kind == "romanized" else listing["lang"])
    yield heading(listing["heading"], lang, f"references_{kind}", 1, "reference_heading")
    dash = "- " if paper.flavour.get("reference_dash") else ""
    for i, item in enumerate(listing["items"]):
        dot = "." if listing.get("dot") else ""
        paragraph = _reference(item, listing["lang"], LIST_IDS[kind], dash, dot)
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
    "front": front,
    "body": body,
    "dates": _dates,
    "references": _references,
    "info": _info,
}
