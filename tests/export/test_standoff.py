"""TEI, JSON-LD, web annotations and DocBin: valid, read back, and true to the text."""

import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from spacy.tokens import DocBin
from tests.export.papers import SAMPLES, hostile, sample

import multilex
from multilex.engines.spacy_pipes import blank
from multilex.record import Record

EVERY = [(name, ending) for name in SAMPLES for ending in ("txt", "pdf")]
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def written(records: list[Record], format: str) -> bytes:
    stream = io.BytesIO()
    multilex.write(records, stream, format=format)
    return stream.getvalue()


@pytest.fixture(scope="session")
def dtd() -> etree.DTD:
    packed = Path(__file__).parent / "schemas/tei_corpus.dtd.gz"
    return etree.DTD(io.BytesIO(gzip.decompress(packed.read_bytes())))


def tei(record: Record) -> Any:
    return etree.fromstring(written([record], "tei"), etree.XMLParser(load_dtd=False, no_network=True))


class TestTei:
    @pytest.mark.parametrize(("name", "ending"), EVERY)
    def test_samples_are_valid_and_links_lead_somewhere(self, name: str, ending: str, dtd: etree.DTD) -> None:
        for record in sample(name, ending):
            root = tei(record)
            assert dtd.validate(root), dtd.error_log
            known = {f"#{one.get(XML_ID)}" for one in root.iter() if one.get(XML_ID)}
            targets = [part for one in root.iter("{*}ref") for part in one.get("target").split()]
            assert targets
            assert {one for one in targets if one.startswith("#")} <= known

    def test_papers_of_the_corpus_are_valid(self, corpus: Path, dtd: etree.DTD) -> None:
        paths = sorted(corpus.glob("papers/*.txt")) + sorted(corpus.glob("kazutb/*.txt"))[::24]
        records = [record for path in paths for record in multilex.Extractor(papers_only=True).extract(path)]
        assert len(records) > 5
        for record in records:
            assert dtd.validate(tei(record)), (record.source.file, dtd.error_log)

    @pytest.mark.filterwarnings("ignore::multilex.errors.ExportWarning")
    def test_hostile_text_is_well_formed(self, dtd: etree.DTD) -> None:
        assert dtd.validate(tei(hostile())), dtd.error_log

    def test_the_dtd_bites(self, dtd: etree.DTD) -> None:
        for tag in ("fileDesc", "monogr", "imprint"):
            root = tei(sample("law-ru")[0])
            part = next(root.iter(f"{{*}}{tag}"))
            part.getparent().remove(part)
            assert not dtd.validate(root), tag

    def test_references_are_parted_and_keep_their_print(self) -> None:
        [record] = sample("law-ru")
        works = list(tei(record).iter("{*}biblStruct"))[1:]
        raw = [one.text for work in works for one in work.iter("{*}note")]
        assert sorted(raw) == sorted(" ".join((i.value or "").split()) for one in record.references for i in one.items)
        assert works[0].findtext(".//{*}surname") == "Абильмажинов"


class TestJsonLd:
    @pytest.mark.parametrize(("name", "ending"), EVERY)
    def test_an_article_of_schema_org(self, name: str, ending: str) -> None:
        for record in sample(name, ending):
            article = json.loads(written([record], "jsonld"))
            assert (article["@context"], article["@type"]) == ("https://schema.org", "ScholarlyArticle")
            assert [one["@language"] for one in article["name"]] == [title.lang for title in record.titles]
            assert [one["codeValue"] for one in article["about"]] == [
                code.value for code in record.codes if code.scheme in ("UDC", "IRSTI", "JEL") and code.value
            ]
            assert "null" not in written([record], "jsonld").decode()

    def test_acts_are_mentioned_with_their_address(self) -> None:
        mentions = json.loads(written(sample("law-ru"), "jsonld"))["mentions"]
        [code] = [one for one in mentions if one.get("legislationIdentifier") == "414-V"]
        assert code["url"] == "https://adilet.zan.kz/rus/docs/K1500000414"
        assert code["legislationDate"] == "2015-11-23"


class TestAnnotations:
    @pytest.mark.parametrize(("name", "ending"), EVERY)
    def test_every_quotation_stands_at_its_position(self, name: str, ending: str) -> None:
        records = sample(name, ending)
        path = f"samples/{name}.{ending}"
        document = multilex.read(Path(__file__).parents[2] / path)
        lines = written(records, "annotations").decode().splitlines()
        assert len(lines) > 40
        for line in lines:
            position, quotation = json.loads(line)["target"]["selector"]
            start, end = position["start"], position["end"]
            assert document.text[start:end] == quotation["exact"]
            assert document.text[:start].endswith(quotation["prefix"].rsplit("\n", 1)[-1])

    def test_identifiers_are_unique(self) -> None:
        lines = written(sample("law-ru"), "annotations").decode().splitlines()
        assert len({json.loads(line)["id"] for line in lines}) == len(lines)

    def test_citations_and_acts_lead_to_what_they_mean(self) -> None:
        [record] = sample("law-ru")
        lines = [json.loads(line) for line in written([record], "annotations").decode().splitlines()]
        sources = {one["body"]["source"] for one in lines if one["motivation"] == "linking"}
        assert f"urn:multilex:{record.id}:original:1" in sources
        assert "/akn/kz/act/code/2015-11-23/414-V" in sources


def test_a_docbin_is_read_back_by_spacy() -> None:
    records = sample("law-ru") + sample("pedagogy-kk")
    docs = list(DocBin().from_bytes(written(records, "docbin")).get_docs(blank("xx").vocab))
    assert [doc.user_data["record"] for doc in docs] == [record.id for record in records]
    assert [len(doc.spans["multilex_blocks"]) for doc in docs] == [len(record.blocks) for record in records]
