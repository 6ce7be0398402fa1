"""No input makes the search for acts slow: the time grows with the length, not with its square."""

import time

import pytest

from multilex.extract.acts import mentions

LINES = [
    "«",
    '"a ',
    "ст. ",
    "п. 1-2-3-4-5-6-7-8-9 ",
    "1",
    "1, ",
    "№ 1 ",
    "a",
    "закон ",
    "Заң ",
    "туралы заң ",
    "law on The ",
    "Закон РК о ",
    "министра ",
    "Концепция на ",
    "УК, ",
    "ст. 5 УК РК ",
    "Закон РК от 5 мая 2004 года № 5 (далее – Закон) Закон ",
    "A v. B ",
    "Act on ",
    "2004 жылғы ",
    "(",
    "http://a.kz/",
    "12.05.",
    "Правила , утвержденные ",
    "Convention, 1958 (",
    "гражданского и ",
    "акимата ",
    "УПК и ",
    "нормы УПК ",
    "Правила (приказ ",
    "Правила ",
    "А қағидалары ",
    "the Rules for A ",
    "Қазақстан мен Ресей арасындағы ",
    "ILO Convention No. 5 ",
    "ППРК № 5 ",
    "Совместный приказ Министра № 5 и ",
    "«а» енгізу туралы Заң ",
    "the Patent Law ",
    "Указ № 5 [",
]
ACTS = "Закон РК «О рекламе» от 5 мая 2004 года № 5. Law on Science of Kazakhstan. "
"""So that all patterns are tried on what follows."""


def _seconds(text: str) -> float:
    began = time.process_time()
    mentions(text)
    return time.process_time() - began


@pytest.mark.parametrize("line", LINES)
def test_time_grows_with_length(line: str) -> None:
    size = 5_000
    text = ACTS + line * size
    mentions(text[:100])
    short = min(_seconds(text[:size]) for _ in range(2))
    assert short < 1
    assert min(_seconds(text[: 4 * size]) for _ in range(2)) < 12 * max(short, 0.02)
