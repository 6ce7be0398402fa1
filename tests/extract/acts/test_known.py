"""A user's own acts and abbreviations, in a TOML file."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import multilex
from multilex.cli import app
from multilex.errors import OptionError
from multilex.extract.acts import catalogue
from multilex.extract.acts.known import read_acts

OWN = """
[[acts]]
type = "law"
date = "2014-03-03"
number = "176-V"
title.ru = ["О садоводческих товариществах", "О товариществах садоводов"]
title.kk = "Бағбандық серіктестіктер туралы"
abbr.ru = ["ЗСТ", "ЗоСТ РК"]
articles = [1, 30]
until = "2022-01-01"
successor = "kz/law/2021-12-01/901-VII"

[[acts]]
type = "ministerial_order"
date = "2016-02-05"
number = "17"
title.ru = "Об утверждении правил полива"
"""
GARDENS, WATERING = "kz/law/2014-03-03/176-V", "kz/ministerial-order/2016-02-05/17"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def paper(text: str) -> bytes:
    head = "УДК 349.4\n\nСады и право\n\nПоступила {}\n\nКлючевые слова: сад\n\nВведение\n\n"
    return (head.format("12.03.2020") + text).encode()


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        ("Споры решает ЗСТ, а не устав.", "ЗСТ"),
        ("В силу ст. 7 ЗоСТ РК взносы равны.", "ЗоСТ РК"),
        ("Согласно ЗСТ-у собрание созывают весной.", "ЗСТ-у"),
        ("Закон РК «О товариществах садоводов» молчит об этом.", "Закон РК «О товариществах садоводов»"),
        ("Споры решает Закон о садоводческих товариществах.", "Закон о садоводческих товариществах"),
    ],
)
def test_own_acts_are_found_and_identified(own: Path, sentence: str, span: str) -> None:
    [record] = multilex.Extractor(acts=own).extract(paper(sentence))
    assert [(act.text, act.register_key, act.adilet_id) for act in record.acts] == [(span, GARDENS, "Z1400000176")]


@pytest.mark.parametrize("sentence", ["Курсы ЗСТК, АЗСТ и ЗСТ-2 открыты.", "Споры решает зст."])
def test_other_words_are_not_abbreviations(own: Path, sentence: str) -> None:
    assert not multilex.Extractor(acts=own).extract(paper(sentence))[0].acts


def test_own_acts_are_checked(own: Path) -> None:
    """An article beyond the last; a repealed act, with its successor."""
    extractor = multilex.Extractor(acts=own)
    [record] = extractor.extract(paper("По ст. 31 ЗСТ и ст. 30 ЗСТ взносы равны.").replace(b"2020", b"2023"))
    assert [note.message for note in record.notes if note.code.startswith("act-")] == [
        f"{GARDENS} was in force until 2022-01-01; then kz/law/2021-12-01/901-VII",
        f"{GARDENS} has the articles 1 to 30, not 31",
    ]


def test_own_acts_last_only_as_long_as_asked_for(own: Path) -> None:
    text = "В силу ст. 7 ЗСТ взносы равны."
    found = multilex.tag(text, only=["acts"], acts=own).findings
    assert [(one.text, one.value) for one in found if one.kind == "act"] == [("ЗСТ", GARDENS)]
    assert multilex.tag(text, only=["acts"]).findings == ()
    assert catalogue.by_key(GARDENS) is None


def test_an_own_entry_stands_in_place_of_a_packed_one(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[[acts]]\ntype = "law"\ndate = "2011-07-22"\nnumber = "477-IV"\ntitle.ru = "О переселении"\n', encoding="utf-8"
    )
    with catalogue.using(read_acts(path)):
        [act] = [act for act in catalogue.acts() if act.key == "kz/law/2011-07-22/477-IV"]
        assert dict(act.titles) == {"ru": "О переселении"}
        assert len(catalogue.by_title("О миграции населения")) == 1
    assert len(catalogue.by_title("О миграции населения")) == 2


def test_command_line(own: Path, tmp_path: Path) -> None:
    lines = CliRunner().invoke(app, ["tag", "--only", "acts", "--acts", str(own)], input="По ЗСТ\n").stdout
    assert [one["value"] for one in json.loads(lines)["findings"]] == [GARDENS]
    source = tmp_path / "paper.txt"
    source.write_bytes(paper("По ст. 7 ЗСТ и приказу от 5 февраля 2016 года № 17 поливают ночью."))
    result = CliRunner().invoke(app, ["acts", "--json", "--acts", str(own), str(source)])
    assert GARDENS in [json.loads(line)["key"] for line in result.stdout.splitlines()]
    result = CliRunner().invoke(app, ["extract", "--acts", str(own), str(source)])
    assert GARDENS in [act["register_key"] for act in json.loads(result.stdout)["acts"]]


LAW = '[[acts]]\ntype = "law"\ndate = "2014-03-03"\ntitle.ru = "О садах"\n'


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        ("[[acts]\n", "is not TOML"),
        ("", r"has no \[\[acts\]\] tables"),
        ('acts = ["О садах"]', r"has no \[\[acts\]\] tables"),
        (LAW.replace("law", "lex"), "act 1: type must be one of .*law"),
        (LAW.replace('type = "law"\n', ""), "act 1: type must be one of"),
        (LAW.replace("2014-03-03", "2014-02-30"), "act 1: date must be the day of adoption"),
        (LAW.replace('"2014-03-03"', "2014-03-03"), "act 1: date must be a string in quotation marks"),
        (LAW.replace("title.ru", "titel.ru"), "act 1: there is no field 'titel'; the fields are .*title"),
        (LAW.replace('title.ru = "О садах"\n', ""), "act 1: title must be given in one language at least"),
        (LAW.replace("title.ru", "title.de"), "act 1: title must be given in one language at least"),
        (LAW.replace('"О садах"', '""'), "act 1: title must be given"),
        (LAW + 'abbr.ru = "ЗС"', "act 1: abbr must be lists of strings"),
        (LAW + "articles = [30, 1]", "act 1: articles must be the first and the last article"),
        (LAW + "articles = 30", "act 1: articles must be the first and the last article"),
        (LAW + 'until = "1 мая 2020"', "act 1: until must be a day, a month or a year"),
        (LAW + 'code = "gardens"', "act 1: code must be one of .*labour"),
        (LAW + "number = 176", "act 1: number must be a string in quotation marks"),
        (LAW + LAW, "act 2: the key kz/law/2014-03-03 is there already"),
        (
            LAW + 'abbr.ru = ["ЗС"]\n' + LAW.replace("03-03", "03-04") + 'abbr.kk = ["ЗС"]',
            "act 2: 'ЗС' is the abbreviation of another act already",
        ),
    ],
)
def test_a_malformed_file_is_told(tmp_path: Path, content: str, trouble: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OptionError, match=rf"own\.toml.*{trouble}"):
        multilex.Extractor(acts=path)


def test_unreadable_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot be read: No such file"):
        multilex.Extractor(acts=tmp_path / "none.toml")
    (tmp_path / "old.toml").write_bytes(LAW.encode("cp1251"))
    with pytest.raises(OptionError, match="is not UTF-8 text"):
        multilex.tag("a", acts=tmp_path / "old.toml")
    result = CliRunner().invoke(app, ["extract", "--acts", str(tmp_path / "none.toml"), "-"], input="a")
    assert isinstance(result.exception, OptionError)


def test_a_byte_order_mark_does_no_harm(own: Path) -> None:
    own.write_text(OWN, encoding="utf-8-sig")
    assert [act.key for act in read_acts(own)] == [GARDENS, WATERING]
