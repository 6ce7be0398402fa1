"""Two columns: where they begin and end, and what only looks like one."""

from tests.sheet import LEFT, RIGHT, Sheet, blocks

GUTTER = (290.0, 310.0)
ONE = [
    "rivers of the plain carry their water only",
    "in spring, and for the rest of the year it",
    "stands in ponds that were dug long ago by",
    "people who knew the land better than most",
    "of those who came after them and built on",
    "clay without asking how deep the sand was",
    "before they began, so that walls had soon",
    "to be mended every other summer by hands.",
]
OTHER = [
    "fields lie higher and stay dry, for which",
    "reason the first farms stood there on the",
    "ridge, in two rows, with a road between, &",
    "sheds behind them that faced to the north",
    "where winds blow hardest from November on",
    "until April, when the snow begins to melt",
    "and roads turn soft as butter for a month",
    "or longer, and no cart can pass with hay.",
]


def columns(sheet: Sheet, top: float, left: list[str], right: list[str], shift: float = 0.0) -> Sheet:
    """Draw two justified columns; the right one may stand a little lower."""
    for number, text in enumerate(left):
        sheet.line(text, y=top + 12 * number, to=GUTTER[0])
    for number, text in enumerate(right):
        sheet.line(text, x=GUTTER[1], y=top + shift + 12 * number, to=RIGHT)
    sheet.baseline = top + 12 * max(len(left), len(right))
    return sheet


def texts(*sheets: Sheet) -> list[str]:
    return [text for _, text in blocks(*sheets)]


def test_columns_on_the_same_and_on_different_baselines() -> None:
    for shift in (0.0, 5.0):
        assert texts(columns(Sheet(), 80, ONE, OTHER, shift)) == [" ".join(ONE + OTHER)]


def test_a_short_right_column() -> None:
    full, short = columns(Sheet(), 80, ONE, OTHER), columns(Sheet(), 80, ONE, OTHER[:3])
    assert texts(full, short) == [" ".join(ONE + OTHER + ONE + OTHER[:3])]


def test_a_picture_across_both_columns_parts_them() -> None:
    sheet = columns(Sheet(), 80, ONE, OTHER)
    sheet.images.append((80, 180, 520, 380))
    sheet.line("", y=400).centered("Figure 1. A picture that both columns make room for, as it is wide", bold=True)
    columns(sheet, 450, [line.upper().lower() + "x" for line in OTHER], [f"x{line}" for line in ONE])
    found = texts(sheet)
    assert found[0] == " ".join(ONE + OTHER)
    assert found[1].startswith("Figure 1.")
    assert found[2].startswith(OTHER[0]) and found[2].endswith(ONE[-1])


def test_a_full_line_whose_blank_lies_in_the_gutter_stays_whole() -> None:
    first = "these words are set from margin to margin"
    last = "and the blank after the word margin is one"
    sheet = Sheet()
    x = GUTTER[0] + 5 - Sheet.width(first)  # the blank just covers the gutter's left edge
    sheet.line(f"{first} {last}", x=x, y=66)
    columns(sheet, 100, ONE, OTHER)
    assert texts(sheet)[0] == f"{first} {last}"


def test_bullets_that_hang_in_the_gutter_belong_to_the_right_column() -> None:
    sheet = columns(Sheet(), 80, ONE, OTHER)
    columns(sheet, 200, ONE[:4], [])
    for number, text in enumerate(("sand and clay;", "clay and lime;", "lime and ash;", "ash and water.")):
        sheet.line("•", x=GUTTER[1] - 9, y=200 + 12 * number).line(text, x=GUTTER[1], y=200 + 12 * number)
    assert [text for kind, text in blocks(sheet) if kind == "list_item"] == [
        "• sand and clay;",
        "• clay and lime;",
        "• lime and ash;",
        "• ash and water.",
    ]


def test_notes_across_both_columns() -> None:
    sheet = columns(Sheet(), 600, [*ONE[:7], "as it was^{1}."], OTHER)
    sheet.rule(LEFT, LEFT + 120, 705)
    sheet.line(
        "^{1} A note that runs from the left edge of the page to its right edge, below both of the columns, and",
        y=718,
        size=8,
    )
    sheet.line("ends here.", y=728, size=8)
    found = blocks(sheet)
    assert found[0] == ("paragraph", " ".join([*ONE[:7], "as it was¹.", *OTHER]))
    assert [kind for kind, _ in found] == ["paragraph", "footnote"]
