"""Repair of a whole document: the way back to the print, nothing lost, nothing touched without need, off when told."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from multilex import Extractor
from multilex.cli import app
from multilex.document import Document
from multilex.layout import layout
from multilex.layout.conservation import unaccounted
from multilex.read import read_source
from multilex.repair import mend_source
from multilex.vocabulary import NoteCode, State
from tests.conftest import ROOT
from tests.repair.damage import in_font, lay, misread, sample, with_look_alikes

DAMAGED = {
    "look-alikes": with_look_alikes(sample("law-ru"), 0.2, "Latn"),
    "font": in_font(sample("pedagogy-kk"), "KZ-1048 read as cp1251"),
    "UTF-8": misread(sample("law-ru"), "utf_8", "cp1252"),
    "code page": misread(sample("heating-ru"), "cp866", "cp1251"),
    "bullets": "Задачи:\n\n\uf0b7 первая;\n\n\uf0b7 вторая.\n\nР а з д е л   п е р в ы й",
    "ligatures": "The ﬁrst oﬃce of ﬂax",
}
SOURCES = [
    path for path in sorted((ROOT / "samples").iterdir()) if path.suffix in (".pdf", ".txt") and "scan" not in path.name
]


def printed(document: Document) -> str:
    return document.printed(0, len(document.text))


@pytest.mark.parametrize("kind", DAMAGED)
def test_no_character_of_the_source_is_lost(kind: str) -> None:
    document = lay(DAMAGED[kind])
    assert document.repairs
    assert not unaccounted(document)
    assert "".join(page.text for page in document.source.pages) == DAMAGED[kind]


@pytest.mark.parametrize("kind", DAMAGED)
def test_each_repair_says_what_is_printed(kind: str) -> None:
    document = lay(DAMAGED[kind])
    spans = [(repair.start, repair.end) for repair in document.repairs]
    assert spans == sorted(spans)
    for repair in document.repairs:
        assert repair.printed != document.text[repair.start : repair.end]
        place = document.places(repair.start, repair.end)[0]
        source = "".join(map(document.source.char, range(place.start, place.end)))
        assert repair.printed.replace(" ", "").startswith(source.replace(" ", "")[:1])
        assert repair.printed in DAMAGED[kind]


@pytest.mark.parametrize("kind", ["look-alikes", "font", "ligatures"])
def test_undoing_the_repairs_gives_the_print(kind: str) -> None:
    assert printed(lay(DAMAGED[kind])) == lay(DAMAGED[kind], repair=False).text


@pytest.mark.parametrize("kind", DAMAGED)
def test_without_repair_the_text_is_as_printed(kind: str) -> None:
    document = lay(DAMAGED[kind], repair=False)
    assert document.repairs == ()
    assert document.text.split() == lay(printed(document), repair=False).text.split()
    assert document.text != lay(DAMAGED[kind]).text


@pytest.mark.parametrize("kind", DAMAGED)
def test_mending_twice_changes_nothing_more(kind: str) -> None:
    once = lay(DAMAGED[kind]).text
    assert lay(once).text == lay(once, repair=False).text


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("аеорсxyiəçÐ°Ñ‚РѓЌўј¤\u00ad\ufb01\uf0b7\u2060 \n.?Ққ€®ïð"), max_size=120))
def test_any_text_keeps_its_length_in_the_source_and_its_characters(text: str) -> None:
    if not text.strip(" \n\u2060\u00ad"):
        return
    document = lay(text)
    mended, _ = mend_source(document.source)
    assert [len(page.text) for page in mended.pages] == [len(page.text) for page in document.source.pages]
    assert not unaccounted(document)
    assert len(document.origin) == len(document.text)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_nothing_is_mended_in_the_samples(path: Path) -> None:
    assert layout(read_source(path)).repairs == ()


def test_nothing_is_mended_in_papers_without_damage(corpus: Path) -> None:
    paths = [path for path in sorted((corpus / "papers").glob("*.[pt][dx][ft]")) if "scan" not in path.name]
    assert len(paths) >= 6
    assert {path.name: layout(read_source(path)).repairs for path in paths} == {path.name: () for path in paths}


DAMAGED_PAPER = "УДК 341.2\n\nМемлекеттiк реттеу жəне құқық\n\nА н н о т а ц и я\n\nПриведены результаты.\n".encode()


def test_a_record_says_what_was_mended() -> None:
    record = Extractor().extract(DAMAGED_PAPER)[0]
    messages = [note.message for note in record.notes if note.code is NoteCode.LETTERS_REPAIRED]
    assert [title.state for title in record.titles] == [State.REPAIRED]
    assert record.codes[0].state is State.READ
    assert [title.value for title in record.titles] == ["Мемлекеттік реттеу және құқық"]
    assert messages[0].startswith("Latin letters in Cyrillic words: 2 places mended, such as 'Мемлекеттiк' → ")
    assert messages[1].startswith("letter-spaced words: 1 place mended")


def test_a_record_says_what_is_lost() -> None:
    lost = sample("pedagogy-kk").translate(dict.fromkeys(map(ord, "әғқңөұү"), "?"))
    codes = [note.code for record in Extractor().extract(lost.encode()) for note in record.notes]
    assert codes.count(NoteCode.LETTERS_LOST) >= 2
    assert NoteCode.LETTERS_LOST not in {
        note.code for record in Extractor().extract(ROOT / "samples/pedagogy-kk.txt") for note in record.notes
    }


def test_repair_is_off_when_told() -> None:
    record = Extractor(repair=False).extract(DAMAGED_PAPER)[0]
    assert str(record.titles[0].value).startswith("Мемлекеттiк реттеу жəне құқық А н н")
    assert NoteCode.LETTERS_REPAIRED not in {note.code for note in record.notes}


def test_the_command_line_can_leave_text_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(DAMAGED_PAPER)
    mended = CliRunner().invoke(app, ["extract", str(path)]).stdout
    as_is = CliRunner().invoke(app, ["extract", "--no-repair", str(path)]).stdout
    assert "Мемлекеттік реттеу" in mended
    assert "Мемлекеттік реттеу" not in as_is
    assert "Мемлекеттiк реттеу" in as_is
