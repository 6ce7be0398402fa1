"""Reference lists behind a heading that no pack knows, behind one in two languages, and behind none."""

import pytest

from multilex.article import Article
from multilex.layout.text import layout_text
from multilex.read.text import read_text
from multilex.segment import segment
from multilex.vocabulary import Role

PAPER = """УДК 556.5

Реки степи

А.Б. Орлова

Аннотация. В статье рассмотрены реки степи и их режим. Приведены данные наблюдений за двадцать лет.

Ключевые слова: река, степь, режим

Введение

Реки степи изучены слабо [1]. Их режим зависит от снега и температуры воздуха в марте [2, 3].

Заключение

Режим рек меняется, и это надо учитывать при планировании водоснабжения городов.
"""
NUMBERED = """
1. Орлова А.Б. Реки степи // Вестник географии. – 2019. – № 2. – С. 5–9.

2. Ли В.Г. Озера Казахстана. – Алматы: Терек, 2011. – 120 с.

3. Сериков Д.Т. Моря и заливы // География. – 2014. – Т. 3, № 1. – С. 15–22.
"""
UNNUMBERED = NUMBERED.replace("1. ", "").replace("2. ", "").replace("3. ", "")
STEPS = """
1. Собраны данные постов за двадцать лет.

2. Вычислены нормы стока (см. https://example.org/norms).

3. Построены карты, которые показаны ниже, и сравнены с прежними.

Все это заняло три года, потому что посты закрывались и открывались снова, а ряды приходилось сшивать.
"""


def read(text: str) -> Article:
    return segment(layout_text(read_text(text.encode(), "paper.txt")))[0]


def count(article: Article, role: Role) -> int:
    return sum(unit.role is role for unit in article.units)


@pytest.mark.parametrize("items", [NUMBERED, UNNUMBERED], ids=["numbered", "unnumbered"])
@pytest.mark.parametrize("heading", ["", "\nОткуда взято\n"], ids=["without heading", "unknown heading"])
def test_a_list_that_no_known_heading_opens(heading: str, items: str) -> None:
    article = read(PAPER + heading + items)
    assert count(article, Role.REFERENCE) == 3
    assert count(article, Role.REFERENCE_HEADING) == bool(heading)


@pytest.mark.parametrize("heading", ["Список литературы / References", "ӘДЕБИЕТТЕР / ЛИТЕРАТУРА / REFERENCES"])
def test_a_heading_in_several_languages(heading: str) -> None:
    article = read(f"{PAPER}\n{heading}\n{NUMBERED}")
    assert [article.text(unit) for unit in article.units if unit.role is Role.REFERENCE_HEADING] == [heading]
    assert count(article, Role.REFERENCE) == 3


def test_numbered_steps_of_the_body_are_no_list() -> None:
    article = read(PAPER.replace("Заключение", STEPS + "\nЗаключение"))
    assert count(article, Role.REFERENCE) == 0


def test_the_list_before_an_announced_one_is_found() -> None:
    article = read(
        PAPER + NUMBERED + "\nReferences\n\n1. Orlova A.B. Reki stepi // Vestnik. – 2019. – № 2. – S. 5–9.\n"
    )
    assert count(article, Role.REFERENCE) == 4
