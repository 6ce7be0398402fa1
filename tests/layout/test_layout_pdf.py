"""Pages → text: what a reader of the printed page would read aloud, in that order."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sheet import LEFT, RIGHT, Sheet, blocks, lay

from multilex.layout.conservation import unaccounted
from multilex.vocabulary import BlockKind, MarkKind

FULL = "the water of the rivers goes away within two weeks of spring, and in summer there is not enough for"
AMENDED = "and the law of the year 2011 No 477^{1}, which was amended more than once by then and was again later,"
MORE = "gardens; so ponds were dug as early as a hundred years ago, and several of them have served ever since"


def test_wrapped_lines_are_one_paragraph_and_an_indent_begins_the_next() -> None:
    sheet = Sheet().paragraph(FULL, MORE, "and end here.").paragraph(FULL, "the second.")
    assert blocks(sheet) == [
        ("paragraph", f"{FULL} {MORE} and end here."),
        ("paragraph", f"{FULL} the second."),
    ]


def test_a_page_break_with_note_and_furniture_does_not_cut_a_paragraph() -> None:
    head = "Bulletin of a University. Series of Law"
    first = Sheet().centered(head, italic=True).rule(LEFT, RIGHT, 78)
    first.line("", step=3.0)
    for _ in range(4):
        first.paragraph(FULL, "short end.").paragraph(MORE, "shorter.")
    first.paragraph(FULL, AMENDED)
    first.rule(LEFT, LEFT + 120, 640)
    first.line("^{1} On something. Law of 22 July 2011.", y=655, size=8.0)
    first.line("12", x=295, y=770)
    second = Sheet().centered(head, italic=True).rule(LEFT, RIGHT, 78)
    second.line("", step=3.0)
    second.line("is still in force.").paragraph(FULL, "another end.")
    second.line("13", x=295, y=770)
    found = blocks(first, second)
    assert found[0] == ("running_head", head)
    assert found[9] == (
        "paragraph",
        f"{FULL} {AMENDED.replace('^{1}', '¹')} is still in force.",
    )
    assert found[10:13] == [
        ("footnote", "¹ On something. Law of 22 July 2011."),
        ("page_number", "12"),
        ("running_head", head),
    ]
    assert found[13:] == [("paragraph", f"{FULL} another end."), ("page_number", "13")]


def test_a_superscript_never_falsifies_a_number_and_carries_its_mark() -> None:
    document = lay(Sheet().line("Resolution No 961^{2}, 25 mg/dm^{3}, H_{2}O, x^{-1}, Author^{2*}"))
    assert document.text == "Resolution No 961², 25 mg/dm³, H2O, x⁻¹, Author²*"
    marked = [(document.text[m.start : m.end], m.kind) for m in document.marks]
    assert marked == [
        ("²", MarkKind.SUPERSCRIPT),
        ("³", MarkKind.SUPERSCRIPT),
        ("2", MarkKind.SUBSCRIPT),
        ("⁻¹", MarkKind.SUPERSCRIPT),
        ("²*", MarkKind.SUPERSCRIPT),
    ]


def test_two_columns_below_a_title_across() -> None:
    sheet = Sheet().centered("A TITLE THAT STANDS ACROSS BOTH COLUMNS OF THE PAGE", bold=True)
    left = [f"left line number {n:02} of this page nearly" for n in range(12)]
    right = [f"right line number {n:02} of that page here" for n in range(12)]
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        sheet.line(one, y=110 + 12 * number, to=290)
        sheet.line(other, x=310, y=110 + 12 * number, to=RIGHT)
    assert blocks(sheet) == [
        ("heading", "A TITLE THAT STANDS ACROSS BOTH COLUMNS OF THE PAGE"),
        ("paragraph", " ".join(left + right)),
    ]


def test_words_in_the_middle_of_full_lines_make_no_column() -> None:
    lines = [f"{'word ' * 20}{n}" for n in range(10, 22)]
    sheet = Sheet().paragraph(*lines)
    assert [text for _, text in blocks(sheet)] == [" ".join(lines)]


def test_headings_list_items_captions_and_formulas_are_told_by_their_looks() -> None:
    sheet = Sheet().line("1. Introduction", bold=True, x=LEFT + 20)
    sheet.paragraph(FULL, "as follows:")
    sheet.paragraph("1) the first thing;").paragraph("2) the second thing.")
    sheet.line("", step=2)
    sheet.centered("E = mc^{2} (1)").line("", step=2)
    sheet.centered("Figure 1 – What was measured", bold=True, size=9).line("", step=2)
    sheet.paragraph(FULL, "the end.")
    assert [(kind, text[:20]) for kind, text in blocks(sheet)] == [
        ("heading", "1. Introduction"),
        ("paragraph", FULL[:20]),
        ("list_item", "1) the first thing;"),
        ("list_item", "2) the second thing."),
        ("formula", "E = mc² (1)"),
        ("caption", "Figure 1 – What was "),
        ("paragraph", FULL[:20]),
    ]


def test_reference_items_are_one_block_each_also_with_hanging_indent() -> None:
    sheet = Sheet().centered("References", bold=True)
    item = "Author A.A. A book about something that was printed in a town and has a long title, so"
    for number in (1, 2, 3):
        sheet.line(f"{number} {item}", to=RIGHT).line("it takes two lines.", x=LEFT + 15)
    assert blocks(sheet)[1:] == [("list_item", f"{n} {item} it takes two lines.") for n in (1, 2, 3)]


def test_affiliations_that_begin_with_a_raised_number_stand_alone() -> None:
    sheet = Sheet().centered("A.A. First^{1}, B.B. Second^{2}", bold=True)
    sheet.centered("^{1}University of Here", italic=True).centered("^{2}University of There", italic=True)
    assert [text for _, text in blocks(sheet)] == [
        "A.A. First¹, B.B. Second²",
        "¹University of Here",
        "²University of There",
    ]


def test_a_ruled_table_is_one_block_with_a_line_per_row() -> None:
    sheet = Sheet().paragraph(FULL, "before the table.")
    for y in (100.0, 120.0, 140.0):
        sheet.rule(LEFT, 250, y)
    for x in (LEFT, 150.0, 250.0):
        sheet.rules.append((x, 100, x + 0.5, 140))
    sheet.line("Year", x=60, y=114).line("Tons", x=160, y=114)
    sheet.line("2020", x=60, y=134).line("15.5", x=160, y=134)
    sheet.line("", y=160).paragraph(FULL, "after the table.")
    kinds = blocks(sheet)
    assert kinds[1] == ("table", "Year\tTons\n2020\t15.5")
    assert [kind for kind, _ in kinds] == ["paragraph", "table", "paragraph"]


def test_composed_letters_and_ligatures() -> None:
    document = lay(Sheet().line("и\u0306од ﬁnal so\u00adft"))
    assert document.text == "йод final soft"
    assert not unaccounted(document)
    assert [document.source.char(offset) for offset, _ in document.dropped] == ["\u0306", "\u00ad"]


def test_bold_and_italic_run_over_blanks() -> None:
    sheet = Sheet().line("Key words:", bold=True)
    sheet.line("law, order", x=LEFT + Sheet.width("Key words: "), y=sheet.baseline, italic=True)
    document = lay(sheet)
    assert document.text == "Key words: law, order"
    assert [(document.text[m.start : m.end], m.kind) for m in document.marks] == [
        ("Key words:", MarkKind.BOLD),
        ("law, order", MarkKind.ITALIC),
    ]


def test_each_value_finds_its_way_back_to_page_and_box() -> None:
    sheets = [Sheet().paragraph(FULL, "first page."), Sheet().paragraph("Here it stands.")]
    document = lay(*sheets)
    start = document.text.index("stands")
    (place,) = document.places(start, start + 6)
    assert (place.page, place.box) == (2, (105.0, 64.0, 135.0, 74.0))
    assert sheets[1].text[place.start - len(sheets[0].text) :][:6] == "stands"


WORDS = st.text(st.sampled_from("abж й-1²\u00adﬁ\u0306.@/"), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(WORDS, st.integers(0, 550), st.integers(20, 780), st.sampled_from((6.0, 10.0, 10.5, 14.0))),
        min_size=1,
        max_size=25,
    ),
    st.integers(1, 3),
)
def test_no_character_is_lost_or_doubled_wherever_words_stand(
    words: list[tuple[str, int, int, float]], pages: int
) -> None:
    sheets = [Sheet() for _ in range(pages)]
    for index, (text, x, y, size) in enumerate(words):
        sheets[index % pages].line(text, x=float(x), y=float(y), size=size)
    document = lay(*sheets)
    assert not unaccounted(document)
    inside = {i for block in document.blocks for i in range(block.start, block.end)}
    assert all(i in inside or character == "\n" for i, character in enumerate(document.text))
    assert all(block.kind in BlockKind for block in document.blocks)
