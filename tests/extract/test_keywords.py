"""Keyword lists into phrases."""

import pytest

from multilex.extract.keywords import split_phrases
from multilex.layout.text import layout_text
from multilex.read.text import read_text


@pytest.mark.parametrize(
    ("line", "phrases"),
    [
        ("су, өзен, көл.", ["су", "өзен", "көл"]),
        ("вода; река; озеро", ["вода", "река", "озеро"]),
        (
            "support vector machine (SVM), random forest (RF).",
            ["support vector machine (SVM)", "random forest (RF)"],
        ),
        (
            "water (rivers, lakes), ice",
            ["water (rivers, lakes)", "ice"],
        ),  # a comma in brackets divides nothing
        ("реки, озёра; пруды, каналы; болота", ["реки, озёра", "пруды, каналы", "болота"]),
        ("вода,  , река,.", ["вода", "река"]),
        ("один – два – три", ["один", "два", "три"]),
        ("U.S.", ["U.S."]),  # the stop of an abbreviation belongs to the phrase
        ("вода", ["вода"]),
        ("вода (речная", ["вода (речная"]),
        ("", []),
    ],
)
def test_phrases(line: str, phrases: list[str]) -> None:
    document = layout_text(read_text(f"x{line}".encode(), "t.txt"))
    spans = list(split_phrases(document, 1, len(document.text)))
    assert [document.text[a:b] for a, b in spans] == phrases
