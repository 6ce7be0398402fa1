"""People and organisations of a record, each once, as every language prints them."""

from dataclasses import dataclass

from multilex.record import Affiliation, Author, Record


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation: its forms by language, and its number among those of the record, from 1."""

    number: int
    forms: dict[str, Affiliation]


@dataclass(frozen=True, slots=True)
class Person:
    """An author: the forms of the name by language, and the numbers of the organisations."""

    number: int
    forms: dict[str, Author]
    organisations: tuple[int, ...]

    def form(self, lang: str) -> Author:
        """The form in a language, else the first printed."""
        return self.forms.get(lang) or next(iter(self.forms.values()))

    @property
    def email(self) -> str | None:
        """The e-mail address, whichever language prints it."""
        return next((one.email for one in self.forms.values() if one.email), None)

    @property
    def orcid(self) -> str | None:
        """The ORCID iD, whichever language prints it."""
        return next((one.orcid for one in self.forms.values() if one.orcid), None)

    @property
    def corresponding(self) -> bool:
        """Whether any language marks this author as the one to write to."""
        return any(one.corresponding for one in self.forms.values())


def organisations(record: Record) -> list[Organisation]:
    """The organisations in the order of the first language that prints each."""
    rows = [row.affiliations for row in record.alignment.affiliations]
    row_of = {ident: number for number, row in enumerate(rows) for ident in row.values()}
    groups: dict[object, dict[str, Affiliation]] = {}
    for one in record.affiliations:
        groups.setdefault(row_of.get(one.id, one.id), {}).setdefault(one.lang, one)
    return [Organisation(number, forms) for number, forms in enumerate(groups.values(), 1)]


def people(record: Record, known: list[Organisation] | None = None) -> list[Person]:
    """The authors in printed order; those whom no language joins stand alone."""
    number_of = _numbers(record, organisations(record) if known is None else known)
    groups: dict[object, dict[str, Author]] = {}
    for one in record.authors:
        groups.setdefault(one.id if one.person is None else one.person, {}).setdefault(one.lang, one)
    made = []
    for number, forms in enumerate(groups.values(), 1):
        theirs = (number_of[ident] for one in forms.values() for ident in one.affiliations if ident in number_of)
        made.append(Person(number, forms, tuple(dict.fromkeys(theirs))))
    return made


def _numbers(record: Record, known: list[Organisation]) -> dict[str, int]:
    """The number of the organisation that each affiliation of the record is a form of."""
    numbers = {one.id: group.number for group in known for one in group.forms.values()}
    rows = [row.affiliations for row in record.alignment.affiliations]
    for row in rows:
        found = next((numbers[ident] for ident in row.values() if ident in numbers), None)
        if found is not None:
            numbers.update(dict.fromkeys(row.values(), found))
    return numbers
