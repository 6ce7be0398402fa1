"""What a user must say about the journal and the target, for what no paper prints: a small TOML file.

.. code-block:: toml

    [journal]
    titles = {kk = "Құқық және қоғам", ru = "Право и общество", en = "Law and Society"}
    issn = "1234-5679"

    [issue]
    volume = "3"
    number = "2"
    year = 2024

    [ojs]
    email = "editor@example.org"
    locales = {kk = "kk_KZ"}
"""

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from multilex.errors import OptionError


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class JournalSettings(_Part):
    """The journal; what is given here wins over what its papers print."""

    titles: dict[str, str] = Field(default_factory=dict)
    abbreviation: str | None = None
    issn: str | None = None
    eissn: str | None = None
    publisher: str | None = None
    url: str | None = None
    license: str | None = None


class IssueSettings(_Part):
    """The issue; what is given here wins over what its papers print. `date` is ISO 8601."""

    volume: str | None = None
    number: str | None = None
    year: int | None = None
    date: str | None = None
    title: dict[str, str] = Field(default_factory=dict)


class OjsSettings(_Part):
    """The journal as its OJS site knows it: section, abbreviation, role and genre by the names that they have there.

    `locales` are the site's names of languages where they are not the usual ones of its version, ``""`` for a language
    that it has not switched on. `email` stands in for authors without one. `citations` is which reference list goes
    along. `galleys` is a folder with one PDF per article, named as `multilex split` names them; `embed` puts them into
    the XML. `uploader` is a user of the site; without one it is the user who imports.
    """

    locales: dict[str, str] = Field(default_factory=dict)
    section: dict[str, str] = Field(default_factory=lambda: {"en": "Articles"})
    section_abbreviation: str = "ART"
    role: str = "Author"
    genre: str = "Article Text"
    uploader: str | None = None
    email: str | None = None
    citations: Literal["original", "romanized", "both"] = "original"
    galleys: str | None = None
    embed: bool = True


class CrossrefSettings(_Part):
    """Who deposits, and where the papers will be found: `landing` with ``{doi}`` or ``{id}`` in it."""

    depositor: str | None = None
    email: str | None = None
    registrant: str | None = None
    landing: str | None = None
    batch: str | None = None
    timestamp: int | None = None


class RincSettings(_Part):
    """The journal's number at eLIBRARY and the codes of languages that the platform asks for."""

    titleid: str | None = None
    languages: dict[str, str] = Field(default_factory=dict)
    paired: bool = True


class Settings(_Part):
    """All settings; every one has a default, and a format says what it cannot do without. `pair` (``kk-ru``) limits
    aligned text to two languages.
    """

    pair: str | None = None
    journal: JournalSettings = JournalSettings()
    issue: IssueSettings = IssueSettings()
    ojs: OjsSettings = OjsSettings()
    crossref: CrossrefSettings = CrossrefSettings()
    rinc: RincSettings = RincSettings()


DEFAULTS = Settings()


def load_settings(path: str | Path) -> Settings:
    """The settings in a TOML file; OptionError for what is no such file, naming the place.

    >>> load_settings("nowhere.toml")
    Traceback (most recent call last):
    multilex.errors.OptionError: nowhere.toml: there is no such file
    """
    try:
        data: dict[str, Any] = tomllib.loads(Path(path).read_text("utf-8"))
        return Settings.model_validate(data)
    except FileNotFoundError as error:
        raise OptionError(f"{path}: there is no such file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise OptionError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
