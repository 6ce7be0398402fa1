"""The site that a file is for: the dialect of its version, and what the settings say of the journal there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from multilex.export._settings import Settings
from multilex.export._xml import folded
from multilex.packs import table
from multilex.record import Record

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one version of OJS wants its XML; the pack ``ojs`` says what each field means."""

    version: str
    locale: str
    locales: dict[str, str]
    publication_locale: bool
    title_is_html: bool
    terms_have_names: bool
    organisations_have_names: bool
    needs_date: bool
    progress: str


@cache
def dialect(version: str) -> Dialect:
    """The dialect of a version.

    >>> dialect("3.3").locales["kk"], dialect("3.5").locales["kk"]
    ('kk_KZ', 'kk')
    """
    return Dialect(version, **table("ojs")["versions"][version])


@dataclass(frozen=True, slots=True)
class Site:
    """A dialect with the settings of one journal."""

    dialect: Dialect
    settings: Settings

    @property
    def locales(self) -> dict[str, str]:
        """The locale of each language: those of the settings before those of the version; ``""`` switches one off."""
        chosen = self.dialect.locales | self.settings.ojs.locales
        return {lang: locale for lang, locale in chosen.items() if locale}

    def language(self, record: Record) -> str | None:
        """The language that OJS is told for a paper: that of its body, else the first that has a title.

        Titles and names must be there in this language, so it is none that has no title.
        """
        langs = [title.lang for title in record.titles if title.lang in self.locales and folded(title.value or "")]
        return record.language if record.language in langs else next(iter(langs), None)

    def localized(self, texts: Iterable[tuple[str | None, T]], first: str | None = None) -> dict[str, T]:
        """Texts by locale, that of the language `first` before the others; where the site lacks a language its text is
        left out, where two languages share a locale the first text stays.
        """
        known, said = self.locales, dict[str, T]()
        for lang, text in sorted(texts, key=lambda pair: pair[0] != first):
            if lang in known and text:
                said.setdefault(known[lang], text)
        return said
