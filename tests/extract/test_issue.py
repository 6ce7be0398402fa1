"""Journal and issue: what running heads, covers and the lines above titles say."""

import pytest

import multilex
from multilex.extract.issue import find_parts, patterns
from multilex.packs import table
from multilex.record import Record
from tests.conftest import ROOT

RULES = [(name, example) for name in ("number", "volume", "year") for example in table("issue")[name]["examples"]]
MISSES = [(name, miss) for name in ("number", "volume", "year") for miss in table("issue")[name]["near_misses"]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ХАБАРШЫ № 4 (25) - 2024", {"number": "4 (25)", "year": "2024"}),
        ("Вестник университета. 2019. Т. 5, № 2", {"number": "2", "volume": "5", "year": "2019"}),
        ("Steppe Review, Volume 6, Issue 1 (2025)", {"number": "1", "volume": "6", "year": "2025"}),
        ("81-том, № 3", {"number": "3", "volume": "81"}),
        ("2025/3(81)", {"number": "3(81)", "year": "2025"}),
        ("№ 1-2 (40) 2013", {"number": "1-2 (40)", "year": "2013"}),
        ("N 2 (18)", {"number": "2 (18)"}),
        ("№ 3", {"number": "3"}),
        ("Астана - 2024", {}),
        ("Закон № 2512 от 1995 года", {}),
        ("куәлік № 14139-Ж, 2014 ж.", {}),
        ("В 2020 году выросло на 3 (4) процента", {}),
    ],
)
def test_parts_of_a_line(line: str, said: dict[str, str]) -> None:
    assert {name: line[start:end] for name, (start, end) in find_parts(line).items()} == said


@pytest.mark.parametrize(("name", "example"), RULES)
def test_every_rule_takes_its_examples(name: str, example: str) -> None:
    assert any(pattern.search(example) for pattern in patterns(name))


@pytest.mark.parametrize(("name", "miss"), MISSES)
def test_no_rule_takes_its_near_misses(name: str, miss: str) -> None:
    assert not any(pattern.search(miss) for pattern in patterns(name))


SAID = {
    "heating-ru": (["Энергия и среда. Научно-технический журнал", "Энергия және орта"], None, "4 (36)", "2023"),
    "law-ru": (["Дала құқық хабаршысы", "Вестник степного права. Серия «Частное право»"], None, "2 (18)", "2025"),
    "pedagogy-kk": (["«Ұстаз әлемі» ғылыми-педагогикалық журналы"], None, "3 (27)", "2024"),
    "tourism-en": (
        ["Steppe Economic Review", "Дала экономикалық шолуы", "Степное экономическое обозрение"],
        "6",
        "1",
        "2025",
    ),
    "issue": (["Дала ғылым жинағы", "Степной научный сборник", "Steppe Collection of Papers"], None, "1 (1)", "2025"),
}


@pytest.mark.parametrize("name", sorted(SAID))
def test_the_samples_say_where_they_appeared(name: str) -> None:
    record: Record = multilex.extract(ROOT / f"samples/{name}.pdf")[0]
    issue, (journals, volume, number, year) = record.issue, SAID[name]
    assert sorted(str(one.value) for one in issue.journals) == sorted(journals)
    assert [one and one.value for one in (issue.volume, issue.number, issue.year)] == [volume, number, year]
    assert len(issue.issns) == 1


def test_a_value_stands_where_it_says() -> None:
    document = multilex.read(ROOT / "samples/law-ru.pdf")
    issue = multilex.extract(document)[0].issue
    values = [*issue.journals, *issue.issns, issue.year, issue.number]
    assert len(values) == 5
    for value in values:
        assert value is not None
        assert document.text[value.span[0] : value.span[1]] == value.text
        assert value.places[0].box is not None


def test_the_title_as_a_running_head_is_no_journal() -> None:
    page = "Журнал учёта воды\n\nУДК 556.5\n\nЖурнал учёта воды\n\nА.Б. Орлова\n\nАннотация. Вода.\n\f"
    [record] = multilex.Extractor(papers_only=True).extract((page + "Журнал учёта воды\n\nТекст.\n\f" * 3).encode())
    assert record.issue.journals == ()


def test_nothing_printed_is_nothing_found() -> None:
    [record] = multilex.extract("УДК 341.2\n\nПраво реки\n\nКлючевые слова: реки, право".encode())
    assert record.issue == type(record.issue)()
