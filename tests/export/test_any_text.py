"""Whatever letters a paper holds, every format stays readable, and works come back from where they went."""

import io
import json
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from tests.export.papers import COMPLETE, sample

import multilex
from multilex.export import formats
from multilex.record import Record

TRAPS = ["𝔘", "]]>", "<a & b>", "\x00\x01", "\u2028\u2029\x85", "\u202eabc", "a\tb\r\nc", "\\input{x}", "{%}"]
TRAPS += ['"";,', "\ufffe\uffff"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40) | st.sampled_from(TRAPS)


def with_text(text: str) -> Record:
    """A record that says this in title, abstract, keyword, name, heading, reference and footnote."""
    [record] = sample("law-ru")
    said = {"value": text, "text": text}
    title = record.titles[0].model_copy(update=said)
    abstract = record.abstracts[0].model_copy(update=said)
    keywords = record.keywords[0]
    first = keywords.items[0].model_copy(update=said)
    author = record.authors[0].model_copy(update={**said, "family": text, "given": text})
    references = record.references[0]
    items = references.items
    item = items[0].model_copy(update={**said, "fields": None})
    note = record.footnotes[0].model_copy(update=said)
    return record.model_copy(
        update={
            "titles": (title, *record.titles[1:]),
            "abstracts": (abstract, *record.abstracts[1:]),
            "keywords": (keywords.model_copy(update={"items": (first, *keywords.items[1:])}), *record.keywords[1:]),
            "authors": (author, *record.authors[1:]),
            "references": (
                record.references[0].model_copy(update={"items": (item, *items[1:])}),
                *record.references[1:],
            ),
            "footnotes": (note, *record.footnotes[1:]),
        }
    )


def written(record: Record, format: str) -> bytes:
    stream = io.BytesIO()
    multilex.write([record], stream, format=format, settings=COMPLETE, force=True)
    return stream.getvalue()


XML = [name for name, one in formats().items() if one.SUFFIX.endswith(".xml") or name == "tmx"]
LINES = ["jsonl", "annotations"]
CALM = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.filterwarnings("ignore::multilex.errors.ExportWarning")
class TestAnyText:
    @pytest.mark.parametrize("format", XML)
    @given(text=TEXT)
    @CALM
    def test_xml_is_well_formed(self, format: str, text: str) -> None:
        etree.fromstring(written(with_text(text), format))

    @pytest.mark.parametrize("format", LINES)
    @given(text=TEXT)
    @CALM
    def test_a_line_is_an_object(self, format: str, text: str) -> None:
        for line in io.TextIOWrapper(io.BytesIO(written(with_text(text), format)), "utf-8", newline="\n"):
            assert isinstance(json.loads(line), dict)

    @given(text=TEXT)
    @CALM
    def test_json_comes_back_whole(self, text: str) -> None:
        record = with_text(text)
        assert Record.from_json(written(record, "jsonl").decode()) == record

    @given(text=TEXT)
    @CALM
    def test_tsv_has_the_same_columns_in_every_line(self, text: str) -> None:
        lines = written(with_text(text), "tsv").decode().rstrip("\n").split("\n")
        assert {line.count("\t") for line in lines} == {lines[0].count("\t")}

    @given(text=TEXT)
    @CALM
    def test_the_page_says_it_as_text(self, text: str) -> None:
        page = html.document_fromstring(written(with_text(text), "html"))
        assert page.xpath("//script | //a[not(@href)]") == []

    @given(text=TEXT)
    @CALM
    def test_sqlite_keeps_it(self, text: str) -> None:
        database = sqlite3.connect(":memory:")
        database.deserialize(written(with_text(text), "sqlite"))
        assert (text,) in database.execute("SELECT text FROM texts WHERE field = 'title'").fetchall()
        database.close()


KEPT = ("title", "container-title", "volume", "issue", "page", "publisher", "DOI", "URL")


def fields(item: dict[str, Any]) -> dict[str, Any]:
    """What CSL and BibLaTeX both say of a work."""
    names = [{key: one.get(key) for key in ("family", "given")} for one in item.get("author", []) if one.get("family")]
    date = item.get("issued", {}).get("date-parts", [[None]])[0][0]
    kept = {
        key: item.get(key) for key in ("title", "container-title", "volume", "issue", "page", "publisher", "DOI", "URL")
    }
    return {**{key: value for key, value in kept.items() if value}, "author": names, "year": str(date or "")}


def from_biblatex(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The works of a BibLaTeX file as CSL, read by pybtex."""
    from pybtex.database import parse_string

    back = {"journaltitle": "container-title", "booktitle": "container-title", "institution": "publisher", "url": "URL"}
    back |= {"doi": "DOI", "title": "title", "volume": "volume", "publisher": "publisher", "pages": "page"}
    for key, entry in parse_string(text, "bibtex").entries.items():
        item: dict[str, Any] = {back[name]: plain(value) for name, value in entry.fields.items() if name in back}
        if entry.type == "article" and "number" in entry.fields:
            item["issue"] = plain(entry.fields["number"])
        if "page" in item:
            item["page"] = item["page"].replace("--", "-")
        people = entry.persons.get("author", [])
        item["author"] = [name(one) for one in people if one.first_names]
        item["issued"] = {"date-parts": [[entry.fields.get("date", "")[:4]]]}
        yield key, item


def name(person: Any) -> dict[str, str]:
    family, given_ = person.prelast_names + person.last_names, person.first_names + person.middle_names
    return {"family": plain(" ".join(family)), "given": plain(" ".join(given_))}


def plain(text: str) -> str:
    return text.replace("\\", "").replace("{", "").replace("}", "")


@pytest.mark.parametrize("name", ["law-ru", "heating-ru", "pedagogy-kk", "tourism-en"])
def test_works_come_back_from_biblatex(name: str) -> None:
    [record] = sample(name)
    csl = {item["id"]: item for item in json.loads(written(record, "csl-json"))}
    back = dict(from_biblatex(written(record, "biblatex").decode()))
    articles = {key for key, item in csl.items() if item["type"] == "article-journal"}
    assert len(articles) >= 3
    assert set(back) == set(csl)
    for key in articles:
        assert fields(back[key]) == fields(csl[key]), key
