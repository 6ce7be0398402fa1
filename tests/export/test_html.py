"""The HTML of records and documents: complete, escaped, on its own."""

import io
from typing import Any

import pytest
from lxml import html
from tests.conftest import ROOT
from tests.export.papers import tabled

import multilex
from multilex.record import Record


def parsed(text: str) -> Any:
    return html.document_fromstring(text)


def page_of(record: Record) -> Any:
    stream = io.BytesIO()
    multilex.write([record], stream, format="html")
    return parsed(stream.getvalue().decode("utf-8"))


@pytest.fixture(scope="module")
def record() -> Record:
    return multilex.extract(ROOT / "samples/law-ru.txt")[0]


def text_of(page: Any, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in page.xpath(path)]


def test_the_header_stands_side_by_side_in_three_languages(record: Record) -> None:
    page = page_of(record)
    table = page.xpath("//table")[0]
    assert text_of(table, "./thead//th") == ["", "kk", "ru", "en"]
    assert text_of(table, "./tbody//th") == ["titles", "authors", "affiliations", "abstracts", "keywords"]
    titles = {title.lang: title.value for title in record.titles}
    assert text_of(table, "./tbody/tr[1]/td") == [titles["kk"], titles["ru"], titles["en"]]


def test_everything_found_is_on_the_page(record: Record) -> None:
    page = page_of(record)
    text = " ".join(page.text_content().split())
    values = [code.value for code in record.codes]
    values += [section.heading.value for section in record.sections if section.heading]
    values += [item.value for references in record.references for item in references.items]
    values += [note.message for note in record.notes]
    assert len(values) > 25
    assert [value for value in values if value and " ".join(value.split()) not in text] == []


def test_a_table_is_a_table_and_a_figure_a_figure() -> None:
    page = page_of(tabled())
    [table] = page.xpath("//table[caption]")
    assert text_of(table, "./caption") == ["Таблица 1 – Урожай по годам"]
    assert text_of(table, ".//td") == ["Культура", "Тонн [1]", "Рис & просо", "5,1"]
    assert table.xpath(".//td//a/@href") == ["#original:1"]
    assert text_of(page, "//figure/figcaption") == ["Рисунок 2. Схема опыта"]
    assert [one for one in text_of(page, "//p") if "Урожай по годам" in one] == []


def test_each_link_within_the_page_leads_somewhere(record: Record) -> None:
    page = page_of(record)
    targets = [link.removeprefix("#") for link in page.xpath("//a/@href") if link.startswith("#")]
    ids = page.xpath("//@id")
    assert {"original:1", "mention-1", "act-1"} <= set(targets) <= set(ids)
    assert len(ids) == len(set(ids))


def test_each_mention_of_an_act_leads_to_the_register_in_the_language_of_the_paper(record: Record) -> None:
    page = page_of(record)
    links = {link.get("id"): link for link in page.xpath("//a[@class='act']")}
    assert len(links) == len(record.acts) > 12
    for source in record.legal_sources:
        for index in source.mentions:
            link = links[f"mention-{index}"]
            assert " ".join(link.text_content().split()) == " ".join(record.acts[index].text.split())
            assert link.get("title") == source.key
            assert link.get("href") == source.links.get("ru", f"#{source.id}")
            assert source.links == {} or link.get("rel") == "noopener noreferrer"


def test_the_acts_are_listed_with_their_ids_places_and_mentions(record: Record) -> None:
    row = page_of(record).xpath("//tr[@id='act-2']")[0]
    times, act, places = ([" ".join(line.split()) for line in cell.itertext()] for cell in row.xpath("./td"))
    assert " ".join(times).split() == ["4×", "1", "2", "3", "4"]
    assert act == ["Трудовой кодекс Республики Казахстан", "kz/code/2015-11-23/414-V · K1500000414"]
    assert places == ["article 138; article 138, paragraph 2"]


ACTS = (
    'УДК 342.7\n\nПраво\n\nАннотация. Рассматривается Закон РК «О "чаше" <b>» от 5 мая 2021 года № 30-VII.\n\n'
    "Ключевые слова: право\n\nВведение\n\nСм. Закон РК от 5 мая 2021 года № 30-VII <i>и</i> "
    "(URL: https://adilet.zan.kz/rus/docs/Z1100000477).\n"
)


def test_acts_in_the_abstract_and_remarks_on_them_are_there_too() -> None:
    record = multilex.extract(ACTS.encode())[0]
    for page in (page_of(record), parsed(record._repr_html_())):
        assert page.xpath("//b[text()='» от 5 мая 2021 года № 30-VII.'] | //i[text()='и']") == []
        assert len(page.xpath("//td//a[@class='act'][contains(@href, 'Z2100000030')]")) == 1
        assert [text for text in text_of(page, "//td/span[@class='warning']") if "Z1100000477" in text]


def test_a_gap_is_visible() -> None:
    text = "УДК 341.2\n\nМиграция населения\n\nАннотация. Статья о миграции.\n\nКлючевые слова: миграция, право"
    page = page_of(multilex.extract(text.encode())[0])
    abstracts = text_of(page, "//table[1]/tbody/tr[4]/td")
    assert abstracts[0] == abstracts[2] == "not in the paper"
    assert "Статья о миграции" in abstracts[1]


HOSTILE = "<script>alert(1)</script> & \"quoted\" <img src=x onerror='alert(2)'>"


def test_what_a_paper_says_is_text_and_never_markup() -> None:
    text = f"УДК 341.2\n\n{HOSTILE}\n\nАннотация. {HOSTILE}\n\nКлючевые слова: {HOSTILE}\n\nВведение\n\n{HOSTILE}"
    hostile = multilex.extract(text.encode(), name=f"{HOSTILE}.txt")[0]
    for page in (page_of(hostile), parsed(hostile._repr_html_())):
        assert "alert(1)" in page.text_content()
        assert page.xpath("//script | //img | //@onerror") == []
    document = parsed(multilex.read(text.encode(), name=HOSTILE)._repr_html_())
    assert "alert(1)" in document.text_content()
    assert document.xpath("//script | //img") == []


def test_the_page_asks_nothing_of_a_network(record: Record) -> None:
    page = page_of(record)
    assert page.xpath("//link | //script | //iframe | //@src") == []
    away = page.xpath("//*[@href][not(starts-with(@href, '#'))]")
    assert {(link.tag, link.get("rel"), link.get("target")) for link in away} == {
        ("a", "noopener noreferrer", "_blank")
    }
    assert "url(" not in page.xpath("string(//style)")


def test_a_notebook_shows_the_same_header_and_the_notes(record: Record) -> None:
    shown = parsed(record._repr_html_())
    assert text_of(shown, "//thead//th") == ["", "kk", "ru", "en"]
    assert [note.code.value for note in record.notes] == text_of(shown, "//li[@class]/b")


def test_a_notebook_lists_the_acts_without_ids_that_two_records_would_share(record: Record) -> None:
    shown = parsed(record._repr_html_())
    assert "kz/code/2015-11-23/414-V · K1500000414" in text_of(shown, "//td/span[@class='dim']")
    assert shown.xpath("//@id") == []
    assert [link for link in shown.xpath("//@href") if link.startswith("#")] == []


def test_a_notebook_shows_what_a_document_holds() -> None:
    document = multilex.read("Миграция\n\nнаселения".encode("cp1251"), name="a.txt")
    shown = parsed(document._repr_html_())
    assert text_of(shown, "//tr") == ["pages1", "characters19", "blocks2 paragraph"]
    assert text_of(shown, "//li[@class='warning']/b") == ["encoding-guessed"]
