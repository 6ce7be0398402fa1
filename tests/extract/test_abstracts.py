"""Abstracts and their labelled parts."""

from multilex import pipeline
from multilex.record import Abstract

FRONT = """\
IRSTI 39.19.31

LAKES OF THE STEPPE

A.B. Saduov

Institute of Steppe Geography, Astana, Kazakhstan

{}

Keywords: lake, water.

Introduction

Lakes are shallow, and their water changes with their depth [1].

References

1 Petrov V. Lakes of the North. – London: Lantern, 2011. – 120 p.
"""


def abstract(text: str) -> Abstract:
    (record,) = pipeline.extract(FRONT.format(text).encode())
    (found,) = record.abstracts
    return found


def test_labelled_paragraphs() -> None:
    found = abstract(
        "Abstract\n\nPurpose: To see how lakes change. It was long unknown.\n\nMethods: Samples were taken monthly.\n\n"
        "Results and their significance: Lakes change quickly."
    )
    assert [(part.kind, part.label) for part in found.parts] == [
        ("purpose", "Purpose:"),
        ("methods", "Methods:"),
        ("results", "Results and their significance:"),
    ]
    assert found.parts[0].value == "To see how lakes change. It was long unknown."
    assert found.heading is not None and found.heading.value == "Abstract"


def test_labels_inside_a_paragraph_need_a_colon() -> None:
    found = abstract(
        "Background. Lakes are many and their water is used. Methods: Samples were taken. Results. Are in the text."
    )
    assert [part.kind for part in found.parts] == ["background", "methods"]


def test_an_abstract_without_labels_has_no_parts() -> None:
    found = abstract("Lakes are many, and the methods used to watch them differ: this paper compares three of them.")
    assert found.parts == () and found.heading is None
