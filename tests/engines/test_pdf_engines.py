"""The two engines that read PDF characters agree; what pdfium is known to report oddly is put right."""

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.conftest import ROOT

from multilex.engines.glyphs import font
from multilex.engines.plumber import find_tables
from multilex.layout.pdf import layout_pdf
from multilex.read.pdf import ENGINES, read_pdf


def text_of(data: bytes, engine: str) -> str:
    return layout_pdf(read_pdf(data, "a.pdf", engine=engine)).text


def compare(paths: list[Path]) -> None:
    for path in paths:
        first, second = (text_of(path.read_bytes(), engine).split() for engine in ENGINES)
        assert len(first) > 1000
        assert first == second, path.name


def test_both_engines_give_the_same_words() -> None:
    paths = [path for path in sorted((ROOT / "samples").glob("*.pdf")) if "scan" not in path.name]
    assert len(paths) >= 5
    compare(paths)


def test_they_do_on_the_corpus(corpus: Path) -> None:
    paths = [path for path in sorted((corpus / "papers").glob("*.pdf")) if "scan" not in path.name]
    assert len(paths) >= 6
    compare(paths)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_italic_f_does_not_swallow_the_blank_after_it(engine: str) -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Times-Italic", 12)
    for number, words in enumerate(("often", "the law of Abai", "offer of food")):
        x = 100.0
        for word in words.split():  # blanks are not drawn, as TeX does
            canvas.drawString(x, 700 - 14 * number, word)
            x += canvas.stringWidth(word) + 3
    canvas.save()
    assert text_of(out.getvalue(), engine).split() == ["often", "the", "law", "of", "Abai", "offer", "of", "food"]


def test_styles_are_told_by_the_name_of_the_font() -> None:
    assert font("ABCDEF+LiberationSerif-Bold").bold
    assert font("TimesNewRomanPS-ItalicMT").italic
    assert not font("FreeSerif").bold
    assert font("ABCDEF+LiberationSerif").name == "LiberationSerif"


def test_tables_need_two_cells_that_share_corners() -> None:
    across = [(0.0, y, 100.0, y) for y in (0.0, 20.0, 40.0)]
    down = [(x, 0.0, x, 40.0) for x in (0.0, 50.0, 100.0)]
    assert find_tables(across) == []
    [cells] = find_tables([*across, *down])
    assert sorted(cells) == [(x, y, x + 50.0, y + 20.0) for x in (0.0, 50.0) for y in (0.0, 20.0)]
    assert find_tables([across[0], across[2], down[0], down[2]]) == []  # a frame
