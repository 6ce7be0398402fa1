"""Letters of the other alphabet inside words, whole papers typed so, and what must stay as printed."""

import pytest

from multilex.packs import table
from multilex.repair.look_alikes import TO_CYRILLIC, TO_LATIN, mend_look_alikes, mended
from tests.repair.damage import lay, restored, sample, with_look_alikes

PACK = table("damage")["look_alikes"]


@pytest.mark.parametrize("pair", PACK["examples"])
def test_a_mixed_word_is_mended(pair: str) -> None:
    printed, meant = pair.split(" ")
    assert mended(printed) == meant


@pytest.mark.parametrize("word", PACK["near_misses"])
def test_a_word_that_may_be_meant_so_stays(word: str) -> None:
    assert mended(word) in (None, word)


def changed(text: str) -> str:
    out = list(text)
    for change in mend_look_alikes(text):
        out[change.start : change.end] = change.new
    return "".join(out)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("A.Ш. Сейтов, Иванов C.П.", "А.Ш. Сейтов, Иванов С.П."),
        ("А.Sh. Seitov, Ivanova L.А.", "A.Sh. Seitov, Ivanova L.A."),
        ("A.K. Иванов, C.П. Сейтов", "А.К. Иванов, С.П. Сейтов"),
        ("A.D. Иванов, C.П. Сейтов", "A.D. Иванов, С.П. Сейтов"),
        ("iс басталды, іс бітті", "іс басталды, іс бітті"),
        ("вода и вoд", "вода и вoд"),  # three letters that stand nowhere else
        ("вод много, вoд мало", "вод много, вод мало"),
        ("масса Mсырья, сырья мало", "масса Mсырья, сырья мало"),  # a symbol and its index
        ("Вода cтекает по трубе", "Вода стекает по трубе"),
        ("стекает cотносительно, относительно", "стекает cотносительно, относительно"),  # a lost blank
    ],
)
def test_the_rest_of_the_text_helps_to_decide(printed: str, meant: str) -> None:
    assert changed(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "A.K. Иванов и рис. A. Б",  # nothing else says that the paper is typed so
        "Shәkәrіm atyndaғy universitetі, қazaқ tіlі",
        "CO2, H2O, NaCl, pH, USB-порт, IT-технологии, веб-сайт Facebook'а",
        "рис. 5a, 10 кг, t°C, 3D-модель, COVID-19-дан",
        "Azərbaycan Respublikasının əmək məcəlləsi və hüquq",
        "х = a + b, где a и b – числа",
    ],
)
def test_text_in_one_alphabet_or_the_other_stays(text: str) -> None:
    assert changed(text) == text


def test_no_word_goes_over_raised_type() -> None:
    assert mend_look_alikes("Автоp", borders=[4]) == []
    assert [change.new for change in mend_look_alikes("Автоp")] == ["Автор"]


def test_the_change_says_which_way_it_goes() -> None:
    assert [change.name for change in mend_look_alikes("жəне Аuthor")] == [TO_CYRILLIC, TO_LATIN]


@pytest.mark.parametrize("name", ["pedagogy-kk", "law-ru", "heating-ru", "tourism-en"])
@pytest.mark.parametrize("share", [0.1, 0.5])
def test_a_paper_typed_so_comes_back(name: str, share: float) -> None:
    text = sample(name)
    damaged = with_look_alikes(text, share, "Cyrl" if name == "tourism-en" else "Latn")
    assert sum(a != b for a, b in zip(text, damaged, strict=True)) > 200
    assert restored(text, damaged) >= 0.995


@pytest.mark.parametrize("pair", ["әə", "іi", "өɵ", "қķ"])
def test_a_kazakh_paper_without_a_kazakh_letter_comes_back(pair: str) -> None:
    text = sample("pedagogy-kk")
    damaged = text.replace(pair[0], pair[1])
    assert damaged != text
    assert restored(text, damaged) >= 0.995


@pytest.mark.parametrize("name", ["pedagogy-kk", "law-ru", "tourism-en", "heating-ru"])
def test_nothing_changes_in_the_samples(name: str) -> None:
    assert mend_look_alikes(sample(name)) == []


def test_mending_twice_changes_nothing_more() -> None:
    once = lay(with_look_alikes(sample("law-ru"), 0.3, "Latn")).text
    assert lay(once).text == once
