"""Aligned text as TMX and TSV, and on the page."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from tests.conftest import ROOT
from tests.segment.papers import BODY, CODES, EN, KK, REFERENCES, RU, paper

import multilex
from multilex.errors import OptionError
from multilex.export._units import parse_pair, units
from multilex.record import Record

DTD = ROOT.parent / "shared" / "schemas" / "tmx" / "tmx14.dtd"


@pytest.fixture(scope="module")
def record() -> Record:
    short = RU.replace(" Наблюдения велись три года, пробы отбирались ежемесячно.", "")
    (found,) = multilex.extract(paper(CODES, KK, short, EN, BODY, REFERENCES).encode())
    return found


def written(record: Record, format: str) -> str:
    stream = io.BytesIO()
    multilex.write([record], stream, format=format)
    return stream.getvalue().decode()


class TestTmx:
    def test_it_is_valid(self, record: Record) -> None:
        if not DTD.is_file():
            pytest.skip(f"no TMX DTD at {DTD}")
        dtd = etree.DTD(str(DTD))
        assert dtd.validate(etree.fromstring(written(record, "tmx").encode())), dtd.error_log

    def test_a_unit_has_its_languages_and_where_it_comes_from(self, record: Record) -> None:
        tree = etree.fromstring(written(record, "tmx").encode())
        unit = tree.findall("body/tu")[1]
        segments = {
            each.get("{http://www.w3.org/XML/1998/namespace}lang"): each.findtext("seg") for each in unit.findall("tuv")
        }
        assert list(segments) == ["kk", "ru", "en"]
        assert (segments["en"] or "").startswith("The article looks at")
        facts = {each.get("type"): each.text for each in unit.findall("prop")}
        assert (facts["x-record"], facts["x-role"], facts["x-kind"]) == (record.id, "abstracts", "1:1:1")
        assert 0 < float(facts["x-score"] or 0) <= 1

    def test_what_one_language_alone_says_is_left_out(self, record: Record) -> None:
        tree = etree.fromstring(written(record, "tmx").encode())
        assert min(len(unit.findall("tuv")) for unit in tree.findall("body/tu")) == 2

    def test_translate_toolkit_reads_it(self, record: Record, tmp_path: Path) -> None:
        tmx = pytest.importorskip("translate.storage.tmx")
        path = tmp_path / "memory.tmx"
        path.write_text(written(record, "tmx"), encoding="utf-8")
        memory = tmx.tmxfile.parsefile(str(path))
        assert [str(unit.source) for unit in memory.units][-1] == "бақылау"
        assert [str(unit.target) for unit in memory.units][-1] == "контроль"

    def test_signs_that_xml_cannot_hold_are_replaced(self, record: Record) -> None:
        text = record.alignment.texts[0]
        spoilt = text.sentences["en"][0].model_copy(update={"text": "a\x00b & <c>"})
        texts = (text.model_copy(update={"sentences": {**text.sentences, "en": (spoilt,)}}),)
        alignment = record.alignment.model_copy(update={"texts": texts})
        tree = etree.fromstring(written(record.model_copy(update={"alignment": alignment}), "tmx").encode())
        assert "a\ufffdb & <c>" in [seg.text for seg in tree.iter("seg")]


class TestTsv:
    def test_gaps_stay_empty(self, record: Record) -> None:
        lines = list(csv.DictReader(io.StringIO(written(record, "tsv")), delimiter="\t", quoting=csv.QUOTE_NONE))
        sentences = [line for line in lines if line["role"] == "abstracts"]
        assert [(line["kind"], bool(line["ru"])) for line in sentences] == [("1:1:1", True), ("1:0:1", False)]
        assert [line["en"] for line in lines if line["role"] == "keywords"] == ["lake", "water quality", "control"]

    def test_spans_lead_to_the_text(self, record: Record) -> None:
        document = multilex.read(paper(CODES, KK, RU, EN, BODY, REFERENCES).encode())
        (whole,) = multilex.extract(document)
        for line in csv.DictReader(io.StringIO(written(whole, "tsv")), delimiter="\t", quoting=csv.QUOTE_NONE):
            for lang in ("kk", "ru", "en"):
                spans = [tuple(map(int, span.split("-"))) for span in line[f"{lang}_spans"].split()]
                printed = " ".join(" ".join(document.text[a:b].split()) for a, b in spans)
                assert printed == line[lang]


def test_a_pair_has_the_beads_of_two_languages_only(record: Record) -> None:
    beads = [unit for unit in units(record, ("ru", "en")) if unit.role == "abstracts"]
    assert [(unit.kind, list(unit.sides)) for unit in beads] == [("1:1", ["ru", "en"]), ("0:1", ["en"])]


@pytest.mark.parametrize("pair", ["kk", "kk-kk", "kk-de", "-", ""])
def test_a_pair_is_two_of_the_three_languages(pair: str) -> None:
    with pytest.raises(OptionError, match="as in kk-ru"):
        parse_pair(pair)


def test_partners_light_up_together_on_the_page(record: Record) -> None:
    shown: Any = html.fromstring(record.alignment._repr_html_())
    first = shown.xpath('//*[@data-row="0"]')
    assert [one.getparent().get("lang") for one in first] == ["kk", "ru", "en"]
    assert len(shown.xpath('//*[@data-row="1"]')) == 2
    assert '[data-row="1"]:hover' in shown.xpath("string(//style)")
    assert "mlx-aligned" in written(record, "html")


def test_a_shorter_language_is_noted(record: Record) -> None:
    (note,) = [note for note in record.notes if note.code == "shorter-in-language"]
    assert (note.lang, note.message) == ("ru", "the abstract in ru lacks 1 sentence that another language has")
