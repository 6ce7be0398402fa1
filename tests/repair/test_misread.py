"""Text read in a wrong encoding: each that journals have, given back; text that only looks so, left."""

import pytest

from multilex.repair.misread import mend_misread
from tests.repair.damage import SAMPLES, in_encoding, lay, misread, restored, sample

RUSSIAN = "Трудовое право: «предмет» и метод.\nИстория вопроса, эссе Юлии, я и ты\nВВЕДЕНИЕ В ТЕМУ"
KAZAKH = "Еңбек құқығының пәні мен әдісі\nӨңірдегі жұмыс күні, үш ұғым"

MISREAD = [
    ("utf_8", "cp1251", RUSSIAN),
    ("utf_8", "cp1251", KAZAKH),
    ("utf_8", "cp1252", RUSSIAN),
    ("utf_8", "latin_1", KAZAKH),
    ("cp1251", "cp1252", RUSSIAN),
    ("cp1251", "latin_1", RUSSIAN),
    ("kz1048", "cp1252", KAZAKH),
    ("kz1048", "latin_1", KAZAKH),
    ("ptcp154", "latin_1", KAZAKH),
    ("koi8_r", "cp1251", RUSSIAN.replace("«", "").replace("»", "")),
    ("koi8_r", "cp1252", RUSSIAN.replace("«", "").replace("»", "")),
    ("cp1251", "koi8_r", RUSSIAN),
    ("cp866", "cp1251", RUSSIAN.replace("«", "").replace("»", "")),
    ("cp1251", "cp866", RUSSIAN),
    ("mac_cyrillic", "cp1251", RUSSIAN),
    ("cp1251", "mac_cyrillic", RUSSIAN),
]

CLEAN = [
    "Трудовое право: «предмет» и метод, § 5, ГОСТ Р 7.0.5, №12 – 10 °C ± 2",
    "Еңбек құқығының пәні мен әдісі, ҚР ЕК 12-бабы",
    "Витамин С» и «ООО «Р», серия С№ 12, Рё, Сё",
    "Universität Düsseldorf, Müßiggang, Straße der Einheit, Österreich",
    "L'été à l'école créée en Corrèze, où l'œuvre naïve",
    "Türkiye Cumhuriyeti Anayasası, çağdaş görüş, İstanbul",
    "Киевский национальный університет, Їхній внесок є ґрунтовним",
    "Беларускі дзяржаўны ўніверсітэт",
    "Његош П. Горски вијенац. Љубав и срећа, Ђорђевић Џ.",
    "iPhone, eBay, докторPhD, праваГОСТ, кВтЧАС, оАО",
    "цена 100 €, 5 € и €7",
    "Áéíóú ñ Ñandú, São Paulo, Ærøskøbing",
]


def mended(text: str) -> str:
    return lay(text).text


@pytest.mark.parametrize(("truly", "read_as", "text"), MISREAD)
def test_misread_text_is_read_again(truly: str, read_as: str, text: str) -> None:
    damaged = misread(text, truly, read_as)
    assert damaged != text
    assert mended(damaged) == text


@pytest.mark.parametrize("text", CLEAN)
def test_text_that_is_right_stays(text: str) -> None:
    assert mend_misread(text, [(0, len(text))]) == []


def test_text_misread_twice_is_read_again() -> None:
    once = misread(RUSSIAN, "utf_8", "cp1251")
    assert mended(misread(once, "utf_8", "cp1251")) == RUSSIAN


def test_quotes_of_an_english_text_are_read_again() -> None:
    text = "The author’s “model” – a café"
    assert mended(misread(text, "utf_8", "cp1252")) == text


def test_only_the_damaged_line_is_changed() -> None:
    clean = "Universität Düsseldorf, «Правда» № 5\n"
    assert mended(clean + misread(RUSSIAN, "cp1251", "cp1252")) == clean + RUSSIAN


@pytest.mark.parametrize("name", ["law-ru", "heating-ru", "pedagogy-kk", "tourism-en"])
@pytest.mark.parametrize("read_as", ["cp1251", "cp1252"])
def test_a_whole_paper_in_utf_8_comes_back(name: str, read_as: str) -> None:
    text = sample(name)
    assert restored(text, misread(text, "utf_8", read_as)) == 1.0


@pytest.mark.parametrize(
    ("name", "truly", "read_as"),
    [
        ("law-ru", "cp1251", "cp1252"),
        ("heating-ru", "cp1251", "cp1252"),
        ("pedagogy-kk", "kz1048", "cp1252"),
        ("pedagogy-kk", "ptcp154", "cp1252"),
        ("law-ru", "koi8_r", "cp1251"),
        ("heating-ru", "koi8_r", "cp1251"),
        ("law-ru", "cp1251", "koi8_r"),
        ("law-ru", "cp866", "cp1251"),
        ("law-ru", "cp1251", "cp866"),
        ("law-ru", "mac_cyrillic", "cp1251"),
        ("law-ru", "cp1251", "mac_cyrillic"),
    ],
)
def test_a_whole_paper_in_a_code_page_comes_back(name: str, truly: str, read_as: str) -> None:
    text = in_encoding(sample(name), truly)
    assert restored(text, misread(text, truly, read_as)) >= 0.995


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_misread_in_the_samples(name: str) -> None:
    text = sample(name)
    assert mend_misread(text, [(0, len(text))]) == []
