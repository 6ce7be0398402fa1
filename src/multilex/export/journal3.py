"""journal3: the issue as РИНЦ (eLIBRARY, Articulus) and Metafora take it, paired references included.

Valid against the schema in use; whether a platform accepts Kazakh (``KAZ``) depends on it, so the codes of
languages can be set (``[rinc] languages``).
"""

from collections.abc import Iterable, Iterator

from multilex.export._about import about
from multilex.export._face import Problem, Scope
from multilex.export._losses import HEADER, lost
from multilex.export._people import Organisation, Person, organisations, people
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._works import Work, works
from multilex.export._xml import Element, add, document, element, forbidden
from multilex.record import Record
from multilex.vocabulary import CodeScheme, DateKind, Role, Severity

NAME = "journal3"
SUFFIX = ".journal3.xml"
MEDIA_TYPE = "application/xml"
SCOPE = Scope.INPUT
PAPERS_ONLY = True
LOSSES = lost(
    (*HEADER, "dates", "keywords", "blocks", "references", "twins"),
    "the schema has no place for it",
    blocks="all but the running text",
    references="fields",
    dates="all but received and accepted",
)

_LANGUAGES = {"kk": "KAZ", "ru": "RUS", "en": "ENG"}
_ANY = "ANY"
_MIXED = ("text", "abstract", "artTitle")
_DATES = {DateKind.RECEIVED: "dateReceived", DateKind.ACCEPTED: "dateAccepted"}


def check(record: Record, settings: Settings) -> Iterator[Problem]:
    """What the platforms ask for and papers do not print."""
    known = about(record, settings)
    if not settings.rinc.titleid:
        yield Problem(record.id, "settings:rinc.titleid", "eLIBRARY asks for the journal's number", Severity.WARNING)
    if not known.issn and not known.eissn:
        yield Problem(record.id, "settings:journal.issn", "the platforms ask for the ISSN", Severity.WARNING)
    if not known.year:
        yield Problem(record.id, "settings:issue.year", "the schema asks for the year")
    if not any(title.value for title in record.titles):
        yield Problem(record.id, "/titles", "an article needs a title")
    if not record.source.printed_pages:
        yield Problem(record.id, "/source/printed_pages", "Metafora refuses articles without pages", Severity.WARNING)
    yield from forbidden(record)


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """One issue with its articles."""
    papers = list(records)
    if not papers:
        return
    known = about(papers[0], settings)
    root = element("journal")
    if settings.rinc.titleid:
        add(root, "titleid", settings.rinc.titleid)
    for tag, number in (("issn", known.issn), ("eissn", known.eissn)):
        if number:
            add(root, tag, number)
    for lang, title in known.titles.items():
        add(add(root, "journalInfo", lang_=_code(lang, settings)), "title", title)
    issue = add(root, "issue")
    for tag, value in (("volume", known.volume), ("number", known.number), ("dateUni", known.year)):
        if value:
            add(issue, tag, value)
    pages = [page for record in papers for page in record.source.printed_pages or ()]
    if pages:
        add(issue, "pages", f"{min(pages)}-{max(pages)}")
    articles = add(issue, "articles")
    for record in papers:
        articles.append(_article(record, settings))
    yield document(root, mixed=_MIXED)


def _code(lang: str | None, settings: Settings) -> str:
    """The platform's code for a language; romanised text goes with English, as the platforms have it."""
    lang = lang or "und"
    codes = {**_LANGUAGES, **settings.rinc.languages}
    return codes.get(lang) or (codes["en"] if lang.endswith("-Latn") else codes.get(lang.partition("-")[0], _ANY))


def _article(record: Record, settings: Settings) -> Element:
    made = element("article")
    add(made, "langPubl", _code(record.language, settings))
    if record.source.printed_pages:
        add(made, "pages", "-".join(map(str, record.source.printed_pages)))
    add(made, "artType", "RAR")
    codes = element("codes")
    for scheme, tag in ((CodeScheme.DOI, "doi"), (CodeScheme.UDC, "udk"), (CodeScheme.JEL, "jel")):
        for code in record.code(scheme):
            if code.value:
                add(codes, tag, code.value)
    if len(codes):
        made.append(codes)
    authors = add(made, "authors")
    institutions = {one.number: one for one in organisations(record)}
    for person in people(record, list(institutions.values())):
        authors.append(_author(person, institutions, settings))
    titles = add(made, "artTitles")
    for title in record.titles:
        if title.value:
            add(titles, "artTitle", title.value, lang_=_code(title.lang, settings))
    abstracts = add(made, "abstracts")
    for abstract in record.abstracts:
        if abstract.value:
            add(abstracts, "abstract", abstract.value, lang_=_code(abstract.lang, settings))
    prose = [one.text for one in record.blocks if one.role in (Role.BODY, Role.LIST_ITEM, Role.SECTION_HEADING)]
    if prose:
        add(made, "text", " ".join(prose), lang_=_code(record.language, settings))
    groups = add(made, "keywords")
    for keywords in record.keywords:
        if keywords.items:
            group = add(groups, "kwdGroup", lang_=_code(keywords.lang, settings))
            for item in keywords.items:
                add(group, "keyword", item.value)
    _rubrics(made, record)
    _dates(made, record)
    references = add(made, "references")
    for work in works([record]):
        for reference in _references(work, settings):
            references.append(reference)
    for tag in ("authors", "abstracts", "keywords", "references"):
        if (part := made.find(tag)) is not None and not len(part):
            made.remove(part)
    return made


def _author(person: Person, institutions: dict[int, Organisation], settings: Settings) -> Element:
    made = element("author", num=str(person.number))
    if person.corresponding:
        add(made, "correspondent", "1")
    for position, form in enumerate(person.forms.values()):
        info = add(made, "individInfo", lang_=_code(form.lang, settings))
        add(info, "surname", form.family or form.value or form.text)
        if form.family and form.given:
            add(info, "initials", form.given)
        theirs = (institutions[number].forms.get(form.lang) for number in person.organisations)
        names = [one.organisation or one.value or one.text for one in theirs if one is not None]
        if names:
            add(info, "orgName", "; ".join(names))
        if position == 0 and person.email:
            add(info, "email", person.email)
    return made


def _rubrics(made: Element, record: Record) -> None:
    values = [code.value for code in record.code(CodeScheme.IRSTI) if code.value]
    if values:
        group = add(made, "rubrics")
        for value in values:
            add(group, "rubric", value)


def _dates(made: Element, record: Record) -> None:
    values = {_DATES[one.kind]: one.value for one in reversed(record.dates) if one.kind in _DATES and one.value}
    if values:
        group = add(made, "dates")
        for tag in _DATES.values():
            if tag in values:
                add(group, tag, values[tag])


def _references(work: Work, settings: Settings) -> Iterator[Element]:
    """Both printings in one reference, or each in its own where the settings say so."""
    forms = [(work.item, None)] if work.twin is None else [(work.item, work.item.lang), (work.twin, "en")]
    made = element("reference")
    for item, lang in forms:
        info = add(made, "refInfo", lang_=_ANY if lang is None else _code(lang, settings))
        add(info, "text", item.value or item.text)
        if not settings.rinc.paired:
            yield made
            made = element("reference")
    if len(made):
        yield made
