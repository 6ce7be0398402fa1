"""Crossref and journal3: valid against the schemas of their readers, and checked where these do not look."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.export.papers import SAMPLES, hostile, sample
from tests.export.schemas import schema

import multilex
from multilex.errors import ExportError
from multilex.export import Settings, problems
from multilex.record import Record

SAID: dict[str, dict[str, Any]] = {
    "journal": {"issn": "1234-5679", "eissn": "2345-6787", "titles": {"ru": "Право", "kk": "Құқық"}},
    "issue": {"volume": "3", "number": "2 (18)", "year": 2025, "date": "2025-06-30"},
    "crossref": {
        "depositor": "law",
        "email": "editor@example.org",
        "registrant": "Steppe University",
        "landing": "https://example.org/doi/{doi}",
    },
    "rinc": {"titleid": "12345"},
}
SETTINGS = Settings.model_validate(SAID)

Root = Any

pytestmark = pytest.mark.filterwarnings("ignore::multilex.errors.ExportWarning")


def without(section: str, name: str) -> Settings:
    return Settings.model_validate({**SAID, section: {key: one for key, one in SAID[section].items() if key != name}})


def parsed(records: list[Record], format: str, settings: Settings = SETTINGS) -> Root:
    stream = io.BytesIO()
    multilex.write(records, stream, format=format, settings=settings)
    return etree.fromstring(stream.getvalue())


@pytest.fixture(scope="session")
def validators() -> dict[str, etree.XMLSchema]:
    places = {"crossref": "crossref/crossref5.3.1.xsd", "journal3": "rinc/journal3.xsd"}
    return {name: etree.XMLSchema(etree.parse(str(schema(place)))) for name, place in places.items()}


@pytest.mark.parametrize("format", ["crossref", "journal3"])
@pytest.mark.parametrize("ending", ["txt", "pdf"])
@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_valid(name: str, ending: str, format: str, validators: dict[str, etree.XMLSchema]) -> None:
    root = parsed(sample(name, ending), format)
    assert validators[format].validate(root), validators[format].error_log


@pytest.mark.parametrize("format", ["crossref", "journal3"])
def test_an_issue_is_one_deposit(format: str, validators: dict[str, etree.XMLSchema]) -> None:
    records = [
        one for one in sample("issue", "pdf") if format == "journal3" or not list(problems([one], format, SETTINGS))
    ]
    root = parsed(records, format)
    assert validators[format].validate(root), validators[format].error_log
    articles = root.findall(".//{*}journal_article" if format == "crossref" else ".//article")
    assert len(articles) == len(records) > 1


@pytest.mark.parametrize("format", ["crossref", "journal3"])
def test_papers_of_the_corpus_are_valid(format: str, corpus: Path, validators: dict[str, etree.XMLSchema]) -> None:
    count = 0
    for path in sorted(corpus.glob("papers/*.txt")) + sorted(corpus.glob("kazutb/*.txt"))[::24]:
        for record in multilex.Extractor(papers_only=True).extract(path):
            if not any(problem.severity == "error" for problem in problems([record], format, SETTINGS)):
                root = parsed([record], format)
                assert validators[format].validate(root), (path.name, validators[format].error_log)
                count += 1
    assert count > 3


def first(root: Root, tag: str) -> Root:
    return next(root.iter(f"{{*}}{tag}"))


Break = Callable[[Root], object]
BREAKS: dict[str, list[Break]] = {
    "crossref": [
        lambda root: first(root, "doi").__setattr__("text", "https://doi.org/10.1234/x"),
        lambda root: first(root, "surname").__setattr__("text", "А" * 61),
        lambda root: first(root, "journal_metadata").set("language", "kaz"),
        lambda root: first(root, "head").remove(first(root, "depositor")),
    ],
    "journal3": [
        lambda root: first(root, "article").insert(0, etree.Element("grnti")),
        lambda root: first(root, "journal").append(etree.Element("essn")),
        lambda root: first(root, "issue").remove(first(root, "articles")),
    ],
}


@pytest.mark.parametrize("format", sorted(BREAKS))
def test_the_schemas_bite(format: str, validators: dict[str, etree.XMLSchema]) -> None:
    for number, broken in enumerate(BREAKS[format]):
        stream = io.BytesIO()
        multilex.write(sample("law-ru"), stream, format=format, settings=SETTINGS)
        root = etree.fromstring(stream.getvalue())
        assert validators[format].validate(root)
        broken(root)
        assert not validators[format].validate(etree.fromstring(etree.tostring(root))), number


class TestCrossref:
    @pytest.mark.parametrize("name", ["depositor", "email", "registrant", "landing"])
    def test_what_no_paper_prints_is_asked_for(self, name: str) -> None:
        with pytest.raises(ExportError, match=rf"mlx-\w+: settings:crossref\.{name}: a deposit needs it"):
            parsed(sample("law-ru"), "crossref", without("crossref", name))

    def test_a_paper_without_a_doi_is_refused_by_name(self) -> None:
        with pytest.raises(ExportError, match="/codes: no DOI to register"):
            parsed([hostile()], "crossref")

    def test_a_name_with_a_mark_left_on_it_is_told(self) -> None:
        [record] = sample("law-ru")
        author = record.authors[0].model_copy(update={"family": "Ермагулова²"})
        marked = record.model_copy(update={"authors": (author, *record.authors[1:])})
        assert [str(one) for one in problems([marked], "crossref", SETTINGS)] == [
            f"{record.id}: /authors/0: digits in a name: Ермагулова²"
        ]

    def test_cited_works_go_as_crossref_can_match_them(self) -> None:
        root = parsed(sample("law-ru"), "crossref")
        printed = [one.text for one in root.iter("{*}unstructured_citation")]
        [record] = sample("law-ru")
        romanized = {item.id: item.value for one in record.references for item in one.items}
        assert romanized[record.twins[0].romanized] in printed
        assert romanized[record.twins[0].original] not in printed

    def test_every_language_stands_there(self) -> None:
        root = parsed(sample("law-ru"), "crossref")
        [record] = sample("law-ru")
        assert [one.text for one in root.iter("{*}title")] == [title.value for title in record.titles]
        assert [one.get("language") for one in root.iter("{*}name")] == ["kk", "en"] * 2
        assert first(root, "resource").text == "https://example.org/doi/10.12345/dqh.2025.18.2.041"


class TestJournal3:
    def test_both_printings_are_one_reference_unless_asked_otherwise(self) -> None:
        [record] = sample("law-ru")
        paired = parsed([record], "journal3")
        single = Settings.model_validate({**SAID, "rinc": {"titleid": "1", "paired": False}})
        apart = parsed([record], "journal3", single)
        assert {len(one) for one in paired.iter("reference")} == {1, 2}
        assert {len(one) for one in apart.iter("reference")} == {1}
        texts = [[one.text for one in root.iter("refInfo")] for root in (paired, apart)]
        assert texts[0] == texts[1]

    def test_languages_have_the_codes_of_the_platform(self) -> None:
        root = parsed(sample("law-ru"), "journal3")
        metafora = Settings.model_validate({**SAID, "rinc": {"languages": {"kk": "kk", "ru": "ru", "en": "en"}}})
        assert [one.get("lang") for one in root.iter("artTitle")] == ["RUS", "KAZ", "ENG"]
        assert [one.get("lang") for one in parsed(sample("law-ru"), "journal3", metafora).iter("artTitle")] == [
            "ru",
            "kk",
            "en",
        ]

    def test_the_year_is_asked_for(self) -> None:
        bare = Settings.model_validate({**SAID, "issue": {}})
        with pytest.raises(ExportError, match=r"settings:issue\.year: the schema asks for the year"):
            parsed([hostile()], "journal3", bare)
