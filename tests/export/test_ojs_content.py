"""OJS: what of a record stands where in the file, what is told before writing, and the PDF that goes along."""

import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.export.ojs_site import SITES, VERSIONS, complaints, said, values, written
from tests.export.papers import COMPLETE, sample

import multilex
from multilex.errors import ExportError, OptionError
from multilex.export import Settings, problems
from multilex.record import Footnote, Issue, NoteReference, Record
from multilex.vocabulary import Severity

pytestmark = pytest.mark.filterwarnings("ignore::multilex.errors.ExportWarning")

PAPER = """УДК 556.5; 551.57
МРНТИ 37.27

DOI 10.12345/geo.2024.2.15

Реки степной зоны

А.Б. Орлова¹, В.Г. Ли²*

¹Степной университет, Алматы, Казахстан
²Институт географии, Алматы, Казахстан

*li@geo.example

Аннотация. Режим рек.

Ключевые слова: реки, степь

Дала аймағының өзендері

А.Б. Орлова¹, В.Г. Ли²*

¹Дала университеті, Алматы, Қазақстан
²География институты, Алматы, Қазақстан

Аңдатпа. Өзендердің режимі.

Түйін сөздер: өзендер, дала

Введение

Реки степной зоны изучены мало [1, 2].

Список литературы

1. Орлова А.Б. Реки степи // Вестник географии. – 2019. – № 2 (15). – С. 5–9.
2. Ли В.Г. Снег степи. – Алматы: Терек, 2011. – 120 с.

References

1. Orlova A.B. Reki stepi // Vestnik geografii. – 2019. – № 2 (15). – S. 5–9.
2. Li V.G. Sneg stepi. – Almaty: Terek, 2011. – 120 s.
"""


@pytest.fixture(scope="module")
def paper() -> Record:
    [record] = multilex.extract(PAPER.encode(), name="reki.txt")
    assert [title.lang for title in record.titles] == ["ru", "kk"]
    assert [len(one.items) for one in record.references] == [2, 2]
    return record


def test_header_in_all_languages_under_the_locales_of_the_version(paper: Record) -> None:
    root = written([paper], "3.3")
    assert values(root, "//o:publication/o:title") == ["Реки степной зоны", "Дала аймағының өзендері"]
    assert values(root, "//o:publication/o:title/@locale") == ["ru_RU", "kk_KZ"]
    assert values(root, "//o:abstract[@locale='kk_KZ']") == ["<p>Өзендердің режимі.</p>"]
    assert values(root, "//o:keywords[@locale='kk_KZ']/o:keyword") == ["өзендер", "дала"]
    assert values(root, "//o:publication/@language") == ["ru"]
    assert values(written([paper], "3.5"), "//o:publication/o:title/@locale") == ["ru", "kk"]


def test_codes_are_subjects_with_the_udc_first(paper: Record) -> None:
    line = ["УДК 556.5", "УДК 551.57", "МРНТИ 37.27"]
    assert values(written([paper], "3.3"), "//o:subject") == values(written([paper], "3.4"), "//o:subject") == line
    root = written([paper], "3.5")
    assert values(root, "//o:subject/o:identifier") == ["556.5", "551.57", "37.27"]
    assert values(root, "//o:subject/o:source") == ["UDC", "UDC", "IRSTI"]


def test_people_and_their_organisations(paper: Record) -> None:
    root = written([paper], "3.4")
    assert values(root, "//o:author/o:familyname[@locale='ru']") == ["Орлова", "Ли"]
    assert values(root, "//o:author[2]/o:affiliation") == [
        "Институт географии, Алматы, Казахстан",
        "География институты, Алматы, Қазақстан",
    ]
    assert values(root, "//o:author/o:email") == ["editor@example.org", "li@geo.example"]
    assert values(root, "//o:author/o:country") == ["KZ", "KZ"]
    assert values(root, "//o:publication/@primary_contact_id") == values(root, "//o:author[2]/@id")
    names = values(written([paper], "3.5"), "//o:author[1]/o:affiliation/o:name")
    assert names == ["Степной университет, Алматы, Казахстан", "Дала университеті, Алматы, Қазақстан"]


def test_a_name_that_is_whole_is_a_given_name(paper: Record) -> None:
    whole = tuple(one.model_copy(update={"given": None}) for one in paper.authors)
    root = written([paper.model_copy(update={"authors": whole})], "3.5")
    assert values(root, "//o:author/o:givenname[@locale='ru']") == ["А.Б. Орлова", "В.Г. Ли"]
    assert values(root, "//o:familyname") == []


