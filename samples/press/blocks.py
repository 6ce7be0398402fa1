"""What a reader of the printed pages should get: each paragraph in one piece, with its typography marked."""

from typing import Any

from press.body import on_paper
from press.inline import Paragraph

TYPES = {
    "affiliation": "affil",
    "abstract_heading": "abshead",
    "section_heading": "head",
    "reference_heading": "refhead",
    "reference": "ref",
    "body": "para",
    "body_list": "list",
}
MARKS = {"sup": "s", "sub": "d", "bold": "b", "italic": "i"}


def printed_blocks(paragraphs: list[Paragraph]) -> dict[str, Any]:
    """Blocks in printed order, with ⟦s:raised⟧, ⟦d:lowered⟧, ⟦b:bold⟧, ⟦i:italic⟧ and ⟦f:footnote mark⟧ in
    their texts; the footnotes apart.

    A table is one block, its cells divided by tabulators; a heading that runs on in the line of its abstract
    is a block of its own; what stands inside a figure is left out.
    """
    blocks: list[dict[str, Any]] = []
    for paragraph in on_paper(paragraphs):
        if paragraph.kind == "table" and not paragraph.fields["head"]:
            blocks[-1]["text"] += "\n" + _marked(paragraph)
            continue
        if paragraph.kind == "abstract" and any(span.kind == "abstract_heading" for span in paragraph.spans):
            heading, paragraph = _divided(paragraph)
            blocks.append({"type": "abshead", "text": _marked(heading), "lang": heading.lang})
        kind = TYPES.get(paragraph.kind, paragraph.kind)
        kind = "email" if paragraph.fields.get("address") else kind
        blocks.append({"type": kind, "text": _marked(paragraph), "lang": paragraph.lang})
    notes = [paragraph for paragraph in paragraphs if paragraph.kind == "footnote"]
    return {"blocks": blocks, "notes": {str(note.fields["number"]): _note(note) for note in notes}}


def _divided(paragraph: Paragraph) -> tuple[Paragraph, Paragraph]:
    """The heading at the beginning of an abstract, and the abstract without it (and the blank between)."""
    last = next(span.last for span in paragraph.spans if span.kind == "abstract_heading")
    heading = Paragraph("abstract_heading", paragraph.lang, paragraph.runs[:last])
    return heading, Paragraph("abstract", paragraph.lang, paragraph.runs[last + 1 :])


def _marked(paragraph: Paragraph) -> str:
    callouts = {span.first for span in paragraph.spans if span.kind == "callout"}
    text = ""
    for i, run in enumerate(paragraph.runs):
        if "dash" in run.marks:
            continue
        mark = "f" if i in callouts else next((MARKS[mark] for mark in MARKS if mark in run.marks), "")
        printed = run.text.replace("−", "-") if mark == "s" else run.text  # a raised minus is written so in gold
        text += f"⟦{mark}:{printed}⟧" if mark else printed
    return text


def _note(note: Paragraph) -> str:
    body = next(span for span in note.spans if span.kind == "footnote_body")
    return "".join(run.text for run in note.runs[body.first : body.last])
