"""HTML pages: the article in them, with its typography; menus, scripts and forms are none of it."""

import pytest

import multilex
from multilex.document import Document
from multilex.errors import EmptyInputError
from multilex.layout.conservation import unaccounted


def read(body: str, head: str = "") -> Document:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    document = multilex.read(page.encode(), name="page.html")
    assert not unaccounted(document)
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>Право</h1><p>Один\n абзац</p>", [("heading", "Право"), ("paragraph", "Один абзац")]),
        ("<div>Лист<p>Внутри</p>хвост</div>", [("paragraph", "Лист"), ("paragraph", "Внутри"), ("paragraph", "хвост")]),
        ("УДК 341.2<br>МРНТИ 10.87.27", [("paragraph", "УДК 341.2"), ("paragraph", "МРНТИ 10.87.27")]),
        ("<p>А.Б. Орлова<sup>1,2</sup>, CO<sub>2</sub></p>", [("paragraph", "А.Б. Орлова¹,², CO2")]),
        ("<nav>Главная</nav><p>Текст</p><script>x=1</script><form>Поиск</form>", [("paragraph", "Текст")]),
        ("<ol><li>Первый</li><li>Второй</li></ol>", [("paragraph", "Первый"), ("paragraph", "Второй")]),
        (
            "<table><tr><th>Год</th><td>Доля</td></tr><tr><td>2023</td><td>0,41</td></tr></table>",
            [("table", "Год\tДоля\n2023\t0,41")],
        ),
        (
            "<table><caption>Таблица 1. Урожай</caption><tr><th rowspan=2>Культура<th colspan=2>Тонн</tr>"
            "<tr><th>2020<th>2021</tr><tr><td>Рис<td>5,1<td>6,2</tr></table>",
            [("paragraph", "Таблица 1. Урожай"), ("table", "Культура\tТонн\t\n\t2020\t2021\nРис\t5,1\t6,2")],
        ),
        ("<p>Право<a href='#fn1'><sup>1</sup></a>.</p><div id='fn1'><p>1. О праве.</p></div>",
         [("paragraph", "Право¹."), ("footnote", "¹О праве.")]),
        ("<p>соци&shy;ально&nbsp;&laquo;право&raquo;</p>", [("paragraph", "социально «право»")]),
    ],
)  # fmt: skip
def test_blocks(body: str, said: list[tuple[str, str]]) -> None:
    assert blocks(read(body)) == said


def test_the_encoding_is_what_the_page_says() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Право әділет</p></body></html>'
    assert multilex.read(page.encode("cp1251", "xmlcharrefreplace"), name="a.html").text == "Право әділет"
    assert multilex.read("<html><body><p>Право</p></body></html>".encode("cp1251"), name="a.html").text == "Право"


def test_an_empty_page_is_told() -> None:
    with pytest.raises(EmptyInputError, match="there is no text in it"):
        multilex.read(b"<html><body><script>1</script></body></html>", name="a.html")


def test_deep_nesting_and_broken_tags_end() -> None:
    assert multilex.read(("<html><body>Верх" + "<div>" * 5000 + "Дно").encode(), name="a.html").text.startswith("Верх")
    assert "Текст" in multilex.read("<html><p <b>Текст</i></html".encode(), name="a.html").text


def test_text_with_a_tag_is_text() -> None:
    assert multilex.read(b"<b>Title</b>\n\nText", name="a.txt").source.kind == "text"


@pytest.mark.parametrize("said", ["utf", "utf-16", "rot13", "undefined", "punycode", "bz2", "nonsense", "utf-8"])
def test_an_encoding_that_the_page_is_not_in_does_not_matter(said: str) -> None:
    page = f"<html><head><meta charset={said}></head><body><p>Салық құқығы</p></body></html>"
    assert multilex.read(page.encode()).text.strip() == "Салық құқығы"
