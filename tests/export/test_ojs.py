"""OJS: each version's file is valid against that version's schema alone, and sound where no schema looks."""

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from lxml import etree
from tests.conftest import ROOT
from tests.export.ojs_site import NAMESPACES, SITES, VERSIONS, Root, complaints, said, values, written
from tests.export.papers import SAMPLES, hostile, sample

import multilex
from multilex.record import Record

SCHEMAS = ROOT.parent / "shared" / "schemas"
EVERY = [*((name, ending) for name in SAMPLES for ending in ("txt", "pdf")), ("issue", "pdf")]

pytestmark = pytest.mark.filterwarnings("ignore::multilex.errors.ExportWarning")

Schemas = dict[str, etree.XMLSchema]


def schema_file(version: str) -> Path:
    return SCHEMAS / f"ojs-{version.replace('.', '_')}/plugins/importexport/native/native.xsd"


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    """The schemas of OJS have a licence that this project cannot carry: they lie outside."""
    if not schema_file("3.3").is_file():
        pytest.skip(f"no schemas of OJS under {SCHEMAS}")
    return {version: etree.XMLSchema(etree.parse(schema_file(version))) for version in VERSIONS}


@cache
def law(version: str, galleys: str | None = None) -> bytes:
    return bytes(etree.tostring(written(sample("law-ru", "pdf"), version, said(galleys=galleys))))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("name", "ending"), EVERY)
def test_samples_are_valid_in_their_version_alone_and_sound(
    name: str, ending: str, version: str, schemas: Schemas
) -> None:
    records = sample(name, ending)
    root = written(records, version)
    assert [one for one, schema in schemas.items() if schema.validate(root)] == [version], schemas[version].error_log
    assert complaints(root, SITES[version]) == []
    assert len(root.findall(".//{*}article")) == len(records) > 0


def test_papers_of_the_corpus_are_valid_and_sound(corpus: Path, schemas: Schemas) -> None:
    paths = sorted(corpus.glob("papers/*.txt")) + sorted(corpus.glob("kazutb/*.txt"))[5::12]
    records = [record for path in paths for record in multilex.Extractor(papers_only=True).extract(path)]
    assert len(records) > 10
    for version in VERSIONS:
        root = written(records, version)
        assert schemas[version].validate(root), schemas[version].error_log
        assert complaints(root, SITES[version]) == []
        assert len(root.findall(".//{*}article")) == len(records)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_engine_of_ojs_itself_finds_them_valid(version: str, schemas: Schemas, tmp_path: Path) -> None:
    php = shutil.which("php")
    if not php or "dom" not in subprocess.run([php, "-m"], capture_output=True, text=True, check=True).stdout.split():
        pytest.skip("no php with dom (Debian: php-cli, php-xml)")
    script = (
        "libxml_use_internal_errors(true); $d = new DOMDocument(); $d->load($argv[1], LIBXML_PARSEHUGE);"
        "foreach (array_slice($argv, 2) as $s) echo $d->schemaValidate($s) ? 'valid ' : 'not ';"
    )
    path = tmp_path / "issue.xml"
    path.write_bytes(etree.tostring(written(sample("issue", "pdf"), version)))
    command = [php, "-r", script, str(path), *(str(schema_file(one)) for one in schemas)]
    answers = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert answers == ["valid" if one == version else "not" for one in schemas]


Break = Callable[[Root], object]


def again(root: Root) -> Root:
    """The same, written and read."""
    return etree.fromstring(etree.tostring(root, with_tail=False))


def put(path: str, text: str | None = None, **attributes: str) -> Break:
    """Another text or other attributes for the first element of a path."""

    def change(root: Root) -> None:
        element = root.xpath(path, namespaces=NAMESPACES)[0]
        element.text = element.text if text is None else text
        for name, value in attributes.items():
            element.set(name, value)

    return change


def move(path: str, before: str) -> Break:
    """The first element of a path before the first of another."""

    def change(root: Root) -> None:
        element, target = (root.xpath(one, namespaces=NAMESPACES)[0] for one in (path, before))
        target.addprevious(element)

    return change


def drop(path: str) -> Break:
    """Without all elements of a path."""
    return lambda root: [one.getparent().remove(one) for one in root.xpath(path, namespaces=NAMESPACES)]


INVALID: dict[str, Break] = {
    "pages before the citations": move("//o:pages", "//o:citations"),
    "subjects before the keywords": move("//o:subjects", "//o:keywords"),
    "an abstract before the title": move("//o:abstract", "//o:publication/o:title"),
    "no e-mail address": drop("//o:author/o:email"),
    "a Roman volume": put("//o:volume", "III"),
    "a year with a word": put("//o:year", "2025 ж."),
    "a day as it is printed": put("//o:date_published", "30.09.2025"),
    "a bare year for a day": put("//o:date_published", "2025"),
    "no author's role": lambda root: root.find(".//{*}author").attrib.pop("user_group_ref"),
}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", INVALID)
def test_the_schema_bites(name: str, version: str, schemas: Schemas) -> None:
    root = etree.fromstring(law(version))
    assert schemas[version].validate(root)
    INVALID[name](root)
    assert not schemas[version].validate(again(root))


