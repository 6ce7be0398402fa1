"""Dates of a paper's history, in three languages and both orders."""

from array import array

import pytest

from multilex.document import Document
from multilex.extract.dates import extract_dates
from multilex.extract.dates_written import parse_date
from multilex.packs import languages
from multilex.source import Page, Source


def dates(text: str) -> list[tuple[str, str | None]]:
    source = Source("a.txt", "text", "0" * 64, (Page(1, text, 0),))
    document = Document(source, text, (), array("l", range(len(text))))
    found = extract_dates(document, 0, len(text))
    assert all(date.text == text[slice(*date.span)] and str(date.label) in text for date in found)
    return [(date.kind.value, date.value) for date in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Received 12.03.2024. Accepted: 01 April 2024",
            [("received", "2024-03-12"), ("accepted", "2024-04-01")],
        ),
        (
            "12.03.2024 received, 01.04.2024 accepted",
            [("received", "2024-03-12"), ("accepted", "2024-04-01")],
        ),
        ("Received 12.03.2024 Revised 13.03.2024", [("received", "2024-03-12"), ("revised", "2024-03-13")]),
        ("Received in revised form 12 May 2024", [("revised", "2024-05-12")]),
        ("Date of receipt of the manuscript to the editor: 2021/10/05", [("received", "2021-10-05")]),
        ("The article was received on March 12, 2024", [("received", "2024-03-12")]),
        ("Published: 2024", [("published", "2024")]),
        ("Received\n12.03.2024\nAccepted\n01.04.2024", [("received", "2024-03-12"), ("accepted", "2024-04-01")]),
        ("Поступила в редакцию 12 марта 2024 г.", [("received", "2024-03-12")]),
        (
            "Статья поступила 1.2.24; принята к публикации «5» мая 2024 г.",
            [("received", "2024-02-01"), ("accepted", "2024-05-05")],
        ),
        ("2024 жылғы 12 наурызда түсті", [("received", "2024-03-12")]),
        ("Мақала редакцияға 2024 ж. 12 наурызда түсті", [("received", "2024-03-12")]),
        (
            "12.03.2024 ж. редакцияға түсті, 15.04.2024 ж. басуға қабылданды",
            [("received", "2024-03-12"), ("accepted", "2024-04-15")],
        ),
        (
            "Редакцияға түсті: 12.03.2024 ж.\nБасуға қабылданды: 15.04.2024 ж.",
            [("received", "2024-03-12"), ("accepted", "2024-04-15")],
        ),
        ("Редакцияға түскен күні: 2024 жылғы шiлденiң 5-інде", [("received", "2024-07-05")]),  # Latin i
    ],
)
def test_labelled_dates(text: str, found: list[tuple[str, str]]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The law was accepted on 12.03.2024",
        "Қазақстан Республикасының Заңы 2011 жылғы 22 шілдеде қабылданды",
        "12.03.2024",
        "Received with thanks",
        "(дата обращения: 12.06.2025)",
        "Received 31.02.2024",
    ],
)
def test_what_is_no_date_of_the_paper(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.03.2024", "2024-03-12"),
        ("12-03-2024", "2024-03-12"),
        ("2024.03.12", "2024-03-12"),
        ("2007.19.12", "2007-12-19"),  # year, day, month: the day gives it away
        ("05/04/2024", "2024"),  # either order; only the year is sure
        ("25/04/2024", "2024-04-25"),
        ("08.06.21 ж.", "2021-06-08"),
        ("1st of April, 2024", "2024-04-01"),
        ("Sept. 5, 2024", "2024-09-05"),
        ("1995 жылғы желтоқсанның 29-ында", "1995-12-29"),
        ("сәуір 2024", "2024-04"),
        ("30.02.2024", None),
        ("10.79.35", None),
        ("12.03.2024, 13.03.2024", None),
        ("", None),
    ],
)
def test_one_written_date(text: str, value: str | None) -> None:
    assert parse_date(text) == value


@pytest.mark.parametrize("tag", ["kk", "ru", "en"])
def test_every_month_name_of_the_packs_is_read(tag: str) -> None:
    months = languages()[tag].data["months"]
    assert len(months) == 12
    for number, forms in months.items():
        for form in forms:
            assert parse_date(f"5 {form} 2024") == f"2024-{int(number):02}-05"


@pytest.mark.parametrize("piece", ["Received ", "2024 ", "12.03.2024 received ", "1.", "мая 2024, "])
def test_a_long_line_is_read_in_time(piece: str) -> None:
    dates(piece * (200_000 // len(piece)))
