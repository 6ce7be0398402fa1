"""How each kind of paragraph is set."""

from dataclasses import replace

from press.definition import Table
from press.inline import Paragraph
from press.lines import Style


def style_for(paragraph: Paragraph, page: Table) -> Style:
    """The style of a paragraph by its kind, in the design `page` (the `[page]` table of a paper)."""
    size = float(page["base"])
    lead = size * 1.2
    small, small_lead = size * 0.88, size * 1.05
    align = "center" if paragraph.kind in page["center"] else "left"
    plain = Style(size, lead, align, hyphenate=False, keep=True)
    match paragraph.kind:
        case "title":
            return Style(size * 1.15, lead * 1.15, align, before=10, after=4, hyphenate=False, keep=True)
        case "codes" | "doi":
            if paragraph.fields.get("small"):
                return Style(small, small_lead, "left", hyphenate=False, keep=True)
            return Style(size, lead, "left", before=2, hyphenate=False, keep=True)
        case "authors":
            return replace(plain, before=8)
        case "affiliation" | "email":
            return Style(small, small_lead, align, hyphenate=False, before=1, keep=True)
        case "abstract_heading":
            return replace(plain, before=5)
        case "abstract":
            return Style(small, small_lead, indent=18, before=1)
        case "keywords":
            return Style(small, small_lead, indent=18, before=2, after=6)
        case "section_heading" | "reference_heading":
            return replace(plain, before=9, after=2)
        case "reference":
            return Style(small, small_lead, indent=-14, left=14, before=1)
        case "footnote":
            return Style(size * 0.82, size * 0.98)
        case "caption":
            below = paragraph.fields["of"] == "figure"
            return Style(small, small_lead, "left", before=4 if below else 8, after=8 if below else 3, keep=not below)
        case "table":
            return Style(small, small_lead, hyphenate=False)
        case "formula":
            return replace(plain, align="center", before=5, after=5)
        case "dates":
            return Style(small, small_lead, "left", before=6, after=4)
        case "body_list":
            return Style(size, lead, indent=18)
        case _:
            return Style(size, lead, indent=0 if paragraph.fields.get("flush") else 18)
