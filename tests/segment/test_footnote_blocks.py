"""Footnotes that a plain text prints between its paragraphs."""

from pathlib import Path

import pytest

from multilex.document import Document
from multilex.layout.text import layout_text
from multilex.read.text import read_text
from multilex.segment.footnotes import footnote_blocks, is_footnote_text

PROSE = "The long river¹ of the north, which freezes in winter and floods the meadows in spring, is old."
MORE = "Its lakes², which are shallow and warm, were measured by the institute in the last century."


def notes(*paragraphs: str) -> list[str]:
    document = document_of(*paragraphs)
    blocks = [document.blocks[index] for index in sorted(footnote_blocks(document, 0, len(document.blocks)))]
    return [document.text[block.start : block.end] for block in blocks]


def document_of(*paragraphs: str) -> Document:
    return layout_text(read_text("\n\n".join(paragraphs).encode(), "paper.txt"))


def test_notes_stand_between_the_paragraphs() -> None:
    assert notes(PROSE, MORE, "¹ Atlas of rivers. – Astana, 2021.", "²Atlas of lakes.", "Another paragraph.") == [
        "¹ Atlas of rivers. – Astana, 2021.",
        "²Atlas of lakes.",
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        # affiliations below their authors
        ("A.K. Orlova¹, B. Seitov²", "¹ Institute of Water, Astana", "² Institute of Land, Almaty"),
        # affiliations after a text that has an exponent
        (
            "The field of the northern farm has an area of 12 m² and is sown with wheat every year.",
            "² Institute of Land",
        ),
        # authors, each with a mark before the name
        (PROSE, "¹A.K. Orlova, ²B. Seitov, ¹V. Kim"),
        # nothing calls it
        (
            "A paragraph of prose that says nothing at all about any note to be read below.",
            "¹ Atlas of rivers.",
        ),
        # called only afterwards
        ("¹ Atlas of rivers.", PROSE),
    ],
)
def test_no_notes(paragraphs: tuple[str, ...]) -> None:
    assert notes(*paragraphs) == []


def test_the_callout_may_be_glued_to_a_number() -> None:
    law = "The rivers are protected by the resolution of the government № 12¹, in force since spring."
    assert notes(law, "¹ On rivers. Resolution № 12.") == ["¹ On rivers. Resolution № 12."]


@pytest.mark.parametrize("text", ["³ Report on rivers.", "¹²«Rivers»", "⁴) On lakes"])
def test_printed_like_a_note(text: str) -> None:
    assert is_footnote_text(text)


@pytest.mark.parametrize("text", ["10³ units", "²", "³ ", "⁻¹ is the inverse", "3 Report on rivers."])
def test_not_printed_like_a_note(text: str) -> None:
    assert not is_footnote_text(text)


def test_real_notes(corpus: Path) -> None:
    """A real paper has nine notes between its paragraphs."""
    path = corpus / "papers" / "kaznpu-2025.txt"
    document = layout_text(read_text(path.read_bytes(), path.name))
    found = footnote_blocks(document, 0, len(document.blocks))
    assert len(found) == 9
