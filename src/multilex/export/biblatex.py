"""BibLaTeX: the cited works as a .bib file in UTF-8, letters of all alphabets kept, each with its ``langid``."""

from collections.abc import Iterable, Iterator

import regex

from multilex.export._face import Scope
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._works import Work, works
from multilex.packs import table
from multilex.record import Record, ReferenceName

NAME = "biblatex"
SUFFIX = ".bib"
MEDIA_TYPE = "application/x-bibtex"
SCOPE = Scope.INPUT
LOSSES = lost(("references", "twins"), "a bibliography holds the cited works, not the paper that cites them")

_SPECIAL = regex.compile(r"[\\{}%&#$_~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_DASH = regex.compile(r"(?<=[0-9A-Za-z])-(?=[0-9A-Za-z])")
_VERBATIM = ("url", "doi")


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """One entry per work, an empty line between."""
    lead = ""
    for work in works(records):
        yield lead + _entry(work)
        lead = "\n"


def _entry(work: Work) -> str:
    lines: dict[str, str] = {}
    for name, value in _lines(work):
        lines.setdefault(name, value)  # issue and number of a series are one field
    kind = table("bibliography")["biblatex"]["types"].get(work.fields.type, "misc")
    inside = "".join(f"  {name} = {{{value}}},\n" for name, value in lines.items())
    return f"@{kind}{{{work.key},\n{inside}}}\n"


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    fields = work.fields
    for role, people in fields.names.items():
        others = " and others" if role in fields.others else ""
        yield role, " and ".join(map(_name, people)) + others
    for csl, found in fields.values.items():
        if name := _field(fields.type, csl):
            yield name, found.value if name in _VERBATIM else _escaped(_pages(name, found.value))
    languages = table("bibliography")["biblatex"]["languages"]
    if language := languages.get((fields.language or "").split("-")[0]):
        yield "langid", language
    if work.twin is not None and work.twin.fields is not None and "title" in work.twin.fields.values:
        yield "titleaddon", _escaped(work.twin.fields.values["title"].value)
    if not fields.values and work.item.value:
        yield "note", _escaped(work.item.value)


def _field(kind: str, csl: str) -> str | None:
    names = table("bibliography")["biblatex"]
    own = names["fields_of"].get(kind, {})
    name = own.get(csl, names["fields"].get(csl))
    return str(name) if name else None


def _name(name: ReferenceName) -> str:
    if name.literal or not name.given:
        return "{" + _escaped(name.literal or name.family or "") + "}"
    return f"{_escaped(name.family or '')}, {_escaped(name.given)}"


def _pages(name: str, value: str) -> str:
    """An en dash of TeX between pages."""
    return _DASH.sub("--", value) if name == "pages" else value


def _escaped(text: str) -> str:
    r"""
    Signs of TeX made harmless.

    >>> print(_escaped("ob#edinenij & 5 %"))
    ob\#edinenij \& 5 \%
    """
    return _SPECIAL.sub(lambda sign: _ESCAPED.get(sign[0], "\\" + sign[0]), text)
