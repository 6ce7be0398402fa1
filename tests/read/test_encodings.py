"""Text files of other times: the code page is told by the words that it gives."""

import pytest
from tests.repair.damage import in_encoding, sample

from multilex.errors import DamagedInputError
from multilex.read.text import read_text
from multilex.vocabulary import NoteCode

RUSSIAN = "Правовое регулирование труда: новые вызовы\nИстория вопроса, я и ты"
KAZAKH = "Еңбекті құқықтық реттеу: жаңа міндеттер\nӨңірдегі жұмыс күні, үш ұғым"


def read(data: bytes) -> str:
    return "".join(page.text for page in read_text(data, "a.txt").pages)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *((page, RUSSIAN) for page in ("cp1251", "koi8_r", "cp866", "mac_cyrillic")),
        *((page, KAZAKH) for page in ("kz1048", "ptcp154")),
        ("cp1252", "Müller K. Die Straße als Rechtsraum. – Köln, 2019. Café “Élan”, naïve"),
    ],
)
def test_few_lines_tell_their_code_page(encoding: str, text: str) -> None:
    assert read(text.encode(encoding)) == text
    notes = read_text(text.encode(encoding), "a.txt").notes
    assert [note.code for note in notes] == [NoteCode.ENCODING_GUESSED]
    assert encoding in notes[0].message


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        *((page, name) for page in ("cp1251", "koi8_r", "cp866", "mac_cyrillic") for name in ("law-ru", "heating-ru")),
        *((page, "pedagogy-kk") for page in ("kz1048", "ptcp154")),
        *((page, "law-ru") for page in ("kz1048", "ptcp154")),
    ],
)
def test_a_paper_tells_its_code_page(encoding: str, name: str) -> None:
    text = in_encoding(sample(name), encoding)
    assert len(text) > 3000
    assert read(text.encode(encoding)) == text


@pytest.mark.parametrize("data", [bytes(range(0x80, 0x100)) * 30, "法律研究与发展".encode("gb18030") * 40])
def test_bytes_that_make_no_words_are_refused(data: bytes) -> None:
    with pytest.raises(DamagedInputError, match="koi8_r"):
        read(data)
