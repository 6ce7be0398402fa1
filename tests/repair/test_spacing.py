"""Letter-spaced words are joined where the evidence is strong; symbols, lists of letters and initials stay."""

import pytest

from tests.repair.damage import lay


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("А н н о т а ц и я", "Аннотация"),
        ("Т ү й і н: нарық", "Түйін: нарық"),
        ("A b s t r a c t. The market", "Abstract. The market"),
        ("К л ю ч е в ы е с л о в а: труд", "Ключевые слова: труд"),
        ("В В Е Д Е Н И Е", "ВВЕДЕНИЕ"),
        ("Т р у д о в о е   п р а в о", "Трудовое право"),
        ("Б І Л І М   С А П А С Ы", "БІЛІМ САПАСЫ"),
    ],
)
def test_spaced_words_are_joined(printed: str, meant: str) -> None:
    assert " ".join(lay(printed).text.split()) == meant


@pytest.mark.parametrize(
    "text",
    [
        "пусть a b c d e f",
        "точки А Б В Г Д Е",
        "x y z u v w t",
        "оценки A B C D",
        "а и б в с к у о",
        "я и ты",
        "1 2 3 4 5 6",
        "Е. Ж. К. Иванов",
    ],
)
def test_single_letters_stay(text: str) -> None:
    assert lay(text).text == text
