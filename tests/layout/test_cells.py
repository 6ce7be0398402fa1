"""Tables on paper: a tab between cells, a line feed between rows."""

from tests.sheet import LEFT, RIGHT, Sheet, blocks

PROSE = "Justified prose runs from the left edge to the right edge of the page, and then it goes on below it"


def grid(sheet: Sheet, xs: tuple[float, ...], ys: tuple[float, ...]) -> None:
    for y in ys:
        sheet.rule(xs[0], xs[-1], y)
    for x in xs:
        sheet.rules.append((x, ys[0], x + 0.5, ys[-1]))


def tables(sheet: Sheet) -> list[list[list[str]]]:
    return [[row.split("\t") for row in text.split("\n")] for kind, text in blocks(sheet) if kind == "table"]


def test_lines_of_a_cell_are_joined_and_their_hyphens_with_them() -> None:
    sheet = Sheet()
    grid(sheet, (50, 150, 250), (100, 140, 180))
    sheet.line("Indi-", x=60, y=114).line("Year", x=160, y=124).line("cator", x=60, y=130)
    sheet.line("Yield of", x=60, y=154).line("2020", x=160, y=164).line("wheat", x=60, y=170)
    assert tables(sheet) == [[["Indicator", "Year"], ["Yield of wheat", "2020"]]]


def test_a_cell_over_several_columns_stands_at_its_first() -> None:
    sheet = Sheet()
    for y in (100, 140, 160):
        sheet.rule(50, 350, y)
    sheet.rule(150, 350, 120)
    for x in (50, 150, 350):
        sheet.rules.append((x, 100, x + 0.5, 160))
    sheet.rules.append((250, 120, 250.5, 160))
    sheet.line("Crop", x=60, y=124).line("Tons", x=230, y=114)
    sheet.line("2020", x=160, y=134).line("2021", x=260, y=134)
    sheet.line("Rice", x=60, y=154).line("5.1", x=160, y=154).line("6.2", x=260, y=154)
    assert tables(sheet) == [[["Crop", "Tons", ""], ["", "2020", "2021"], ["Rice", "5.1", "6.2"]]]


def test_an_empty_corner_keeps_its_place() -> None:
    sheet = Sheet()
    grid(sheet, (50, 150, 250, 350), (100, 120, 140))
    sheet.line("2020", x=160, y=114).line("2021", x=260, y=114)
    sheet.line("Rice", x=60, y=134).line("5.1", x=160, y=134).line("6.2", x=260, y=134)
    assert tables(sheet) == [[["", "2020", "2021"], ["Rice", "5.1", "6.2"]]]


def test_figures_stacked_line_beside_line_are_rows() -> None:
    sheet = Sheet()
    grid(sheet, (50, 150, 250, 350), (100, 120, 170))
    for x, column in ((60, "Rock 2020 2021"), (160, "I 0.3 0.4"), (260, "II 0.5 0.6")):
        head, *below = column.split()
        sheet.line(head, x=x, y=114)
        for number, text in enumerate(below):
            sheet.line(text, x=x, y=134 + 14 * number)
    assert tables(sheet)[0][1:] == [["2020", "0.3", "0.5"], ["2021", "0.4", "0.6"]]


def test_a_table_open_at_the_sides_has_its_outer_columns() -> None:
    sheet = Sheet()
    for y in (100, 120, 140):
        sheet.rule(50, 350, y)
    for x in (150, 250):
        sheet.rules.append((x, 100, x + 0.5, 140))
    sheet.line("Year", x=60, y=114).line("Tons", x=160, y=114).line("Share", x=260, y=114)
    sheet.line("2020", x=60, y=134).line("15.5", x=160, y=134).line("0.4", x=260, y=134)
    assert tables(sheet) == [[["Year", "Tons", "Share"], ["2020", "15.5", "0.4"]]]


def test_rules_across_alone_have_columns_where_a_blank_runs_down() -> None:
    sheet = Sheet()
    for y in (120, 150, 210):
        sheet.rule(50, 350, y)
    sheet.line("Tons", x=200, y=134).line("Share of", x=280, y=134)
    sheet.line("Crop", x=60, y=146).line("(2020)", x=200, y=146).line("all", x=280, y=146)
    sheet.line("Rice of the south", x=60, y=164).line("15.5", x=200, y=164).line("0.4", x=280, y=164)
    sheet.line("Wheat", x=60, y=178).line("1234.5", x=200, y=178).line("0.6, by", x=280, y=178)
    sheet.line("weight", x=280, y=192)
    assert tables(sheet) == [
        [
            ["Crop", "Tons (2020)", "Share of all"],
            ["Rice of the south", "15.5", "0.4"],
            ["Wheat", "1234.5", "0.6, by weight"],
        ]
    ]


def test_without_two_columns_each_line_stays_a_row() -> None:
    sheet = Sheet()
    for y in (120, 140, 180):
        sheet.rule(50, 350, y)
    sheet.line("Algorithm 1", x=60, y=134).line("read the file", x=60, y=154).line("write the file", x=60, y=168)
    assert tables(sheet) == [[["Algorithm 1"], ["read the file"], ["write the file"]]]


def test_prose_between_two_tables_of_one_width_is_no_row() -> None:
    sheet = Sheet()
    for top in (120, 260):
        for y in (top, top + 20, top + 50):
            sheet.rule(LEFT, RIGHT, y)
        sheet.line("Crop", x=60, y=top + 14).line("Tons", x=300, y=top + 14)
        sheet.line("Rice", x=60, y=top + 34).line("15.5", x=300, y=top + 34)
        sheet.line("Wheat", x=60, y=top + 46).line("12.5", x=300, y=top + 46)
    sheet.line("", y=200).paragraph(PROSE, PROSE, "and ends here.")
    found = blocks(sheet)
    assert [kind for kind, _ in found] == ["table", "paragraph", "table"]
    assert found[0][1] == "Crop\tTons\nRice\t15.5\nWheat\t12.5"
