"""What OJS demands or trips over, told before anything is written: also what its schema does not see."""

from collections.abc import Iterator
from pathlib import Path

import regex

from multilex.export._about import about
from multilex.export._face import Problem
from multilex.export._ojs.article import day, dois, is_address
from multilex.export._ojs.galleys import MAGIC, galley, galley_name
from multilex.export._ojs.site import Site
from multilex.export._people import organisations, people
from multilex.export._xml import folded, forbidden
from multilex.record import Record
from multilex.vocabulary import CodeScheme, Severity

_LARGEST = 2**31 - 1  # of volume and year, in OJS's database
_INTEGER = regex.compile(r"[0-9]{1,10}")
_ADDRESS = regex.compile(r"[^\s@]+@[^\s@]+")
_NO_LANGUAGE = ("kz",)  # a country, which people take for the language

Said = tuple[str, str, Severity]


def problems(record: Record, site: Site) -> Iterator[Problem]:
    """All problems of a record, errors first within each field."""
    for part in (_site, _languages, _issue, _authors, _doi, _galley):
        for field, message, severity in part(record, site):
            yield Problem(record.id, field, message, severity)
    yield from forbidden(record)


def _error(field: str, message: str) -> Said:
    return field, message, Severity.ERROR


def _warning(field: str, message: str) -> Said:
    return field, message, Severity.WARNING


def _site(record: Record, site: Site) -> Iterator[Said]:
    """Names that must be those of the site, and the names of its locales."""
    settings, dialect = site.settings.ojs, site.dialect
    named = {"section_abbreviation": settings.section_abbreviation, "role": settings.role, "genre": settings.genre}
    for name, value in named.items():
        if not value.strip():
            yield _error(f"settings:ojs.{name}", "it is empty, and OJS finds nothing under an empty name")
    if not any(title.strip() for title in site.localized(settings.section.items()).values()):
        yield _error("settings:ojs.section", "the section has no title in a language that the site has switched on")
    for lang, locale in site.locales.items():
        field = f"settings:ojs.locales.{lang}"
        if regex.split("[_@-]", locale)[0].casefold() in _NO_LANGUAGE:
            yield _error(field, f"{locale!r} is a country: the Kazakh language is {dialect.locales['kk']!r}")
        elif not regex.fullmatch(dialect.locale, locale):
            like = dialect.locales.get(lang, dialect.locales["kk"])
            yield _error(field, f"OJS {dialect.version} has no locale {locale!r}: its locales look like {like!r}")
        elif lang in dialect.locales and locale.startswith(f"{dialect.locales[lang]}_"):
            yield _warning(field, f"the locale of OJS {dialect.version} is {dialect.locales[lang]!r}, not {locale!r}")
    if settings.email and not _ADDRESS.fullmatch(settings.email):
        yield _error("settings:ojs.email", f"{settings.email!r} is no e-mail address")
    license = site.settings.journal.license
    if license and not is_address(license):
        yield _warning("settings:journal.license", f"OJS wants the address of the licence, not {license!r}")


def _languages(record: Record, site: Site) -> Iterator[Said]:
    """OJS wants a title in the language of the article, and takes text only in languages that are switched on."""
    titles = [title for title in record.titles if title.lang and folded(title.value or "")]
    main = site.language(record)
    if not titles:
        yield _error("/titles", "an article needs a title")
    elif main is None:
        langs = ", ".join(sorted({title.lang or "" for title in titles}))
        yield _error("settings:ojs.locales", f"no title is in a language of the site ({langs}): name its locale")
    elif main != record.language:
        why = "no title" if record.language in site.locales else "no locale"
        yield _warning("/titles", f"{why} in {record.language}, the paper's language: OJS is told {main} instead")
    used = {one.lang for group in (titles, record.abstracts, record.authors, record.keywords) for one in group}
    for lang in sorted(lang for lang in used if lang and lang not in site.locales):
        yield _warning(f"settings:ojs.locales.{lang}", f"no locale for {lang}: what is printed in it is left out")


def _issue(record: Record, site: Site) -> Iterator[Said]:
    known, said = about(record, site.settings), site.settings.issue
    if not (known.volume or known.number or known.year):
        yield _error("settings:issue", "neither volume nor number nor year of the issue is known")
    for name, value, given in (("volume", known.volume, said.volume), ("year", known.year, said.year)):
        field = f"settings:issue.{name}" if given else f"/issue/{name}"
        if value and (not _INTEGER.fullmatch(value) or int(value) > _LARGEST):
            yield _error(field, f"OJS wants a whole number, not {value!r}; settings:issue.{name} can say it")
    if not known.year:
        yield _warning("/issue/year", "the year of the issue is not known; settings:issue.year can say it")
    if said.date and not day(said.date):
        yield _error("settings:issue.date", f"{said.date!r} is no day: write it like 2024-06-30")
    elif not day(known.date):
        message = "the day of publication is not known; settings:issue.date can say it"
        yield (_error if site.dialect.needs_date else _warning)("/dates", message)


def _authors(record: Record, site: Site) -> Iterator[Said]:
    known = organisations(record)
    persons = people(record, known)
    main = site.language(record) or record.language
    if not persons:
        yield _warning("/authors", "no authors")
    without = [person for person in persons if not person.email]
    names = ", ".join(person.form(main).value or person.form(main).text for person in without)
    if without and site.settings.ojs.email:
        yield _warning("/authors", f"no e-mail address of {names}: settings:ojs.email stands in")
    elif without:
        yield _error("/authors", f"no e-mail address of {names}, and OJS wants one of each; settings:ojs.email can say")
    for person in persons:
        if main not in person.forms:
            form = person.form(main)
            field = f"/authors/{record.authors.index(form)}"
            yield _warning(field, f"no name in {main}, the article's language: {form.value!r} stands in")
        if person.email and not _ADDRESS.fullmatch(person.email):
            yield _warning("/authors", f"{person.email!r} is no e-mail address")
    for organisation in known if site.dialect.organisations_have_names else ():
        if main not in organisation.forms:
            first = next(iter(organisation.forms.values()))
            field = f"/affiliations/{record.affiliations.index(first)}"
            yield _warning(field, f"no name in {main}, the article's language: {first.value!r} stands in")


def _doi(record: Record, site: Site) -> Iterator[Said]:
    printed = list(record.code(CodeScheme.DOI))
    sound = list(dict.fromkeys(dois(record)))
    if printed and not sound:
        yield _warning(f"/codes/{record.codes.index(printed[0])}", f"{printed[0].text!r} is no DOI and is left out")
    if len(sound) > 1:
        yield _warning("/codes", f"several DOIs ({', '.join(sound)}): the first is taken")


def _galley(record: Record, site: Site) -> Iterator[Said]:
    folder = site.settings.ojs.galleys
    path = galley(record, site.settings.ojs)
    if folder and not Path(folder).is_dir():
        yield _error("settings:ojs.galleys", f"there is no folder {folder}")
    elif folder and path is None:
        yield _warning("settings:ojs.galleys", f"no {galley_name(record)} in {folder}: the article goes without PDF")
    elif path:
        with path.open("rb") as file:
            if MAGIC not in file.read(1024):
                yield _error("settings:ojs.galleys", f"{path} is no PDF")