def twice(path: str) -> Break:
    """The first element of a path, and the same after it."""

    def change(root: Root) -> None:
        element = root.xpath(path, namespaces=NAMESPACES)[0]
        element.addnext(again(element))

    return change


UNSOUND: dict[str, tuple[Break, str]] = {
    "another section": (put("//o:publication", section_ref="LAW"), "section_ref"),
    "another role": (put("//o:author", user_group_ref="Writer"), "unknown role"),
    "another genre": (put("//o:submission_file", genre="Text"), "unknown genre"),
    "another file": (put("//o:submission_file", file_id="7"), "file_id"),
    "another galley": (put("//o:submission_file_ref", id="7"), "galley"),
    "another publication": (put("//o:article", current_publication_id="7"), "current_publication_id"),
    "a DOI to ignore": (put("//o:id[@type='doi']", advice="ignore"), "silently ignored"),
    "names in other languages": (drop("//o:givenname[contains(@locale, 'ru')]"), "no given name"),
    "no contact": (put("//o:publication", primary_contact_id="77"), "primary_contact_id"),
    "false": (put("//o:author", include_in_browse="false"), "false counts"),
    "two blocks of citations": (twice("//o:citations"), "several citations"),
    "a citation in two lines": (put("//o:citation", "Право\nпорядок"), "becomes several"),
    "a size": (put("//o:file", filesize="7"), "filesize"),
    "an extension": (put("//o:file", extension="pdf1"), "extension"),
    "a title in two lines": (put("//o:publication/o:title", "Право\nпорядок"), "ends of lines"),
    "bare signs": (put("//o:abstract", "<p>Право & порядок</p>"), "bare signs"),
    "two titles": (twice("//o:publication/o:title"), "two title in one locale"),
    "no title": (drop("//o:publication/o:title[contains(@locale, 'ru')]"), "no title in the locale"),
    "an empty keyword": (put("//o:keyword/descendant-or-self::*[not(*)]", ""), "an empty element"),
    "no issue": (drop("//o:issue_identification/*"), "any issue matches"),
}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", UNSOUND)
def test_our_own_checks_bite_where_the_schema_does_not(name: str, version: str, schemas: Schemas) -> None:
    root = etree.fromstring(law(version, str(ROOT / "samples")))
    assert complaints(root, SITES[version]) == []
    change, complaint = UNSOUND[name]
    change(root)
    root = again(root)
    assert schemas[version].validate(root), schemas[version].error_log
    assert [one for one in complaints(root, SITES[version]) if complaint in one]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_prefix_is_the_same_for_the_schema_and_not_for_the_import(version: str, schemas: Schemas) -> None:
    content = law(version).replace(b"<", b"<pkp:").replace(b"<pkp:/", b"</pkp:").replace(b"xmlns=", b"xmlns:pkp=")
    root = etree.fromstring(content)
    assert schemas[version].validate(root), schemas[version].error_log
    assert "prefix pkp: no element is recognised" in complaints(root, SITES[version])


@pytest.mark.parametrize("version", VERSIONS)
def test_signs_of_mark_up_stay_text(version: str, schemas: Schemas) -> None:
    root = written([hostile()], version)
    assert schemas[version].validate(root), schemas[version].error_log
    assert complaints(root, SITES[version]) == []
    [title] = values(root, "//o:publication/o:title")
    printed = 'ПРАВО & ПОРЯДОК <a> В ТЕКСТЕ ]]> "ЦИТАТА"'
    assert title == printed if version == "3.3" else etree.fromstring(f"<h1>{title}</h1>").text == printed
    assert values(root, "//o:keywords//text()[normalize-space()]") == ["право & порядок", "<тег>"]


anything = st.text(st.characters(exclude_categories=()), max_size=30)


def filled_with(record: Record, text: str) -> Record:
    """The record with some text in every field that OJS takes."""
    some = f"А{text}Я"
    return record.model_copy(
        update={
            "titles": tuple(one.model_copy(update={"value": some}) for one in record.titles),
            "abstracts": tuple(one.model_copy(update={"value": text}) for one in record.abstracts),
            "keywords": tuple(
                one.model_copy(update={"items": tuple(item.model_copy(update={"value": text}) for item in one.items)})
                for one in record.keywords
            ),
            "authors": tuple(
                one.model_copy(update={"value": some, "given": some, "family": some}) for one in record.authors
            ),
            "affiliations": tuple(one.model_copy(update={"value": some}) for one in record.affiliations),
            "references": tuple(
                one.model_copy(update={"items": tuple(item.model_copy(update={"value": text}) for item in one.items)})
                for one in record.references
            ),
        }
    )


@effort(max_examples=40, deadline=None)
@given(text=anything, version=st.sampled_from(VERSIONS))
def test_any_text_gives_a_sound_file(text: str, version: str) -> None:
    assert complaints(written([filled_with(sample("law-ru")[0], text)], version), SITES[version]) == []
