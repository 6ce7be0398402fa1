"""Word files: what the reader of the printed page sees, in its order."""

import io
import zipfile

import pytest
from tests.read.word_files import note, notes, p, r, table, word

import multilex
from multilex.document import Document
from multilex.errors import DamagedInputError, EmptyInputError, MissingEngineError, UnsupportedInputError
from multilex.layout.conservation import unaccounted
from multilex.vocabulary import BlockKind, MarkKind

pytest.importorskip("docx", reason="python-docx is not installed (the extra docx)")

RAISED, LOWERED = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'


def read(body: str, **parts: str) -> Document:
    document = multilex.read(word(body, **parts), name="paper.docx")
    assert not unaccounted(document)
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [text for _, text in blocks(document)]


def test_a_paragraph_is_a_block_whatever_its_runs() -> None:
    assert texts(read(p("Право на ", r("отдых", "<w:b/>"), " и труд") + p() + p("Второй абзац"))) == [
        "Право на отдых и труд",
        "Второй абзац",
    ]


def test_raised_digits_never_run_into_numbers() -> None:
    document = read(p("Ермагулова С.К.", r("1*", RAISED), ", CO", r("2", LOWERED), ", № 961", r("2", RAISED)))
    assert texts(document) == ["Ермагулова С.К.¹*, CO2, № 961²"]
    kinds = [(document.text[mark.start : mark.end], mark.kind) for mark in document.marks]
    assert kinds == [("¹*", MarkKind.SUPERSCRIPT), ("2", MarkKind.SUBSCRIPT), ("²", MarkKind.SUPERSCRIPT)]


def test_footnotes_follow_the_paragraph_that_calls_them() -> None:
    body = p("Первый", note(3), " и второй", note(2), ".") + p("Дальше.")
    assert blocks(read(body, footnotes=notes(p("О праве."), p("О труде.")))) == [
        ("paragraph", "Первый¹ и второй²."),
        ("footnote", "¹О труде."),
        ("footnote", "²О праве."),
        ("paragraph", "Дальше."),
    ]


def test_endnotes_stand_at_the_end() -> None:
    body = p("Первый", note(2, "endnote"), ".") + p("Дальше.")
    assert blocks(read(body, endnotes=notes(p("О праве."), kind="endnote")))[-1] == ("footnote", "¹О праве.")


def test_tracked_changes_are_read_as_accepted() -> None:
    body = p(
        "Срок ",
        '<w:del w:id="1"><w:r><w:delText>пять</w:delText></w:r></w:del>',
        f'<w:ins w:id="2">{r("десять")}</w:ins>',
        f'<w:moveFrom w:id="3">{r(" лет")}</w:moveFrom>',
        " дней",
    )
    assert texts(read(body)) == ["Срок десять дней"]


def test_fields_links_and_hidden_text() -> None:
    body = p(
        '<w:r><w:instrText>HYPERLINK "https://example.org"</w:instrText></w:r>',
        f"<w:hyperlink>{r('пример')}</w:hyperlink>",
        r("скрыто", "<w:vanish/>"),
        "<w:r><w:t>соци</w:t><w:softHyphen/><w:t>ально</w:t><w:noBreakHyphen/><w:t>правовой</w:t></w:r>",
    )
    assert texts(read(body)) == ["примерсоциально-правовой"]


def test_line_breaks_end_printed_lines() -> None:
    assert texts(read(p("<w:r><w:t>УДК 341.2</w:t><w:br/><w:t>МРНТИ 10.87.27</w:t></w:r>"))) == [
        "УДК 341.2",
        "МРНТИ 10.87.27",
    ]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('В рамке')}</w:txbxContent>"
    choices = f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    run = f"<w:r><mc:AlternateContent>{choices}</mc:AlternateContent></w:r>"
    assert texts(read(p("Абзац", run) + p("Дальше"))) == ["Абзац", "В рамке", "Дальше"]


def test_tables_are_blocks_with_a_line_per_row() -> None:
    found = blocks(read(p("До") + table(("Год", "Доля"), ("2023", "0,41")) + p("После")))
    assert found == [("paragraph", "До"), ("table", "Год\tДоля\n2023\t0,41"), ("paragraph", "После")]


