"""Treaties and declarations known by name, in three languages."""

import datetime

import pytest

from multilex.extract.acts import mentions
from multilex.packs import table

TREATIES = table("law/int")["treaties"]


@pytest.mark.parametrize(
    ("text", "span", "key"),
    [
        ("Минаматской конвенцией о ртути он связан.", "Минаматской конвенцией о ртути", "un/convention/2013-10-10"),
        ("Елдер сынап туралы Минамата конвенциясына қосылды.", None, "un/convention/2013-10-10"),
        ("Under the Minamata Convention on Mercury it is banned.", None, "un/convention/2013-10-10"),
        ("Стамбульскую конвенцию обсуждают.", "Стамбульскую конвенцию", "coe/convention/2011-05-11"),
        ("See the Istanbul Convention.", "Istanbul Convention", "coe/convention/2011-05-11"),
        ("Венской конвенции о консульских сношениях 1963 года сорок лет.", None, "un/convention/1963-04-24"),
        ("Венская конвенция о дипломатических сношениях", None, "un/convention/1961-04-18"),
        ("Венской конвенции о праве международных договоров", None, "un/convention/1969-05-23"),
        ("Дипломатиялық қатынастар туралы Вена конвенциясында", None, "un/convention/1961-04-18"),
        ("Конвенции ООН по борьбе с опустыниванием", None, "un/convention/1994-06-17"),
        ("Шөлейттенуге қарсы күрес жөніндегі конвенция", None, "un/convention/1994-06-17"),
        ("the United Nations Convention to Combat Desertification", None, "un/convention/1994-06-17"),
        ("Договор к Энергетической хартии", None, "int/treaty/1994-12-17"),
        ("the Energy Charter Treaty", None, "int/treaty/1994-12-17"),
        ("Конвенции о правовом статусе Каспийского моря от 12 августа 2018 года", None, "int/convention/2018-08-12"),
        ("Каспий теңізінің құқықтық мәртебесі туралы конвенцияның 5-бабы", None, "int/convention/2018-08-12"),
        ("Устав СНГ", "Устав СНГ", "cis/charter/1993-01-22"),
        ("the Rio Declaration on Environment and Development", None, "un/declaration/1992-06-14"),
        ("Ядролық қаруды таратпау туралы шартқа сәйкес", None, "un/treaty/1968-07-01"),
    ],
)
def test_a_treaty_by_name(text: str, span: str | None, key: str) -> None:
    [found] = mentions(text)[0]
    assert found.act.key == key
    assert span in (None, text[found.start : found.end])


@pytest.mark.parametrize(
    "text",
    [
        "Венская конференция прошла в мае.",
        "В Стамбуле обсудили конвенции.",
        "Борьба с опустыниванием идёт медленно.",
        "The Energy Charter was discussed.",
        "Каспий теңізінің мәртебесі талқыланды.",
    ],
)
def test_words_about_the_same_are_no_treaty(text: str) -> None:
    assert mentions(text)[0] == []


def test_dates_are_days_and_stand_in_the_keys() -> None:
    """A key with a day has the day of signature or adoption; keys are given once."""
    assert len(TREATIES) >= 65
    for entry in TREATIES:
        if "date" in entry:
            assert datetime.date.fromisoformat(entry["date"]).isoformat() == entry["date"]
        days = [part for part in entry["key"].split("/") if len(part) == 10 and part[:4].isdigit()]
        assert days in ([], [entry.get("date")])
        assert entry["verified"] in ("facts", "memory")
    keys = [entry["key"] for entry in TREATIES]
    assert len(keys) == len(set(keys))