def test_identifiers_dates_and_issue(paper: Record) -> None:
    root = written([paper], "3.3")
    assert values(root, "//o:id[@type='doi'][@advice='update']") == ["10.12345/geo.2024.2.15"]
    assert values(root, "//o:publication/@date_published") == values(root, "//o:date_published") == ["2024-06-30"]
    assert values(root, "//o:issue_identification/*") == ["3", "2 (18)", "2024"]
    assert values(root, "//o:copyrightYear") == ["2024"]


def test_a_printed_page_is_a_page_and_puts_articles_in_order() -> None:
    [record] = sample("law-ru", "pdf")
    root = written([record], "3.5")
    assert values(root, "//o:pages") == ["41-45"]
    assert values(root, "//o:publication/@seq") == ["41"]


ORIGINAL = ["Орлова А.Б. Реки степи // Вестник географии. – 2019. – № 2 (15). – С. 5–9."]
ROMANIZED = ["Orlova A.B. Reki stepi // Vestnik geografii. – 2019. – № 2 (15). – S. 5–9."]


@pytest.mark.parametrize(
    ("which", "firsts"),
    [("original", ORIGINAL), ("romanized", ROMANIZED), ("both", [*ORIGINAL, "###", *ROMANIZED])],
)
def test_the_references_asked_for_in_one_block(which: str, firsts: list[str], paper: Record) -> None:
    items = values(written([paper], "3.5", said(citations=which)), "//o:citations/o:citation")
    assert [item for item in items if item[0] in "ОO#"] == firsts
    assert len(items) == (5 if which == "both" else 2)


@pytest.mark.parametrize("which", ["original", "romanized", "both"])
def test_where_there_is_one_list_it_is_taken(which: str, paper: Record) -> None:
    one = paper.model_copy(update={"references": paper.references[:1]})
    items = values(written([one], "3.5", said(citations=which)), "//o:citation")
    assert [item[:6] for item in items] == ["Орлова", "Ли В.Г"]


def test_a_paper_without_lists_has_the_works_of_its_footnotes(paper: Record) -> None:
    [first, second] = paper.references[0].items
    named = [
        NoteReference.model_validate(one.model_dump() | {"id": f"notes:{n}"}) for n, one in enumerate((first, second))
    ]
    again = named[0].model_copy(update={"id": "notes:2", "antecedent": "notes:0"})
    note = Footnote(text="", span=(0, 0), rule="-", number="1", value="", lang="ru", references=(*named, again))
    root = written([paper.model_copy(update={"references": (), "footnotes": (note,)})], "3.5")
    assert values(root, "//o:citation") == [first.value, second.value]


def test_what_one_paper_of_a_file_says_of_the_issue_holds_for_all() -> None:
    law, *others = sample("issue", "pdf")
    law = law.model_copy(update={"issue": Issue(year=law.titles[0].model_copy(update={"value": "2021"}))})
    others = [one.model_copy(update={"issue": Issue(), "dates": ()}) for one in others]
    root = written([law, *others], "3.5", said(issue__year=None, issue__date=None))
    assert values(root, "//o:issue_identification/o:year") == ["2021"]
    assert values(root, "//o:copyrightYear") == ["2021"] * 4


def test_files_of_one_issue_are_one_issue_and_others_are_others(paper: Record) -> None:
    def of(number: str, name: str) -> Record:
        [record] = multilex.extract(PAPER.replace("556.5", name).encode(), name=f"{name}.txt")
        text = record.titles[0].model_copy(update={"value": number})
        return record.model_copy(update={"issue": Issue(number=text)})

    root = written([of("1", "1"), of("1", "2"), of("2", "3")], "3.5", said(issue__number=None))
    assert values(root, "//o:issue_identification/o:number") == ["1", "2"]
    assert [len(issue.findall(".//{*}article")) for issue in root] == [2, 1]
    assert values(root, "//o:article/o:id") == ["1", "2", "3"]
    assert values(root, "//o:author/@id") == ["1", "2", "3", "4", "5", "6"]
    assert values(root, "//o:publication/@seq") == ["1", "2", "1"]


def test_a_language_that_is_switched_off_stays_out(paper: Record) -> None:
    root = written([paper], "3.5", said(locales={"kk": ""}))
    assert set(values(root, "//@locale")) == {"ru", "en"}  # the section is in English
    told = [one.message for one in found(paper, said(locales={"kk": ""}))]
    assert "no locale for kk: what is printed in it is left out" in told


def test_an_issue_without_articles_is_none() -> None:
    with pytest.raises(ExportError, match="there is no article"):
        written([], "3.5")


def found(record: Record, settings: Settings, version: str = "3.5") -> list[Any]:
    return list(problems([record], f"ojs-{version}", settings))