def test_cells_keep_their_columns() -> None:
    rows = (
        f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Тонн", "<w:r><w:br/></w:r>", "в год")}</w:tc>'
        f"<w:tc>{p('Итого')}</w:tc>",
        f"<w:tc>{p('2020')}</w:tc><w:tc>{p('2021')}</w:tc><w:tc>{p('')}</w:tc>",
        f"<w:tc>{p('5,1')}</w:tc><w:tc>{p('6,2')}</w:tc><w:tc>{p('11,3')}</w:tc>",
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert blocks(read(body)) == [("table", "Тонн в год\t\tИтого\n2020\t2021\t\n5,1\t6,2\t11,3")]


def test_a_table_that_arranges_prose_is_no_table() -> None:
    prose = "Слово за словом идёт текст статьи, который верстальщик поставил в ячейку. " * 6
    assert [kind for kind, _ in blocks(read(table(("УДК 341.2", prose), ("", "Ключевые слова: право"))))] == [
        "paragraph"
    ] * 3


def test_a_table_with_a_caption_is_one_however_long_its_cells() -> None:
    prose = "Слово за словом идёт текст ячейки, который автор написал в таблице своей статьи. " * 6
    body = p("Таблица 1 – Обзор законов") + table(("Закон", "Содержание"), ("О труде", prose))
    assert [kind for kind, _ in blocks(read(body))] == ["paragraph", "table"]


NUMBERING = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
"""


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_lists_have_the_numbers_that_word_prints() -> None:
    items = [
        ("Один", 1, 0),
        ("Два", 1, 0),
        ("Глубже", 1, 1),
        ("Ещё", 1, 1),
        ("Три", 1, 0),
        ("Заново", 2, 0),
        ("Точка", 3, 0),
    ]
    body = "".join(item(*one) for one in items) + item("Дальше", 1)
    assert texts(read(body, numbering=NUMBERING)) == [
        "1. Один",
        "2. Два",
        "2.i) Глубже",
        "2.ii) Ещё",
        "3. Три",
        "5. Заново",
        "• Точка",
        "4. Дальше",
    ]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1">
  <w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Раздел"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="character" w:styleId="c"><w:name w:val="Знак"/><w:rPr><w:i/></w:rPr></w:style>
"""


def test_styles_tell_headings_and_typography_by_inheritance() -> None:
    body = p("Введение", style="b") + p(r("курсив", '<w:rStyle w:val="c"/>'), r(" прямо"))
    document = read(body, styles=STYLES)
    assert blocks(document) == [("heading", "Введение"), ("paragraph", "курсив прямо")]
    assert document.blocks[0].style.bold
    assert [(document.text[m.start : m.end], m.kind) for m in document.marks][1:] == [("курсив", MarkKind.ITALIC)]


def test_running_heads_stand_once() -> None:
    document = read(p("Текст"), header1=p("Дала құқық хабаршысы № 2 (18), 2025"))
    assert blocks(document) == [("running_head", "Дала құқық хабаршысы № 2 (18), 2025"), ("paragraph", "Текст")]


def test_formulas_keep_their_letters() -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    assert texts(read(p("Пусть ", f"<m:oMath {math}><m:r><m:t>a = b</m:t></m:r></m:oMath>"))) == ["Пусть a = b"]


def packed(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in files.items():
            container.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (word(p("Текст"))[:200], DamagedInputError, "the file is damaged"),
        (packed(a_xml=b"<a/>"), UnsupportedInputError, "something else than a Word file"),
        (word(p()), EmptyInputError, "there is no text in it"),
        (packed(**{"[Content_Types]_xml": b"<x", "word__document_xml": b"<x"}), DamagedInputError, "is damaged"),
    ],
)
def test_what_is_no_word_file_is_told(data: bytes, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        multilex.read(data, name="paper.docx")


def test_a_bomb_is_not_opened() -> None:
    bomb = packed(**{"[Content_Types]_xml": b"<Types/>", "word__document_xml": b"0" * 60_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(DamagedInputError, match="no paper does; it was not opened"):
        multilex.read(bomb, name="bomb.docx")


def test_entities_are_not_expanded(tmp_path: object) -> None:
    secret = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "bbbb">]>'
    good = word(p("Текст &b;"))
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"?>", b"?>" + secret.encode(), 1)
            new.writestr(name, content)
    document = multilex.read(data.getvalue(), name="paper.docx")
    assert "bbbb" not in document.text


@pytest.mark.parametrize("levels", [60, 300])
def test_deep_nesting_ends_well_or_with_a_word(levels: int) -> None:
    deep = p("Дно")
    for _ in range(levels):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    data = word(p("Верх") + deep)
    if levels < 100:
        assert multilex.read(data).text.split() == ["Верх", "Дно"]
    else:
        with pytest.raises(DamagedInputError, match="is damaged"):
            multilex.read(data)


def test_without_python_docx_the_message_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for name in [one for one in sys.modules if one == "docx" or one.startswith(("docx.", "multilex.engines.word"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingEngineError, match=r'pip install "multilex\[docx\]"'):
        multilex.read(word(p("Текст")), name="paper.docx")


def test_a_word_paper_gives_a_whole_record() -> None:
    body = (
        p("УДК 341.2")
        + p("С.К. Ермагулова", r("1", RAISED), properties='<w:jc w:val="center"/>')
        + p(r("1", RAISED), "Степной университет, Караганда")
        + p("ПРАВО НА ОТДЫХ", properties='<w:jc w:val="center"/>')
        + p(r("Аннотация. ", "<w:b/>"), "В статье исследуется право на отдых и его пределы.")
        + p(r("Ключевые слова: ", "<w:b/>"), "право, отдых")
        + p("Введение", style="1")
        + p("Право на отдых описано [1]", note(2), ".")
        + p("Список литературы", style="1")
        + item("Орлова А.Б. Право. – Алматы: Дала, 2019. – 10 с.", 1)
        + item("Латышев П.О. Труд. – Астана: Дала, 2020. – 20 с.", 1)
    )
    parts = {"styles": STYLES, "numbering": NUMBERING, "footnotes": notes(p("О праве."))}
    [record] = multilex.extract(word(body, **parts), name="paper.docx")
    assert record.source.kind == "docx"
    assert record.engines["characters"].startswith("python-docx")
    assert [title.value for title in record.titles] == ["ПРАВО НА ОТДЫХ"]
    assert [(author.value, author.marks) for author in record.authors] == [("С.К. Ермагулова", ("1",))]
    assert [item.number for one in record.references for item in one.items] == [1, 2]
    assert [one.targets for one in record.citations] == [("original:1",)]
    assert [(one.number, one.value, len(one.callouts)) for one in record.footnotes] == [("1", "О праве.", 1)]
    assert not [block for block in multilex.read(word(body, **parts)).blocks if block.kind is BlockKind.RUNNING_HEAD]
