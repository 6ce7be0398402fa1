"""Reference lists cut into items. In the lists below ``|`` is where an item has to begin."""

from array import array
from pathlib import Path

import pytest
import regex

from multilex.document import Block, Document
from multilex.extract.reference_items import Item, split_items
from multilex.source import Page, Source
from multilex.vocabulary import BlockKind


def split(marked: str) -> tuple[Document, list[Item], list[int]]:
    """The items of a list whose paragraphs are its blocks, and the offsets where bars stood."""
    text = marked.replace("|", "")
    bars = [bar.start() - index for index, bar in enumerate(regex.finditer(r"\|", marked))]
    blocks = tuple(
        Block(match.start(), match.end(), BlockKind.PARAGRAPH, 1)
        for match in regex.finditer(r"\S(?:(?!\n\n).)*(?<=\S)", text, regex.DOTALL)
    )
    source = Source("list.txt", "text", "0" * 64, (Page(1, text, 0),))
    document = Document(source, text, blocks, array("q", range(len(text))))
    return document, split_items(document, [(block.start, block.end) for block in blocks]), bars


LISTS = {
    "one paragraph per item": (
        "|1. Orlova A.K. Rivers. – Almaty, 2011.\n\n|2. Seitov B. Lakes // Nature. – 2012. – No. 3."
    ),
    "number without a stop behind a dash": "- |1 Orlova A.K. Rivers. 2011.\n\n- |2 Seitov B. Lakes. 2012.",
    "number in brackets": "|[1] A. Orlova, Rivers, 2011.\n\n|[2] B. Seitov, Lakes, 2012.",
    "number glued to the name": "|1.Orlova A.K. Rivers. 2011.\n\n|2.Seitov B. Lakes. 2012.",
    "number printed twice in the item": (
        "|1. Orlova A. Rivers. 2011.\n\n|2.2.Seitov B. Lakes. 2012.\n\n|3. Kim V. Seas. 2013."
    ),
    "one line per item": "|1. Orlova A.K. Rivers. 2011.\n|2. Seitov B. Lakes. 2012.\n|3. Kim V. Seas. 2013.",
    "all in one line": "|1. Orlova A. Rivers. 2011. |2. Seitov B. Lakes. 2012. |3. Kim V. Seas. 2013.",
    # the line of item 8 goes on with item 9
    "two items share a line": (
        "|7 Orlova A. Rivers. 2011.\n\n|8 Seitov B. Lakes. Astana. [In Russian]. "
        "|9 Information portal «Water» (2017)."
        "\n\n|10 Kim V. Seas. 2013."
    ),
    "last two share a line": ("|1. Orlova A. Rivers. 2011.\n\n|2. Seitov B. Lakes. – 25 с. |3.Kim V.P. Seas. 2013."),
    # a page break in mid-sentence, an address and an identifier in paragraphs of their own
    "an item over several paragraphs": (
        "|1. Orlova A., Seitov B. Rivers\n\nand innovations of the r"
        "egion. – 2011.\n\nhttps://example.org/a\n\n"
        "|2. Kim V. Seas. 2013.\n\nDOI 10.1000/182\n\n|3. Li Y. Bays. 2014."
    ),
    "a year begins the second paragraph": (
        "|1. Orlova A. Rivers. Almaty:\n\n2011. – 15 p.\n\n|2. Seitov B. Lakes. Vol.\n\n3. P. 12–15.\n\n"
        "|3. Kim V. Seas."
    ),
    "pages begin the second line": "|1. Orlova A. Rivers, pp.\n\n2. – С. 12.\n\n|2. Seitov B. Lakes. 2012.",
    "a number is missing": ("|1. Orlova A. Rivers.\n\n|2. Seitov B. Lakes.\n\n|4. Kim V. Seas.\n\n|5. Li Y. Bays."),
    "a number was lost": ("|1. Orlova A. Rivers.\n\n|Seitov B.K. Lakes. 2012.\n\n|3. Kim V. Seas.\n\n|4. Li Y. Bays."),
    "a number is doubled": ("|1. Orlova A. Rivers.\n\n|2. Seitov B. Lakes.\n\n|2. Kim V. Seas.\n\n|3. Li Y. Bays."),
    "numbers begin later in a fragment": "|16 Orlova A. Rivers.\n\n|17 Seitov B. Lakes.\n\n|18 Kim V. Seas.",
    "a title begins with a digit": "|1. Orlova A. Rivers.\n\n|2.3D models of rivers.\n\n|3.2020 Report.\n\n|4. Kim V.",
    "a decimal number is none": "|1. Orlova A. Rivers with flows of\n\n2.5 km a day.\n\n|2. Kim V. Seas.",
    "a name begins with a small letter": "|Orlova A. Rivers.\n\n|van der Meer, J. Lakes.\n\n|de Silva K. Seas.",
    "volume and issue numbers are none": (
        "|1. Orlova A. Rivers. Vol. 2. No. 3. P. 2–15.\n\n|2. Seitov B. Lakes. Т. 3. С. 5."
    ),
    "no numbers": ("|Orlova A.K. Rivers. 2011.\n\n|Seitov, B. (2012). Lakes. Nature, 3(2).\n\n|Kim V. Seas. 2013."),
    "no numbers, addresses apart": (
        "|Orlova A. Rivers.\n\nhttps://example.org/a\n\n|Seitov B. Lakes.\n\nin two volumes."
    ),
    "bullets": ("- |Orlova A.K. Rivers.\n\n- |Seitov B. Lakes. 2012.\n\nKim V.P. also took part.\n\n- |Li Y. Bays."),
    "bullets, then numbers": ("- |Orlova A. Rivers.\n\n- |Seitov B. Lakes.\n\n|3. Kim V. Seas.\n\n|4. Li Y. Bays."),
    "every printed line is a paragraph": (
        "|1. Orlova A., Seitov B. Rivers of the\n\nNorth and the\n\nSouth // Journal of\n\nWater. – 2011.\n\n"
        "P. 12–15.\n\n[in Russian]\n\n|2. Kim V. Seas of the\n\nSouth. – 2013. – 120\n\np.\n\n"
        "|3. Li Y. Bays and\n\nHarbours. 2014.\n\n|4. Ospanov D. Springs in\n\nAlmaty. 2015."
    ),
    "no numbers, lines cut after a word": (
        "|Orlova A. Rivers of the\n\nNorth. 2011.\n\n|Seitov B. Lakes in\n\nAlmaty. 2012."
    ),
    "every number in a line of its own": "|1.\nOrlova A. Rivers.\n|2.\nSeitov B. Lakes.\n|3.\nKim V. Seas.",
    "every number in a paragraph of its own": "|1\n\nOrlova A. Rivers.\n\n|2\n\nSeitov B. Lakes.\n\n|3\n\nKim V. Seas.",
    "the sign for a number before it": "|№1 Orlova A. Rivers.\n|№ 2 Seitov B. Lakes.\n|№3 Kim V. Seas.",
    "semicolons between the items of a line": "|1. Orlova A. Rivers; |2. Seitov B. Lakes; |3. Kim V. Seas.",
    "a hanging indent": (
        "|Orlova, A. (2011). Rivers of the North and\n    springs. Terek.\n|Kim, V. (2013). Seas. Water, 1,\n    12–15."
    ),
    "numbers restart": "|1. Orlova A. Rivers.\n\n|2. Seitov B. Lakes.\n\n|1. Kim V. Seas.\n\n|2. Li Y. Bays.",
    "a page number begins a line": (
        "|9. Orlova A. Rivers. – Vol.\n10. – P. 3.\n|10. Seitov B. Lakes. –\n2012. – № 11. – P. 5.\n|11. Kim V. Seas."
    ),
    "a stray sign before the first": "|2 1.Orlova A. Rivers.\n\n|2.Seitov B. Lakes.\n\n|3.Kim V. Seas.",
}


