"""JATS: valid against the DTD, sound where the DTD does not look, and read back with all that it carries."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.export.papers import SAMPLES, hostile, sample, tabled

import multilex
from multilex.errors import ExportError
from multilex.export import Settings, losses
from multilex.record import Record

SETTINGS = Settings.model_validate({"journal": {"issn": "1234-5679", "titles": {"ru": "Право", "kk": "Құқық"}}})
LANGUAGES = {"kk", "ru", "en", "kk-Latn", "ru-Latn", "mul", "und"}

DATES = {"pub", "received", "rev-recd", "accepted"}

Root = Any  # the stubs make every answer of an XPath a union of all that XPath can say


@pytest.fixture(scope="session")
def dtd(tmp_path_factory: pytest.TempPathFactory) -> etree.DTD:
    folder = tmp_path_factory.mktemp("jats")
    with tarfile.open(Path(__file__).parent / "schemas/jats13.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return etree.DTD(file=str(folder / "jats13/JATS-journalpublishing1-3.dtd"))


def written(record: Record, settings: Settings = SETTINGS) -> bytes:
    stream = io.BytesIO()
    multilex.write([record], stream, format="jats", settings=settings)
    return stream.getvalue()


def parsed(content: bytes) -> Root:
    return etree.fromstring(content, etree.XMLParser(load_dtd=False, no_network=True))


def text(element: Root) -> str:
    return "".join(element.itertext("*"))


def unsound(root: Root) -> list[str]:
    """What the DTD does not see."""
    found = [f"language {one}" for one in root.xpath("//@xml:lang") if one not in LANGUAGES]
    found += ["a group with several subjects" for one in root.iter("subj-group") if len(one.findall("subject")) > 1]
    found += ["a list without items" for one in root.iter("ref-list") if one.find("ref") is None]
    tags = ("abstract", "trans-abstract")
    shown = [one.get("{http://www.w3.org/XML/1998/namespace}lang") for tag in tags for one in root.iter(tag)]
    found += ["two abstracts in one language"] if len(shown) != len(set(shown)) else []
    found += ["no language"] if None in shown or not root.xpath("/article/@xml:lang") else []
    found += [
        f"date {one}" for one in root.xpath("//@date-type") if one not in ("pub", "received", "rev-recd", "accepted")
    ]
    found += ["an empty element" for one in root.iter("kwd", "surname", "trans-title", "p") if not text(one).strip()]
    return found


EVERY = [(name, ending) for name in SAMPLES for ending in ("txt", "pdf")]


@pytest.mark.parametrize(("name", "ending"), [*EVERY, ("issue", "pdf")])
def test_samples_are_valid_and_sound(name: str, ending: str, dtd: etree.DTD) -> None:
    records = sample(name, ending)
    assert records
    for record in records:
        root = parsed(written(record))
        assert dtd.validate(root), dtd.error_log
        assert unsound(root) == []


def test_papers_of_the_corpus_are_valid_and_sound(corpus: Path, dtd: etree.DTD) -> None:
    paths = sorted(corpus.glob("papers/*.txt")) + sorted(corpus.glob("kazutb/*.txt"))[::12]
    assert len(paths) > 10
    for path in paths:
        for record in multilex.Extractor(papers_only=True).extract(path):
            root = parsed(written(record))
            assert dtd.validate(root), (path.name, dtd.error_log)
            assert unsound(root) == [], path.name


@pytest.mark.filterwarnings("ignore::multilex.errors.ExportWarning")
def test_what_xml_forbids_is_left_out_and_the_rest_kept(dtd: etree.DTD) -> None:
    root = parsed(written(hostile()))
    assert dtd.validate(root), dtd.error_log
    assert root.findtext(".//article-title") == 'ПРАВО & ПОРЯДОК <a> В ТЕКСТЕ ]]> "ЦИТАТА"'
    assert "Право & <порядок>" in text(root.find(".//ref"))


def test_what_xml_forbids_is_told() -> None:
    with pytest.warns(multilex.errors.ExportWarning, match=r"1 character that XML forbids is left out"):
        written(hostile())


def test_tables_have_cells_and_figures_captions(dtd: etree.DTD) -> None:
    root = parsed(written(tabled()))
    assert dtd.validate(root), dtd.error_log
    [table] = root.findall(".//table-wrap")
    assert (table.findtext("label"), text(table.find("caption/p"))) == ("Таблица 1", "Урожай по годам")
    assert [[text(cell) for cell in row] for row in table.iter("tr")] == [
        ["Культура", "Тонн [1]"],
        ["Рис & просо", "5,1"],
    ]
    assert table.find(".//td/xref").get("rid") == "R1"
    [figure] = root.findall(".//fig")
    assert (figure.findtext("label"), text(figure.find("caption/p"))) == ("Рисунок 2", "Схема опыта")
    assert "Урожай по годам" not in [text(one) for one in root.findall(".//sec/p")]


Break = Callable[[Root], object]
BREAKS: dict[str, Break] = {
    "a link to nothing": lambda root: root.find(".//xref[@ref-type='bibr']").set("rid", "R999"),
    "an identifier twice": lambda root: root.findall(".//ref")[1].set("id", "R1"),
    "an identifier that begins with a digit": lambda root: root.find(".//ref").set("id", "1R"),
    "corresp with true": lambda root: root.find(".//contrib").set("corresp", "true"),
    "abstracts before the history": lambda root: root.find(".//article-meta").insert(0, root.find(".//abstract")),
    "no journal": lambda root: root.find("front").remove(root.find(".//journal-meta")),
}


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_the_dtd_bites(name: str, dtd: etree.DTD) -> None:
    root = parsed(written(sample("law-ru")[0]))
    assert dtd.validate(root)
    BREAKS[name](root)
    assert not dtd.validate(parsed(etree.tostring(root)))


def _another_subject(root: Root) -> None:
    etree.SubElement(root.find(".//subj-group"), "subject").text = "341"


UNSOUND: dict[str, Break] = {
    "language kk_KZ": lambda root: root.set("{http://www.w3.org/XML/1998/namespace}lang", "kk_KZ"),
    "a group with several subjects": _another_subject,
    "an empty element": lambda root: root.find(".//kwd").__setattr__("text", " "),
}


@pytest.mark.parametrize("name", sorted(UNSOUND))
def test_our_own_checks_bite_where_the_dtd_does_not(name: str, dtd: etree.DTD) -> None:
    root = parsed(written(sample("law-ru")[0]))
    UNSOUND[name](root)
    assert dtd.validate(root), dtd.error_log
    assert name in unsound(root)


@pytest.mark.parametrize(("name", "ending"), EVERY)
def test_what_jats_carries_comes_back(name: str, ending: str) -> None:
    [record] = sample(name, ending)[:1]
    root = parsed(written(record))
    lang = "{http://www.w3.org/XML/1998/namespace}lang"

    def folded(value: str | None) -> str:
        return " ".join((value or "").split())

    titles = {record.language: root.findtext(".//article-title")}
    titles |= {
        one.get(lang): one.findtext("trans-title") for one in root.iterfind(".//article-meta//trans-title-group")
    }
    assert titles == {one.lang: folded(one.value) for one in record.titles}

    keywords = {one.get(lang): [kwd.text for kwd in one.findall("kwd")] for one in root.iter("kwd-group")}
    assert keywords == {one.lang: [folded(item.value) for item in one.items] for one in record.keywords}

    names = [(one.get(lang), one.findtext("surname"), one.findtext("given-names")) for one in root.iter("name")]
    assert sorted(names, key=str) == sorted(((a.lang, a.family, a.given) for a in record.authors), key=str)

    abstracts = {one.get(lang): [text(p) for p in one.iter("p")] for one in root.iter("abstract", "trans-abstract")}
    for abstract in record.abstracts:
        said = abstracts[abstract.lang]
        parts = [folded(part.value) for part in abstract.parts] or [
            folded(one) for one in (abstract.value or "").splitlines()
        ]
        assert said == parts

    items = [folded(item.value) for one in record.references for item in one.items]
    printed = [folded(text(one)) for one in root.xpath("//back/ref-list[not(@content-type)]//mixed-citation")]
    assert sorted(printed) == sorted(items)

    assert len(root.findall(".//fn")) == len(record.footnotes)
    linked = [one for one in record.citations if one.targets]
    assert len(root.xpath("//xref[@ref-type='bibr']")) == len(linked) > 0
    assert [one.get("id") for one in root.xpath("//ref-list[@content-type='legal-acts']/ref")] == [
        f"L{number}" for number in range(1, len(record.legal_sources) + 1)
    ]


def test_running_text_is_what_stands_there(dtd: etree.DTD) -> None:
    [record] = sample("law-ru", "pdf")
    root = parsed(written(record))
    paragraphs = [text(one) for one in root.iterfind("body//p")]
    blocks = [one for one in record.blocks if one.role in ("body", "list_item") and one.section is not None]
    raised = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
    assert [one.translate(raised) for one in paragraphs if one] == [one.text.translate(raised) for one in blocks]


def test_links_of_acts_lead_into_the_register() -> None:
    root = parsed(written(sample("law-ru")[0]))
    named = root.findall(".//named-content[@content-type='legal-reference']")
    addresses = [one.get("{http://www.w3.org/1999/xlink}href") for one in root.iterfind(".//named-content/ext-link")]
    assert len(named) > 5
    assert len(addresses) > 5
    assert all(one.startswith("https://adilet.zan.kz/rus/docs/") for one in addresses)


def test_both_printings_of_a_work_stand_together() -> None:
    root = parsed(written(sample("law-ru")[0]))
    [pair] = root.findall(".//ref[@id='R1']/citation-alternatives")
    uses = [(one.get("specific-use"), one.get("{http://www.w3.org/XML/1998/namespace}lang")) for one in pair]
    assert uses == [("original", "ru"), ("romanized", "ru-Latn")]


def test_journal_and_issue_come_from_the_settings() -> None:
    issue = {"volume": "3", "number": "2 (18)", "date": "2025-06-30", "year": 2025}
    settings = Settings.model_validate({"journal": {"issn": "1234-5679", "titles": {"en": "Law"}}, "issue": issue})
    root = parsed(written(sample("law-ru", "pdf")[0], settings))
    meta = root.find(".//article-meta")
    said = [meta.findtext(name) for name in ("volume", "issue", "fpage", "lpage")]
    assert (root.findtext(".//journal-title"), said) == ("Law", ["3", "2 (18)", "41", "45"])
    assert meta.find("pub-date").get("iso-8601-date") == "2025-06-30"


def test_without_an_issn_the_message_names_the_setting() -> None:
    with pytest.raises(ExportError, match=r"mlx-\w+: settings:journal\.issn: the tag set asks for"):
        written(sample("law-ru")[0], Settings())


def test_tails_of_papers_are_left_out_with_a_word(tmp_path: Path) -> None:
    records = multilex.extract(Path(__file__).parents[2] / "samples/pedagogy-kk.txt")
    with pytest.warns(multilex.errors.ExportWarning, match="left out: 1 record that is no whole paper"):
        paths = multilex.write(records, tmp_path, format="jats", settings=SETTINGS)
    assert [path.name for path in paths] == ["pedagogy-kk-2.jats.xml"]


def test_losses_name_what_stays_behind() -> None:
    lost = losses(sample("law-ru", "pdf")[0], "jats")
    assert {"running_heads", "notes", "blocks"} <= set(lost)
    assert not {"titles", "citations", "legal_sources"} & set(lost)
