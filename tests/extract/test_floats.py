"""Tables and figures with the captions that stand beside them."""

from collections.abc import Sequence

import multilex
from multilex.layout import layout
from multilex.record import Record
from tests.sheet import Sheet, source

HEAD = """<p>УДК 633.1</p><p>УРОЖАЙ РИСА В НИЗОВЬЯХ РЕК</p><p>А.Б. Орлова</p>
<p>Аннотация. Урожай риса измерен на трёх участках за два года.</p><p>Ключевые слова: рис, урожай</p>
<h2>Введение</h2>"""
TAIL = "<h2>Список литературы</h2><p>1. Орлова А.Б. Рис и вода. – Алматы: Дала, 2019. – 10 с.</p>"


def record(body: str) -> Record:
    [only] = multilex.extract(f"<html><body>{HEAD}{body}{TAIL}</body></html>".encode(), name="page.html")
    return only


def cells(*rows: str) -> str:
    return "<table>" + "".join(f"<tr><td>{row.replace('|', '<td>')}</tr>" for row in rows) + "</table>"


def captions(found: Record) -> list[tuple[str | None, str | None, int]]:
    return [
        (one.caption.number, one.caption.value, len(one.rows)) if one.caption else (None, None, len(one.rows))
        for one in found.tables
    ]


RICE, WHEAT = cells("Рис|5,1", "Просо|2,2"), cells("Год|Рожь", "2020|7", "2021|8")
PROSE = "<p>Об урожае говорит сказанное выше и то, что сказано ниже.</p>"


def test_captions_above() -> None:
    found = record(f"<p>Таблица 1 – Рис</p>{RICE}<p>Таблица 2 – Рожь</p>{WHEAT}{PROSE}")
    assert captions(found) == [("1", "Рис", 2), ("2", "Рожь", 3)]


def test_captions_below() -> None:
    found = record(f"{PROSE}{RICE}<p>1-кесте. Күріш</p>{WHEAT}<p>2-кесте. Қара бидай</p>{PROSE}")
    assert captions(found) == [("1", "Күріш", 2), ("2", "Қара бидай", 3)]


def test_a_title_under_its_number() -> None:
    found = record(f"{PROSE}<p>Таблица 1</p><p>Урожай риса по годам</p>{RICE}{PROSE}")
    assert captions(found) == [("1", "Урожай риса по годам", 2)]
    assert len(found.tables[0].caption.blocks) == 2  # type: ignore[union-attr]


def test_without_a_caption_and_without_a_table() -> None:
    found = record(f"{PROSE}{RICE}{PROSE}<p>Таблица 4 – Рожь</p>{PROSE}<p>Рисунок 1. Поле</p>{PROSE}")
    assert captions(found) == [(None, None, 2), ("4", "Рожь", 0)]
    assert [(one.caption.number, one.caption.value) for one in found.figures] == [("1", "Поле")]


def test_the_grid_of_a_chart_is_its_lettering() -> None:
    found = record(f"{PROSE}{RICE}<p>Рис. 3 – Доли культур</p>{PROSE}")
    assert found.tables == ()
    assert [found.blocks[at].text for at in found.figures[0].blocks] == ["Рис\t5,1\nПросо\t2,2"]


def test_rows_are_of_one_length_and_cells_stand_in_the_text() -> None:
    found = record(f"<p>Таблица 1 – Рис</p>{cells('Культура|2020|2021', 'Рис|5,1', '|6|7')}{PROSE}")
    [table] = found.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Культура", "2020", "2021"],
        ["Рис", "5,1", ""],
        ["", "6", "7"],
    ]
    text = found.text()
    for cell in (cell for row in table.rows for cell in row):
        assert text[cell.span[0] - found.span[0] : cell.span[1] - found.span[0]] == cell.text


def test_prose_about_a_table_is_prose() -> None:
    found = record("<p>Table 1 shows that the yield of rice grew in all districts of the valley.</p>")
    assert found.tables == ()
    assert "body" in [block.role.value for block in found.blocks if block.text.startswith("Table 1")]


def paper(*sheets: Sheet) -> Record:
    """The pages with front matter before them."""
    front = Sheet().line("UDC 633.1").line("")
    front.line("THE YIELD OF RICE IN THE VALLEY", bold=True).line("").line("A.B. Orlova").line("")
    front.line("Abstract. The yield of rice was measured in three fields in two years.").line("")
    front.line("Keywords: rice, yield").line("").line("Introduction", bold=True)
    front.paragraph("Rice has been sown for long, as the pages that follow tell.")
    end = Sheet().line("References", bold=True).line("1. Orlova A.B. Rice and water. Almaty: Dala, 2019. 10 p.")
    [only] = multilex.extract(layout(source([front, *sheets, end])))
    return only


def ruled(sheet: Sheet, top: float, rows: Sequence[tuple[str, str]]) -> None:
    bottom = top + 20 * len(rows)
    for y in range(int(top), int(bottom) + 1, 20):
        sheet.rule(50, 250, y)
    for x in (50.0, 150.0, 250.0):
        sheet.rules.append((x, top, x + 0.5, bottom))
    for number, (left, right) in enumerate(rows):
        sheet.line(left, x=60, y=top + 14 + 20 * number).line(right, x=160, y=top + 14 + 20 * number)


def test_a_table_goes_on_over_the_page() -> None:
    first, second = Sheet(), Sheet()
    first.line("Table 1. The yield by year", y=640)
    ruled(first, 660, [("Year", "Tons"), ("2019", "5.1")])
    second.line("Table 1 (continued)", y=60)
    ruled(second, 80, [("2020", "6.2"), ("2021", "7.3")])
    [table] = paper(first, second).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Year", "Tons"],
        ["2019", "5.1"],
        ["2020", "6.2"],
        ["2021", "7.3"],
    ]
    assert table.caption is not None
    assert (table.caption.value, len(table.blocks)) == ("The yield by year", 2)


def test_the_picture_of_a_figure() -> None:
    sheet = Sheet().paragraph("The fields lie on both banks of the river, as is seen.")
    sheet.images.append((100.0, 200.0, 400.0, 380.0))
    sheet.line("Figure 1. The fields", x=150, y=400)
    [figure] = paper(sheet).figures
    assert figure.picture is not None
    assert (figure.picture.page, figure.picture.box) == (2, (100.0, 200.0, 400.0, 380.0))
