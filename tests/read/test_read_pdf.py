"""PDF bytes → Source: the characters that the pages draw, where they stand, and what is to be told about the file."""

import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.pdf import one_page, pdf

from multilex.errors import DamagedInputError, EmptyInputError, EncryptedInputError, NoTextError, OptionError
from multilex.read.pdf import ENGINES, read_pdf
from multilex.source import Source
from multilex.vocabulary import NoteCode

both = pytest.mark.parametrize("engine", ENGINES)


def drawn(*pages: Callable[[Canvas], object], encrypt: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800), encrypt=encrypt)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def hello(canvas: Canvas) -> None:
    canvas.setFont("Times-Bold", 12)
    canvas.drawString(100, 700, "Hello")


def picture(canvas: Canvas) -> None:
    from reportlab.lib.utils import ImageReader

    tiny = io.BytesIO(b"P6 1 1 255 \xff\x00\x00")
    canvas.drawImage(ImageReader(tiny), 0, 0, 600, 800)


def hello_over_picture(canvas: Canvas) -> None:
    picture(canvas)
    hello(canvas)


def box_of(source: Source, index: int) -> tuple[float, ...]:
    glyphs = source.pages[0].glyphs
    assert glyphs is not None
    return tuple(round(edge[index], 1) for edge in (glyphs.x0, glyphs.top, glyphs.x1, glyphs.bottom))


@both
def test_characters_have_the_box_of_their_em_square_from_the_top_left(engine: str) -> None:
    source = read_pdf(drawn(hello), "a.pdf", engine=engine)
    page = source.pages[0]
    assert (page.text, page.width, page.height, source.kind) == ("Hello", 600, 800, "pdf")
    assert box_of(source, 0) == (100.0, 90.4, 109.3, 102.4)
    assert page.glyphs is not None
    assert page.glyphs.size[0] == 12
    assert page.fonts[page.glyphs.font[0]].bold


@both
def test_a_page_that_is_turned_reads_as_it_is_shown(engine: str) -> None:
    objects = one_page(b"BT /F 10 Tf 0 1 -1 0 300 100 Tm (turned) Tj ET")
    objects[3] = objects[3].replace(b"/Parent", b"/Rotate 90/Parent")
    source = read_pdf(pdf(objects), "a.pdf", engine=engine)
    assert (source.pages[0].width, source.pages[0].height) == (842, 595)
    assert box_of(source, 0)[:2] == (100.0, 292.0)


@both
def test_a_crop_box_moves_the_origin(engine: str) -> None:
    objects = one_page(b"BT /F 10 Tf 110 700 Td (Hello) Tj ET")
    objects[3] = objects[3].replace(b"/MediaBox[0 0 595 842]", b"/MediaBox[0 0 595 842]/CropBox[100 100 500 800]")
    source = read_pdf(pdf(objects), "a.pdf", engine=engine)
    assert source.pages[0].width == 400
    assert box_of(source, 0)[:2] == (10.0, 92.0)


@both
def test_lines_are_rules_and_boxes_are_pictures(engine: str) -> None:
    def lines(canvas: Canvas) -> None:
        hello(canvas)
        canvas.line(50, 600, 250, 600)
        canvas.rect(50, 300, 100, 100, stroke=1, fill=0)
        canvas.rect(50, 200, 100, 80, stroke=0, fill=1)

    (page,) = read_pdf(drawn(lines), "a.pdf", engine=engine).pages
    flat = {(round(x0), round(top), round(x1), round(bottom)) for x0, top, x1, bottom in page.rules}
    drawn_lines = {
        (50, 200, 250, 200),
        (50, 400, 150, 400),
        (50, 500, 150, 500),
        (50, 400, 50, 500),
        (150, 400, 150, 500),
    }
    assert len(flat) == len(drawn_lines)
    for line in drawn_lines:  # half the width of a stroke more or less does not matter
        assert any(all(abs(a - b) <= 1 for a, b in zip(line, other, strict=True)) for other in flat)
    (page,) = read_pdf(drawn(hello_over_picture), "a.pdf", engine=engine, ocr="never").pages
    assert [tuple(map(round, box)) for box in page.images] == [(0, 0, 600, 800)]


@both
def test_pages_that_are_pictures_are_told(engine: str) -> None:
    source = read_pdf(drawn(hello, picture, lambda canvas: None), "a.pdf", engine=engine, ocr="never")
    assert [(note.code, note.page) for note in source.notes] == [(NoteCode.PAGE_WITHOUT_TEXT, 2)]
    with pytest.raises(NoTextError, match="OCR"):
        read_pdf(drawn(picture), "scan.pdf", engine=engine, ocr="never")


@both
def test_what_cannot_be_opened_says_why(engine: str) -> None:
    with pytest.raises(EncryptedInputError, match=r"locked\.pdf: .*password"):
        read_pdf(drawn(hello, encrypt="secret"), "locked.pdf", engine=engine)
    with pytest.raises(DamagedInputError, match=r"half\.pdf"):
        read_pdf(b"%PDF-1.7\n" + b"x" * 500, "half.pdf", engine=engine)
    with pytest.raises(EmptyInputError):
        read_pdf(b"", "nothing.pdf", engine=engine)


def test_an_engine_that_does_not_exist() -> None:
    with pytest.raises(OptionError, match="pdfium, pdfplumber"):
        read_pdf(drawn(hello), "a.pdf", engine="acrobat")


def test_a_file_that_ends_early_is_told() -> None:
    whole = drawn(hello)
    source = read_pdf(whole[: whole.rindex(b"%%EOF")], "cut.pdf")
    assert source.pages[0].text == "Hello"
    assert [note.code for note in source.notes] == [NoteCode.INPUT_TRUNCATED]


def test_a_page_bomb_is_cut_and_told() -> None:
    content = b"BT /F 10 Tf 10 700 Td " + b"(%s) Tj 0 -12 Td " % (b"x" * 500) * 300 + b"ET"
    source = read_pdf(pdf(one_page(content)), "bomb.pdf")
    assert 0 < len(source.pages[0].text) <= 100_000
    assert [note.code for note in source.notes] == [NoteCode.INPUT_TRUNCATED]


def test_thousands_of_pages_are_read() -> None:
    source = read_pdf(drawn(*[hello] * 3000), "many.pdf")
    assert len(source.pages) == 3000
    assert source.length == 15_000
