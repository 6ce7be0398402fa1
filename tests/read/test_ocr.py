"""Pages that are pictures, read by OCR into the same characters with boxes; pages with text keep theirs."""

import sys

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.engines.scans import KAZAKH_FONT, as_pdf, needs_tesseract, page_of_sample, typed
from tests.read.test_read_pdf import drawn, hello, picture

import multilex
from multilex import Extractor
from multilex.engines import tesseract
from multilex.errors import MissingEngineError, NoTextError, OptionError
from multilex.read.ocr import is_broken, needs_ocr
from multilex.read.pdf import read_pdf
from multilex.vocabulary import MarkKind, NoteCode

RUSSIAN = "Право дистанционного работника на отдых"
KAZAKH = "Қашықтан жұмыс істейтін қызметкердің құқығы"


@needs_tesseract
def test_a_scanned_page_gives_text_superscripts_sizes_and_a_record() -> None:
    document = Extractor(papers_only=True).read(page_of_sample(1), name="scan.pdf")
    (page,) = document.source.pages
    assert page.glyphs is not None
    assert len(page.glyphs.x0) == len(page.text)
    assert all(0 <= x0 <= x1 <= (page.width or 0) for x0, x1 in zip(page.glyphs.x0, page.glyphs.x1, strict=True))
    raised = [document.text[mark.start : mark.end] for mark in document.marks if mark.kind is MarkKind.SUPERSCRIPT]
    assert raised[:4] == ["¹*", "²", "¹", "²"]
    (record,) = multilex.extract(document)
    assert record.engines["ocr"] == tesseract.ready()
    assert ("IRSTI", "10.63.35") in {(code.scheme.value, code.value) for code in record.codes}
    assert {author.family for author in record.authors if author.lang == "kk"} == {"Ермағұлова", "Латышев"}
    assert any("право дистанционного работника" in (title.value or "").lower() for title in record.titles)
    (told,) = [note for note in record.notes if note.code is NoteCode.READ_BY_OCR]
    assert "page 1 was read by OCR" in told.message


@needs_tesseract
def test_pages_with_text_keep_it_beside_pages_by_ocr() -> None:
    source = read_pdf(drawn(hello, picture), "a.pdf")
    assert source.pages[0].text == read_pdf(drawn(hello), "b.pdf", ocr="never").pages[0].text
    assert source.ocr
    assert [page.start for page in source.pages] == [0, source.pages[0].end]


@needs_tesseract
def test_every_page_can_be_read_by_ocr() -> None:
    image = typed(RUSSIAN, KAZAKH, "The right to rest of the remote worker", face=KAZAKH_FONT, width=2000)
    one, two = read_pdf(as_pdf(image, image), "a.pdf", ocr="always").pages
    assert one.text == two.text == f"{RUSSIAN}{KAZAKH}The right to rest of the remote worker"


@needs_tesseract
def test_a_picture_without_text_is_no_paper() -> None:
    with pytest.raises(NoTextError, match="OCR found none"):
        read_pdf(as_pdf(typed("")), "a.pdf")


def test_without_tesseract_pages_with_text_still_come_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    tesseract.ready.cache_clear()
    source = read_pdf(drawn(hello, picture), "a.pdf")
    assert source.pages[0].text
    assert source.ocr == ""
    assert {note.code for note in source.notes} == {NoteCode.PAGE_WITHOUT_TEXT}
    assert any('pip install "multilex[ocr]"' in note.message for note in source.notes)
    with pytest.raises(MissingEngineError, match=r"scan\.pdf: its pages need OCR.*multilex\[ocr\]"):
        read_pdf(drawn(picture), "scan.pdf")
    with pytest.raises(MissingEngineError):
        Extractor(ocr="always")
    tesseract.ready.cache_clear()


@needs_tesseract
def test_languages_without_data_name_their_packages() -> None:
    with pytest.raises(
        MissingEngineError, match=r"no data for tlh; .*apt-get install tesseract-ocr .*tesseract-ocr-tlh"
    ):
        Extractor(ocr="always", ocr_languages="rus+tlh")


def test_a_way_to_use_ocr_that_does_not_exist() -> None:
    for make in (lambda: Extractor(ocr="sometimes"), lambda: read_pdf(drawn(hello), "a.pdf", ocr="sometimes")):
        with pytest.raises(OptionError, match="auto, always, never"):
            make()


@pytest.mark.parametrize(
    "text",
    [
        "\ue012\ue013\ue014 \ue015\ue016\ue012\ue013 " * 9,
        "\ufffd\ufffd\ufffd \ufffd\ufffd abc " * 9,
        "\x01\x02\x03\x04 \x05\x06\x07 " * 9,
        "ɉɪɚɜɨ ɪɚɛɨɬɧɢɤɚ ɧɚ ɨɬɞɵɯ " * 9,  # a font of Cyrillic letters with numbers 29 off
        "7KH ODZ RI .D]DNKVWDQ SURWHFWV WKH UHVW RI D ZRUNHU DQG WKH ULJKW QRW WR DQVZHU " * 3,  # the same in Latin
    ],
)
def test_text_that_says_nothing_is_broken(text: str) -> None:
    assert is_broken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан Республикасының заңнамасы № 414-V ЗРК, https://adilet.zan.kz/rus/docs/K1500000414 " * 5,
        "Þôåð äåê - ýòî ìîæíî ïðî÷åñòü: Ïðàâî ðàáîòíèêà " * 9,  # another encoding: letters can be mended
        "DOI: 10.12345/dqh.2025.18.2.041 XML, HTTPS, PDF; JSON (KZT, RSFSR, KGB) pp. 12-19, vol. 3 of the Bulletin "
        * 3,
        "• \uf0b7 The law of the land \uf0b7 is the same for all who live in it " * 9,
        "short",
    ],
)
def test_odd_text_that_can_be_read_is_not_broken(text: str) -> None:
    assert not is_broken(text)


def test_blank_pages_need_no_ocr() -> None:
    source = read_pdf(drawn(hello, lambda canvas: None, picture), "a.pdf", ocr="never")
    assert [needs_ocr(page) for page in source.pages] == [False, False, True]


def test_a_stamp_on_a_scan_is_no_text_layer_but_a_page_with_a_background_is() -> None:
    def stamped(canvas: Canvas) -> None:
        picture(canvas)
        canvas.drawString(50, 20, "Digital library, page 12")

    def page(canvas: Canvas) -> None:
        picture(canvas)
        for line in range(10):
            canvas.drawString(50, 700 - 20 * line, "A page that is set over a picture")

    source = read_pdf(drawn(stamped, page), "a.pdf", ocr="never")
    assert [round(x1 - x0) for one in source.pages for x0, _, x1, _ in one.images] == [600, 600]
    assert [needs_ocr(one) for one in source.pages] == [True, False]