TOLD: list[tuple[dict[str, Any], str, Severity, str]] = [
    ({"issue__volume": "XII"}, "3.5", Severity.ERROR, "settings:issue.volume: OJS wants a whole number, not 'XII'"),
    ({"issue__date": "30.06.2024"}, "3.5", Severity.ERROR, "settings:issue.date: '30.06.2024' is no day"),
    ({"issue__date": "2024-06-31"}, "3.5", Severity.ERROR, "settings:issue.date: '2024-06-31' is no day"),
    ({"issue__date": None}, "3.3", Severity.ERROR, "/dates: the day of publication is not known"),
    ({"issue__date": None}, "3.4", Severity.WARNING, "/dates: the day of publication is not known"),
    ({"issue__year": None, "issue__date": None}, "3.5", Severity.WARNING, "/issue/year: the year of the issue"),
    ({"email": None}, "3.5", Severity.ERROR, "/authors: no e-mail address of А.Б. Орлова, and OJS wants one of each"),
    ({}, "3.5", Severity.WARNING, "/authors: no e-mail address of А.Б. Орлова: settings:ojs.email stands in"),
    ({"email": "editor"}, "3.5", Severity.ERROR, "settings:ojs.email: 'editor' is no e-mail address"),
    ({"section_abbreviation": " "}, "3.5", Severity.ERROR, "settings:ojs.section_abbreviation: it is empty"),
    ({"role": ""}, "3.5", Severity.ERROR, "settings:ojs.role: it is empty"),
    ({"genre": ""}, "3.5", Severity.ERROR, "settings:ojs.genre: it is empty"),
    ({"section": {"de": "Aufsätze"}}, "3.5", Severity.ERROR, "settings:ojs.section: the section has no title"),
    ({"locales": {"kk": "kz_KZ"}}, "3.3", Severity.ERROR, "settings:ojs.locales.kk: 'kz_KZ' is a country"),
    ({"locales": {"kk": "kz"}}, "3.5", Severity.ERROR, "settings:ojs.locales.kk: 'kz' is a country"),
    ({"locales": {"kk": "kk"}}, "3.3", Severity.ERROR, "settings:ojs.locales.kk: OJS 3.3 has no locale 'kk'"),
    ({"locales": {"kk": "kazakh"}}, "3.4", Severity.ERROR, "settings:ojs.locales.kk: OJS 3.4 has no locale 'kazakh'"),
    ({"locales": {"kk": "kk_KZ"}}, "3.5", Severity.WARNING, "settings:ojs.locales.kk: the locale of OJS 3.5 is 'kk'"),
    (
        {"locales": {"ru": ""}},
        "3.5",
        Severity.WARNING,
        "/titles: no locale in ru, the paper's language: OJS is told kk",
    ),
    ({"locales": {"ru": "", "kk": ""}}, "3.5", Severity.ERROR, "settings:ojs.locales: no title is in a language of"),
    ({"journal__license": "CC BY"}, "3.5", Severity.WARNING, "settings:journal.license: OJS wants the address"),
    ({"galleys": "nowhere"}, "3.5", Severity.ERROR, "settings:ojs.galleys: there is no folder nowhere"),
    ({"galleys": "."}, "3.5", Severity.WARNING, "settings:ojs.galleys: no reki.pdf in .: the article goes without"),
]


@pytest.mark.parametrize(("changes", "version", "severity", "message"), TOLD)
def test_what_the_settings_lack_is_told(
    changes: dict[str, Any], version: str, severity: Severity, message: str, paper: Record
) -> None:
    told = [one for one in found(paper, said(**changes), version) if message in str(one)]
    assert [(one.record, one.severity) for one in told] == [(paper.id, severity)]


def test_nothing_but_a_missing_address_is_told_of_a_complete_paper(paper: Record) -> None:
    for version in VERSIONS:
        assert [one.field for one in found(paper, COMPLETE, version)] == ["/authors"]


def only(record: Record, field: str, *langs: str) -> Record:
    """The record with what a field says in these languages alone."""
    return record.model_copy(update={field: tuple(one for one in getattr(record, field) if one.lang in langs)})


def damaged(record: Record, field: str, **update: Any) -> Record:
    first, *rest = getattr(record, field)
    return record.model_copy(update={field: (first.model_copy(update=update), *rest)})


