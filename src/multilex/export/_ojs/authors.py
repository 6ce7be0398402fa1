"""The authors of an article, as OJS keeps them: one per person, the languages inside."""

from functools import cache

from multilex.export._ojs.nodes import localized, node
from multilex.export._ojs.site import Site
from multilex.export._people import Organisation, Person
from multilex.export._xml import Element
from multilex.packs import table
from multilex.record import Author


def authors(
    parent: Element, persons: list[Person], known: list[Organisation], main: str, site: Site, before: int
) -> None:
    """The ``authors``; their ids go on from the number of authors `before`."""
    made = node(parent, "authors")
    for person in persons:
        attributes = {"user_group_ref": site.settings.ojs.role, "seq": str(person.number)}
        one = node(made, "author", include_in_browse="true", **attributes, id=str(before + person.number))
        _names(one, person, main, site)
        theirs = [known[number - 1] for number in person.organisations]
        _affiliations(one, theirs, main, site)
        country = next((code for organisation in theirs if (code := _country(organisation))), None)
        if country:
            node(one, "country", country)
        node(one, "email", person.email or site.settings.ojs.email or "")
        if person.orcid:
            node(one, "orcid", f"https://orcid.org/{person.orcid}")


def contact(persons: list[Person]) -> Person:
    """The author to write to: the one that is marked, else the first."""
    return next((person for person in persons if person.corresponding), persons[0])


def _names(one: Element, person: Person, main: str, site: Site) -> None:
    """Given names stand before family names; OJS wants a given name in the main language, so another form stands in
    where none is printed, and a name that was not taken apart is given whole.
    """
    forms = site.localized({main: person.form(main), **person.forms}.items(), main)
    apart = {locale: _apart(form) for locale, form in forms.items()}
    localized(one, "givenname", {locale: given for locale, (given, _) in apart.items()})
    localized(one, "familyname", {locale: family for locale, (_, family) in apart.items() if family})


def _apart(form: Author) -> tuple[str, str | None]:
    if form.family and form.given:
        return form.given, form.family
    return form.value or form.text, None


def _affiliations(one: Element, theirs: list[Organisation], main: str, site: Site) -> None:
    if site.dialect.organisations_have_names:
        for organisation in theirs:
            localized(node(one, "affiliation"), "name", _named(organisation, main, site, stand_in=True))
        return
    lines: dict[str, list[str]] = {}
    for organisation in theirs:
        for locale, name in _named(organisation, main, site, stand_in=False).items():
            lines.setdefault(locale, []).append(name)
    localized(one, "affiliation", {locale: "; ".join(names) for locale, names in lines.items()})


def _named(organisation: Organisation, main: str, site: Site, *, stand_in: bool) -> dict[str, str]:
    """The names by locale; where each must have one in the main language, the first printed stands in for it."""
    forms = {lang: form.value or form.text for lang, form in organisation.forms.items()}
    if stand_in and main not in forms:
        forms = {main: next(iter(forms.values())), **forms}
    return site.localized(forms.items(), main)


def _country(organisation: Organisation) -> str | None:
    """The ISO 3166 code of the country that any language prints."""
    printed = (form.country for form in organisation.forms.values() if form.country)
    return next((code for name in printed if (code := _countries().get(name.casefold()))), None)


@cache
def _countries() -> dict[str, str]:
    return {name.casefold(): code for code, names in table("places")["countries"].items() for name in names}
