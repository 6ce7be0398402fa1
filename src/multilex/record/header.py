"""The header of a paper: codes, dates, people, affiliations, abstracts, keywords."""

from pydantic import Field

from multilex.record.base import Finding, Model, Text
from multilex.vocabulary import CodeScheme, CodeStatus, DateKind


class CodePart(Model):
    """One part of a compound code: for UDC the notation's kind (main, place, time, form, language, …)."""

    kind: str
    value: str


class CodeLevel(Model):
    """One level of a hierarchical code, with its name per language where we may ship one."""

    code: str
    names: dict[str, str] = Field(default_factory=dict)


class Code(Finding):
    """A classification or identifier code; `value` in its canonical form."""

    scheme: CodeScheme
    value: str | None
    label: str | None = None
    status: CodeStatus = CodeStatus.VALID
    parts: tuple[CodePart, ...] = ()
    path: tuple[CodeLevel, ...] = ()


class Date(Finding):
    """A date of the paper's history; `value` is ISO 8601 in the printed precision (2020, 2020-11, 2020-11-22)."""

    kind: DateKind
    value: str | None
    label: str | None = None


class Email(Finding):
    """An e-mail address. `author` is the id of the author it belongs to, where that can be told."""

    value: str | None
    lang: str | None = None
    mark: str | None = None
    author: str | None = None


class Author(Finding):
    """A person as one language prints them. `id` is unique in the record (``ru-1``); `person` joins the same
    person across languages; `affiliations` are ids.
    """

    id: str
    person: int | None = None
    lang: str
    value: str | None
    family: str | None = None
    given: str | None = None
    marks: tuple[str, ...] = ()
    corresponding: bool = False
    email: str | None = None
    orcid: str | None = None
    affiliations: tuple[str, ...] = ()


class Affiliation(Finding):
    """An affiliation as one language prints it; `value` without its mark, blanks mended."""

    id: str
    lang: str
    value: str | None
    mark: str | None = None
    organisation: str | None = None
    city: str | None = None
    country: str | None = None


class AbstractPart(Finding):
    """A labelled part of a structured abstract."""

    kind: str
    label: str | None
    value: str | None


class Abstract(Finding):
    """The abstract in one language, without its heading."""

    lang: str
    value: str | None
    heading: Text | None = None
    parts: tuple[AbstractPart, ...] = ()


class Keywords(Finding):
    """The keyword list in one language."""

    lang: str
    label: str | None = None
    items: tuple[Text, ...] = ()
