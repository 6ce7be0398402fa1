"""Captions: label, number, what they say; prose that begins with a label is none."""

import pytest

from multilex.segment.captions import read_caption
from multilex.segment.rows import is_caption

CAPTIONS = [
    ("Таблица 3 – Урожай", "table", "3", "Урожай"),
    ("Таблица 1", "table", "1", ""),
    ("Табл. 2.4: Урожай", "table", "2.4", "Урожай"),
    ("Кесте №2. Нәтиже", "table", "2", "Нәтиже"),
    ("1-кесте. Нәтиже", "table", "1", "Нәтиже"),
    ("5 – кесте. Нәтиже", "table", "5", "Нәтиже"),
    ("Table IV. Results", "table", "IV", "Results"),
    ("2.1-сурет. Үлгі", "figure", "2.1", "Үлгі"),
    ("Рис. 2а - Схема", "figure", "2а", "Схема"),
    ("Fig. 10 Map of the steppe", "figure", "10", "Map of the steppe"),
]


@pytest.mark.parametrize(("text", "kind", "number", "said"), CAPTIONS)
def test_parts(text: str, kind: str, number: str, said: str) -> None:
    parts = read_caption(text)
    assert parts is not None
    assert (parts.kind, parts.number, text[parts.start :], parts.continued) == (kind, number, said, False)


@pytest.mark.parametrize("text", ["Figures of speech", "Схема расположения", "Суретші 2 жыл", "Tableau 3", "2 картины"])
def test_other_words_are_no_label(text: str) -> None:
    assert read_caption(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Продолжение таблицы 2", "2"),
        ("1-кестенің жалғасы", "1"),
        ("Table 3 (continued)", "3"),
        ("Окончание таблицы", None),
    ],
)
def test_a_table_that_goes_on(text: str, number: str | None) -> None:
    parts = read_caption(text)
    assert parts is not None
    assert (parts.kind, parts.number, parts.continued) == ("table", number, True)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Table 1 shows that yields grew in all districts of the valley.", False),
        ("Рисунок 2 показывает ход реакции.", False),
        ("Table 1 Yields in all districts", True),
        ("Рис. 2 – схема установки", True),
        ("1 - кесте. Өсу қарқыны", True),
        ("3 – сурет. Өсу қарқыны", True),
        ("Рис. 2 схема установки", True),
    ],
)
def test_a_sentence_that_begins_with_a_label_is_no_caption(text: str, caption: bool) -> None:
    assert is_caption(text) is caption
