"""OJS 3.4: whole issues in its native XML, for the import into the journal's site; other versions refuse it."""

from collections.abc import Iterable, Iterator

from multilex.export import _ojs
from multilex.export._face import Problem, Scope
from multilex.export._settings import DEFAULTS, Settings
from multilex.record import Record

NAME = "ojs-3.4"
SUFFIX = ".ojs-3.4.xml"
MEDIA_TYPE = "application/xml"
SCOPE = Scope.INPUT
PAPERS_ONLY = True
LOSSES = _ojs.LOSSES


def check(record: Record, settings: Settings) -> Iterator[Problem]:
    """What OJS demands or trips over."""
    yield from _ojs.problems(record, _ojs.Site(_ojs.dialect("3.4"), settings))


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """The issues, piece by piece."""
    yield from _ojs.issues(records, _ojs.Site(_ojs.dialect("3.4"), settings))