def test_what_a_record_lacks_is_told(paper: Record) -> None:
    def told(record: Record, version: str = "3.5") -> str:
        return "\n".join(f"{one.severity} {one}" for one in found(record, said(issue__volume=None), version))

    assert "error " + paper.id + ": /titles: an article needs a title" in told(only(paper, "titles"))
    assert "/titles: no title in ru, the paper's language: OJS is told kk" in told(only(paper, "titles", "kk"))
    assert "/authors/0: no name in ru, the article's language: 'А.Б. Орлова' stands in" in told(
        only(paper, "authors", "kk")
    )
    organisations = only(paper, "affiliations", "kk")
    assert "/affiliations/0: no name in ru, the article's language: 'Дала университеті" in told(organisations)
    assert "/affiliations" not in told(organisations, "3.4")
    assert "/authors: no authors" in told(only(paper, "authors"))
    volume = paper.titles[0].model_copy(update={"value": "XII"})
    assert "/issue/volume: OJS wants a whole number" in told(paper.model_copy(update={"issue": Issue(volume=volume)}))
    forbidden = damaged(paper, "blocks", text="Реки\x02")
    assert "/blocks: 1 character that XML forbids is left out" in told(forbidden)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("field", ["titles", "authors", "affiliations"])
def test_what_is_missing_in_the_language_of_the_paper_is_stood_in_for(field: str, version: str, paper: Record) -> None:
    assert complaints(written([only(paper, field, "kk")], version), SITES[version]) == []


def test_an_error_stops_the_file_and_force_writes_it(paper: Record, tmp_path: Path) -> None:
    path = tmp_path / "issue.xml"
    with pytest.raises(ExportError, match=re.escape(f"ojs-3.5: {paper.id}: settings:issue.volume: OJS wants")):
        multilex.write([paper], path, format="ojs-3.5", settings=said(issue__volume="XII"))
    assert not path.exists()
    multilex.write([paper], path, format="ojs-3.5", settings=said(issue__volume="XII"), force=True)
    assert "<volume>XII</volume>" in path.read_text("utf-8")


def test_an_unknown_choice_of_references_is_no_setting(tmp_path: Path) -> None:
    path = tmp_path / "journal.toml"
    path.write_text('[ojs]\ncitations = "all"\n', "utf-8")
    with pytest.raises(OptionError, match=r"journal\.toml: ojs\.citations: "):
        multilex.export.load_settings(path)


@pytest.mark.parametrize("size", [9, 3 << 16, (3 << 16) + 1, 700_001])
def test_the_pdf_of_an_article_is_in_the_file_whole(size: int, paper: Record, tmp_path: Path) -> None:
    content = (b"%PDF-1.7\n" + bytes(range(256)) * (size // 256 + 1))[:size]
    (tmp_path / "reki.pdf").write_bytes(content)
    root = written([paper], "3.5", said(galleys=str(tmp_path)))
    [embedded] = values(root, "//o:embed")
    assert b64decode(embedded, validate=True) == content
    assert values(root, "//o:file/@filesize") == [str(len(content))]
    assert complaints(root, SITES["3.5"]) == []


def test_the_pdf_may_lie_beside(paper: Record, tmp_path: Path) -> None:
    (tmp_path / "reki.pdf").write_bytes(b"%PDF-1.7\n")
    root = written([paper], "3.3", said(galleys=str(tmp_path), embed=False))
    assert values(root, "//o:href/@src") == ["reki.pdf"]
    assert values(root, "//o:file/@filesize") == ["9"]


def test_what_is_no_pdf_stops_the_file(paper: Record, tmp_path: Path) -> None:
    (tmp_path / "reki.pdf").write_bytes(b"<html>404</html>")
    with pytest.raises(ExportError, match=r"settings:ojs\.galleys: .*reki\.pdf is no PDF"):
        written([paper], "3.5", said(galleys=str(tmp_path)))


def test_each_article_of_an_issue_has_its_own_pdf_and_none_where_there_is_none(tmp_path: Path) -> None:
    records = sample("issue", "pdf")
    for record in records[1:]:
        name = f"issue-{record.source.index + 1}.pdf"
        (tmp_path / name).write_bytes(b"%PDF-1.7\n" + name.encode())
    for version in VERSIONS:
        root = written(records, version, said(galleys=str(tmp_path)))
        assert complaints(root, SITES[version]) == []
        inside = [b64decode(one).decode()[9:] for one in values(root, "//o:embed")]
        assert (
            inside
            == values(root, "//o:submission_file/o:name")
            == [f"issue-{r.source.index + 1}.pdf" for r in records[1:]]
        )
        assert values(root, "//o:submission_file/@id") == values(root, "//o:submission_file_ref/@id") == ["2", "3", "4"]
        assert len(values(root, "//o:article")) == len(records) == 4


def test_the_folder_of_the_inputs_serves_for_papers_that_are_files_of_their_own() -> None:
    root = written(sample("law-ru", "pdf"), "3.4", said(galleys=str(ROOT / "samples")))
    assert b64decode(values(root, "//o:embed")[0]) == (ROOT / "samples/law-ru.pdf").read_bytes()