@pytest.mark.parametrize("marked", LISTS.values(), ids=LISTS.keys())
def test_items_begin_at_the_bars(marked: str) -> None:
    document, items, bars = split(marked)
    assert [document.text[item.start :][:25] for item in items] == [document.text[bar:][:25] for bar in bars]


@pytest.mark.parametrize("marked", LISTS.values(), ids=LISTS.keys())
def test_items_leave_out_nothing_but_bullets(marked: str) -> None:
    document, items, _ = split(marked)
    inside = "".join(document.text[item.start : item.end] for item in items)
    everything = "".join(regex.sub(r"^- ", "", line) for line in document.text.split("\n"))
    assert regex.sub(r"\s", "", inside) == regex.sub(r"\s", "", everything)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("two items share a line", [7, 8, 9, 10]),
        ("a number is missing", [1, 2, 4, 5]),
        ("a number was lost", [1, 2, 3, 4]),
        ("a number is doubled", [1, 2, 2, 3]),
        ("bullets, then numbers", [1, 2, 3, 4]),
        ("no numbers", [1, 2, 3]),
    ],
)
def test_numbers_are_the_printed_ones_else_those_of_the_place(name: str, numbers: list[int]) -> None:
    _, items, _ = split(LISTS[name])
    assert [item.number for item in items] == numbers


def test_it_is_told_which_numbers_are_printed() -> None:
    _, items, _ = split(LISTS["a number was lost"])
    assert [item.number_printed for item in items] == [True, False, True, True]


def test_value_begins_after_the_number() -> None:
    document, items, _ = split("- |[12] Orlova A. Rivers.\n\n- |[13] Seitov B. Lakes.")
    assert [document.text[item.value_start : item.end] for item in items] == [
        "Orlova A. Rivers.",
        "Seitov B. Lakes.",
    ]


def test_no_blocks_no_items() -> None:
    document, _, _ = split("|1. Orlova A. Rivers.")
    assert split_items(document, []) == []


@pytest.mark.parametrize("line", ["1. A " * 40_000, "1" * 200_000, "[1] " * 50_000, "Orlova A. " * 20_000])
def test_a_hostile_line_is_split_in_bounded_time(line: str) -> None:
    _, items, _ = split(line)
    assert items[-1].end == len(line.rstrip())


def test_real_lists(corpus: Path) -> None:
    """Of the items that two papers print, every one is found with its number."""
    import json

    wanted = found = 0
    for gold_file in sorted((corpus / "papers").glob("*.gold.json")):
        text = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        for article in json.loads(gold_file.read_text(encoding="utf-8"))["articles"]:
            for listing in article["reference_lists"]:
                gold = {(item["number"], item["text"]) for item in listing["items"]}
                document, items, _ = split(text[listing["start"] : listing["end"]].replace("|", "/"))
                wanted += len(gold)
                found += len(gold & {(item.number, document.text[item.start : item.end]) for item in items})
    assert wanted > 50
    assert found == wanted
