"""Citation contexts: the sentence and section of each citation, footnotes included."""

import io
import json

from multilex import extract, write
from multilex.record import CitationContext
from multilex.vocabulary import CitationStyle, SectionRole

PAPER = """УДК 556.5

Орлова А.Б.

РЕКИ СТЕПИ

Введение

Реки степи длинны. Озёра её глубоки [1, с. 7]. Моря далеко¹ отсюда, но их изучают [2].

Результаты

Реки степи мелеют каждый жаркий год². Это показано раньше [1; 2].

¹ Петрова А.Б. О море // Вестник географии. – 2015. – № 3. – С. 5–9.

² Там же. С. 8.

Список литературы

1. Иванова И.И. Озёра. – М.: Наука, 2010. – 215 с.

2. Сейтов К. Моря. – Алматы: Ғылым, 2012. – 90 с.
"""


def contexts() -> tuple[CitationContext, ...]:
    (record,) = extract(PAPER.encode())
    return record.citation_contexts()


def test_citations_and_callouts_stand_in_the_order_of_the_text() -> None:
    assert [(one.text, one.style, one.targets, one.pinpoint) for one in contexts()] == [
        ("[1, с. 7]", CitationStyle.NUMERIC, ("original:1",), "с. 7"),
        ("¹", CitationStyle.FOOTNOTE, ("notes:1a",), None),
        ("[2]", CitationStyle.NUMERIC, ("original:2",), None),
        ("²", CitationStyle.FOOTNOTE, ("notes:1a",), "С. 8"),
        ("[1; 2]", CitationStyle.NUMERIC, ("original:1", "original:2"), None),
    ]


def test_each_has_its_sentence_and_section() -> None:
    first, second, _, fourth, _ = contexts()
    assert (first.sentence, first.section_role) == ("Озёра её глубоки [1, с. 7].", SectionRole.INTRODUCTION)
    assert second.sentence == "Моря далеко¹ отсюда, но их изучают [2]."
    assert (fourth.sentence, fourth.section_role) == ("Реки степи мелеют каждый жаркий год².", SectionRole.RESULTS)


def test_the_works_of_footnotes_stand_in_bibliographies_once() -> None:
    (record,) = extract(PAPER.encode())
    stream = io.BytesIO()
    write([record], stream, format="csl-json")
    assert [item["id"] for item in json.loads(stream.getvalue())] == ["ivanova2010", "seytov2012", "petrova2015"]
