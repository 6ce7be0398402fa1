"""The front of a JATS article: journal, identifiers, subjects, titles, people, dates, abstracts, keywords."""

from multilex.export._about import About, about
from multilex.export._people import Organisation, Person, organisations, people
from multilex.export._settings import Settings
from multilex.export._xml import Element, add, element
from multilex.record import Abstract, Author, Record
from multilex.vocabulary import CodeScheme, DateKind

_HISTORY = {DateKind.RECEIVED: "received", DateKind.REVISED: "rev-recd", DateKind.ACCEPTED: "accepted"}
_SUBJECTS = (CodeScheme.UDC, CodeScheme.IRSTI, CodeScheme.JEL)
_EASTERN = ("kk", "ru", "uz", "ky", "tt")


def front(record: Record, settings: Settings) -> Element:
    """The ``front`` of a record."""
    known = about(record, settings)
    made = element("front")
    made.append(_journal(record, settings, known))
    made.append(_article(record, known))
    return made


def _journal(record: Record, settings: Settings, known: About) -> Element:
    made = element("journal-meta")
    ident = settings.journal.abbreviation or known.issn or known.eissn or record.id
    add(made, "journal-id", ident, journal_id_type="publisher-id")
    if known.titles:
        group = add(made, "journal-title-group")
        main = record.language if record.language in known.titles else next(iter(known.titles))
        add(group, "journal-title", known.titles[main], main)
        for lang, title in known.titles.items():
            if lang != main:
                add(add(group, "trans-title-group", None, lang), "trans-title", title)
    if known.issn:
        add(made, "issn", known.issn, publication_format="print")
    if known.eissn:
        add(made, "issn", known.eissn, publication_format="electronic")
    if known.publisher:
        add(add(made, "publisher"), "publisher-name", known.publisher)
    return made


def _article(record: Record, known: About) -> Element:
    made = element("article-meta")
    for code in record.code(CodeScheme.DOI):
        if code.value:
            add(made, "article-id", code.value, pub_id_type="doi")
    _subjects(made, record)
    _titles(made, record)
    _people(made, record)
    _issue(made, record, known)
    _history(made, record)
    _abstracts(made, record)
    for keywords in record.keywords:
        values = [item.value for item in keywords.items if item.value]
        if values:
            group = add(made, "kwd-group", None, keywords.lang, kwd_group_type="author")
            if keywords.label:
                add(group, "title", keywords.label)
            for value in values:
                add(group, "kwd", value)
    meta = add(add(made, "custom-meta-group"), "custom-meta")
    add(meta, "meta-name", "multilex:record")
    add(meta, "meta-value", record.id)
    return made


def _subjects(made: Element, record: Record) -> None:
    codes = [code for code in record.codes if code.scheme in _SUBJECTS and code.value]
    if codes:
        categories = add(made, "article-categories")
        for code in codes:
            add(add(categories, "subj-group", subj_group_type=code.scheme.value.lower()), "subject", code.value)


def _titles(made: Element, record: Record) -> None:
    group = add(made, "title-group")
    main = record.title() or next(iter(record.titles), None)
    add(group, "article-title", main.value if main else None, main.lang if main else None)
    for title in record.titles:
        if title is not main and title.value:
            add(add(group, "trans-title-group", None, title.lang), "trans-title", title.value)


def _people(made: Element, record: Record) -> None:
    known = organisations(record)
    authors = people(record, known)
    if authors:
        group = add(made, "contrib-group")
        for person in authors:
            group.append(_contrib(person, record.language))
    for organisation in known:
        made.append(_organisation(organisation, record.language))


def _contrib(person: Person, lang: str) -> Element:
    made = element("contrib", contrib_type="author", id=f"au{person.number}")
    if person.corresponding:
        made.set("corresp", "yes")
    if person.orcid:
        add(made, "contrib-id", f"https://orcid.org/{person.orcid}", contrib_id_type="orcid")
    forms = sorted(person.forms.values(), key=lambda one: one.lang != lang)
    names = add(made, "name-alternatives") if len(forms) > 1 else made
    for position, form in enumerate(forms):
        names.append(_name(form, primary=position == 0 and len(forms) > 1))
    if person.email:
        add(made, "email", person.email)
    for number in person.organisations:
        add(made, "xref", str(number), ref_type="aff", rid=f"aff{number}")
    return made


def _name(form: Author, *, primary: bool) -> Element:
    use = "primary" if primary else None
    if not form.family:
        return element("string-name", form.value or form.text, form.lang, specific_use=use)
    style = "eastern" if form.lang in _EASTERN else "western"
    made = element("name", None, form.lang, name_style=style, specific_use=use)
    add(made, "surname", form.family)
    if form.given:
        add(made, "given-names", form.given)
    return made


def _organisation(organisation: Organisation, lang: str) -> Element:
    forms = sorted(organisation.forms.values(), key=lambda one: one.lang != lang)
    ident = f"aff{organisation.number}"
    made = element("aff-alternatives", id=ident) if len(forms) > 1 else element("aff", None, forms[0].lang, id=ident)
    for form in forms:
        place = add(made, "aff", None, form.lang) if len(forms) > 1 else made
        add(place, "label", str(organisation.number))
        if form.organisation:
            add(place, "institution", form.organisation)
            for name, value in (("city", form.city), ("country", form.country)):
                if value:
                    add(place, name, value)
        else:
            add(place, "institution", form.value or form.text)
    return made


def _issue(made: Element, record: Record, known: About) -> None:
    if known.date or known.year:
        date = known.date if known.date and known.date[:4] == known.year else known.year
        made.append(_date("pub-date", date or "", publication_format="print", date_type="pub"))
    for tag, value in (("volume", known.volume), ("issue", known.number)):
        if value:
            add(made, tag, value)
    if record.source.printed_pages:
        first, last = record.source.printed_pages
        add(made, "fpage", str(first))
        add(made, "lpage", str(last))


def _history(made: Element, record: Record) -> None:
    dates = [(date.kind, date.value) for date in record.dates if date.kind in _HISTORY and date.value]
    if dates:
        history = add(made, "history")
        for kind, value in dict(reversed(dates)).items():
            history.append(_date("date", value, date_type=_HISTORY[kind]))


def _date(tag: str, value: str, **attributes: str) -> Element:
    made = element(tag, **attributes, iso_8601_date=value)
    parts = value.split("-")
    for name, part in reversed(list(zip(("year", "month", "day"), parts, strict=False))):
        add(made, name, part)
    return made


def _abstracts(made: Element, record: Record) -> None:
    main = next((one for one in record.abstracts if one.lang == record.language), None)
    for abstract in sorted(record.abstracts, key=lambda one: one is not main):
        if abstract.value:
            made.append(_abstract(abstract, "abstract" if abstract is main else "trans-abstract"))


def _abstract(abstract: Abstract, tag: str) -> Element:
    made = element(tag, None, abstract.lang)
    if abstract.heading and abstract.heading.value:
        add(made, "title", abstract.heading.value)
    if not abstract.parts or not any(part.label for part in abstract.parts):
        for paragraph in (abstract.value or "").splitlines():
            if paragraph.strip():
                add(made, "p", paragraph)
        return made
    for part in abstract.parts:
        section = add(made, "sec", sec_type=part.kind)
        add(section, "title", part.label or "")
        add(section, "p", part.value or "")
    return made
