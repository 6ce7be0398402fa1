"""Contradictions in what a paper says of its acts, each with near misses that are none."""

import pytest

import multilex
from multilex.record import Record

HEAD = "УДК 349.2\n\nПраво на отдых\n\n{}\n\nКлючевые слова: отдых\n\nВведение\n\n"


def paper(text: str, received: str = "") -> Record:
    head = HEAD.format(f"Поступила в редакцию {received}" if received else "")
    (record,) = multilex.extract((head + text).encode(), name="paper.txt")
    assert record.acts
    return record


def notes(text: str, received: str = "") -> list[str]:
    """The notes on acts, as code and message."""
    return [f"{one.code}: {one.message}" for one in paper(text, received).notes if one.code.startswith("act-")]


MIGRATION = "Закон РК «О миграции населения» от 22 июля 2011 года № 477-IV"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"{MIGRATION} (https://adilet.zan.kz/rus/docs/Z1300000088).",
            ["act-link: the address leads to Z1300000088 (kz/law/2013-04-15/88-V), but this act is Z1100000477"],
        ),
        (f"{MIGRATION} (https://adilet.zan.kz/rus/docs/Z1100000477).", []),
        (f"{MIGRATION} (https://adilet.zan.kz/rus/docs/Z1100000477#z12).", []),
        (
            "Закон РК «О нотариате» от 14 июля 1997 года № 155 (https://adilet.zan.kz/rus/docs/Z970000155).",
            ["act-link: the id Z970000155 should read Z970000155_"],
        ),
        ("Закон РК «О нотариате» от 14 июля 1997 года № 155 (https://adilet.zan.kz/rus/docs/Z970000155_).", []),
    ],
)
def test_links(text: str, said: list[str]) -> None:
    assert notes(text) == said


ORDER = "Приказ Министра юстиции Республики Казахстан от 31 января 2012 года № 31"


@pytest.mark.parametrize(
    ("id", "possible"),
    [("V1200007447", True), ("V1300008001", True), ("V1500007447", False), ("V1100007447", False)],
)
def test_ids_of_registrations_have_the_year_of_the_order_or_the_next(id: str, possible: bool) -> None:
    said = [f"act-link: the address leads to {id}, but this act is of 2012-01-31 no. 31"]
    assert notes(f"{ORDER} (https://adilet.zan.kz/rus/docs/{id}).") == ([] if possible else said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Закон РК «О садах» от 5 июля 2004 года № 667-VI устарел.",
            ["act-convocation: laws of 2004-07 do not carry the numeral VI (2016-03 to 2021-01)"],
        ),
        ("Закон РК «О садах» от 5 июля 2004 года № 667-II устарел.", []),
        ("Закон РК «О садах» от 15 января 2021 года № 667-VII действует.", []),
        ("Закон РК «О садах» от 4 января 2021 года № 667-VI действует.", []),
    ],
)
def test_convocations(text: str, said: list[str]) -> None:
    assert notes(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Закон РК «О садах» от 5 июля 2014 года № 667-V и Закон РК «О садах» от 6 июля 2014 года № 667-V.",
            ["act-differs: 667-V is cited with the dates 2014-07-05 and 2014-07-06"],
        ),
        (
            "Закон РК «О садах» от 5 июля 2014 года № 667-V и Закон РК «О садах» от 5 июля 2014 года № 677-V.",
            ["act-differs: one act of 2014-07-05 is cited with the numbers 667-V and 677-V"],
        ),
        ("Закон РК «О садах» от 5 июля 2014 года № 667-V и Закон РК «О садах» от 5 июля 2014 года № 667.", []),
        ("Закон РК «О садах» от 5 июля 2014 года № 667-V и Закон РК «О лугах» от 5 июля 2014 года № 668-V.", []),
        ("Закон РК «О садах» от 5 июля 2004 года № 667-II и Закон РК «О садах» от 9 июля 2014 года № 668-V.", []),
        (
            "Постановление Правительства РК от 5 июля 2014 года № 667 и постановление Правительства РК от 6 июля "
            "2015 года № 667.",
            [],
        ),
        (
            "Закон РК «О миграции населения» от 23 июля 2011 года № 477-IV.",
            ["act-differs: 477-IV is of 2011-07-22, not 2011-07-23"],
        ),
        (
            "Закон РК «О миграции населения» от 22 июля 2011 года № 476-IV.",
            ["act-differs: the act of 2011-07-22 with this title is 477-IV, not 476-IV"],
        ),
        (f"{MIGRATION}.", []),
    ],
)
def test_dates_and_numbers(text: str, said: list[str]) -> None:
    assert notes(text) == said


LABOUR = "kz/code/2007-05-15/251-III was in force until 2016-01-01; then kz/code/2015-11-23/414-V"
OLD = "Трудовой кодекс Республики Казахстан от 15 мая 2007 года № 251-III"


@pytest.mark.parametrize(
    ("received", "said"),
    [("12.03.2019", [f"act-repealed: {LABOUR}"]), ("31.12.2015", []), ("12.03.2010", []), ("", [])],
)
def test_repealed_acts(received: str, said: list[str]) -> None:
    """Told once of each act, however often it is cited."""
    assert notes(f"Действовал {OLD}. Это был {OLD}.", received) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "По ст. 205 Трудового кодекса РК.",
            ["act-article: kz/code/2015-11-23/414-V has the articles 1 to 204, not 205"],
        ),
        ("По ст. 204 Трудового кодекса РК.", []),
        ("По ст. 42-4 и п. 300 ст. 5 Трудового кодекса РК.", []),
        ("По ст. 700 Гражданского кодекса РК.", []),
        (
            "По ст. 1200 Гражданского кодекса РК (Особенная часть) от 1 июля 1999 года № 409.",
            ["act-article: kz/code/1999-07-01/409 has the articles 406 to 1124, not 1200"],
        ),
        ("По ст. 99 Конституции РК.", ["act-article: kz/constitution/1995-08-30 has the articles 1 to 98, not 99"]),
        ("По ст. 500 Закона РК «О садах» от 5 июля 2014 года № 667-V.", []),
    ],
)
def test_articles(text: str, said: list[str]) -> None:
    assert notes(text, "12.03.2020") == said


@pytest.mark.parametrize(
    ("text", "date", "said"),
    [
        (
            "Закон РК от 2014.05.07 № 667-V.",
            "2014-05-07",
            ["act-date-reading: read as 2014-05-07; could also be 2014-07-05"],
        ),
        ("Закон РК от 2014.05.27 № 667-V.", "2014-05-27", []),
        ("Закон РК от 07.05.2014 № 667-V.", "2014-05-07", []),
        ("Закон РК от 2018.07.02 № 167-VI.", "2018-07-02", []),
        (
            "Закон РК от 2018.02.07 № 167-VI.",
            "2018-07-02",
            [
                "act-date-reading: read as 2018-07-02, the day of the act no. 167-VI; "
                "the figures could also be 2018-02-07"
            ],
        ),
    ],
)
def test_readings_of_dates(text: str, date: str, said: list[str]) -> None:
    assert notes(text) == said
    assert paper(text).acts[0].date == date
