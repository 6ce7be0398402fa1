"""Kazakh fonts and code pages shown as cp1251: Kazakh words come back, other Slavic words stay."""

import pytest

from multilex.packs import table
from multilex.repair.kazakh_fonts import mend_fonts
from tests.repair.damage import KAZAKH, in_font, restored, sample

FONTS = ["KZ-1048 read as cp1251", "PT154 read as cp1251", "1251-k layout"]
TEXT = "Қазақстан Республикасының еңбек құқығы мен әділдік ұғымы, жүйенің өзгеруі және көңіл бөлу"
FOREIGN = [
    "Київський національний університет, Україна. Їх вплив на розвиток є ґрунтовний",
    "Беларускі дзяржаўны ўніверсітэт. Быкаў В. У. Выбраныя творы ў трох тамах",
    "Његош П. Горски вијенац. Љубав и срећа у животу, Ђорђевић",
    "Ќирил и Методиј во Македонија, ѕвезда и наука за јазикот",
    "Ўзбекистон Республикаси қонунчилиги ва ўқув жараёни",
    "Ґудзенко Є. Право власності",
    "Тоҷикистон, ҳуқуқ ва ӯҳдадорӣ",
]


def mended(text: str) -> str:
    out = list(text)
    for change in mend_fonts(text):
        out[change.start : change.end] = change.new
    return "".join(out)


@pytest.mark.parametrize("font", FONTS)
def test_a_line_in_a_font_comes_back(font: str) -> None:
    damaged = in_font(TEXT, font)
    assert damaged != TEXT
    assert mended(damaged) == TEXT


@pytest.mark.parametrize("font", FONTS)
def test_a_whole_paper_in_a_font_comes_back(font: str) -> None:
    text = sample("pedagogy-kk").replace("Ә", "ә") if font == "1251-k layout" else sample("pedagogy-kk")
    damaged = in_font(text, font)
    assert sum(a != b for a, b in zip(text, damaged, strict=True)) > 600
    kazakh = [(a, b) for a, b in zip(text, mended(damaged), strict=True) if a in KAZAKH]
    assert sum(a == b for a, b in kazakh) >= 0.99 * len(kazakh)
    assert restored(text, damaged) >= 0.995


@pytest.mark.parametrize("line", FOREIGN)
def test_words_of_other_languages_stay(line: str) -> None:
    assert mended(line) == line


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("line", FOREIGN)
def test_words_of_other_languages_stay_in_a_paper_that_is_mended(line: str, font: str) -> None:
    damaged = in_font(sample("pedagogy-kk"), font)
    assert mended(f"{damaged}\n{line}").rpartition("\n")[2] == line


@pytest.mark.parametrize(
    "text",
    [
        "Отклонение ±5 мкм, µ = 0,3; ток ‰ и † сноска ¤",
        "Ќ",
        "Один Ўткир и один Његош среди русских слов не делают шрифта",
        TEXT,
    ],
)
def test_few_signs_are_no_font(text: str) -> None:
    assert mended(text) == text


def test_letters_of_other_alphabets_among_kazakh_ones_are_mended() -> None:
    said = "Қазақстанның єлеуметтік жүйесі, мєдениет пен єділдік, тєрбие жґне ѳнер мен ѳлкетану, қоғамның даму жолы"
    assert "әлеуметтік жүйесі, мәдениет пен әділдік, тәрбие" in mended(said)
    assert "өнер мен өлкетану" in mended(said)


def test_each_table_is_letter_for_letter() -> None:
    for font in table("damage")["fonts"]:
        assert len(font["wrong"]) == len(font["right"]) == len(set(font["wrong"]))
        assert set(font["right"]) <= set(KAZAKH)
