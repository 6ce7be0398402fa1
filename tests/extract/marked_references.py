"""References with their fields marked, as JSON Lines in ``references/``: ``a{Иванов А.Б.} t{Реки} // c{Вестник}``.

``held_out.jsonl`` was written before the rules, ``tuning.jsonl`` with them, ``examiner.jsonl`` by one who had not read
them; all three have been looked at. ``second.jsonl`` is by another who had not read the rules, and is not looked at.
Marks: a family name first, A given name first, L literal, eal *et al.*, e E editors, R translator; t title,
tt translated title, c host, s series, ed edition, pb publisher, pl place, y issued, v volume, i issue, p pages,
n number of pages, nv number of volumes, d DOI, u URL, ac accessed, g genre, no number, ib ISBN, is ISSN, au authority,
vr version, ar archive, al place in it.
The authors are those after the slash where these are more than the head has.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from multilex.evaluate.outcome import Outcome
from multilex.evaluate.reference_fields import item_fields
from multilex.extract.dates_written import written_dates
from multilex.extract.reference_fields import parse_reference

FOLDER = Path(__file__).parent / "references"
MARK = regex.compile(r"\b([a-zA-Z]{1,3})\{([^{}]*)\}")
CSL = {
    "t": "title",
    "tt": "title-translation",
    "c": "container-title",
    "s": "collection-title",
    "ed": "edition",
    "pb": "publisher",
    "pl": "publisher-place",
    "v": "volume",
    "i": "issue",
    "p": "page",
    "n": "number-of-pages",
    "nv": "number-of-volumes",
    "d": "DOI",
    "u": "URL",
    "g": "genre",
    "no": "number",
    "ib": "ISBN",
    "is": "ISSN",
    "au": "authority",
    "vr": "version",
    "ar": "archive",
    "al": "archive_location",
}
_ROLES = {"a": "author", "A": "author", "L": "author", "e": "editor", "E": "editor", "R": "translator"}
_DATES = {"y": "issued", "ac": "accessed"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A reference with the CSL fields that it should give."""

    text: str
    csl: dict[str, Any]
    style: str


def marked_references(name: str) -> list[Marked]:
    """The references of a file of `FOLDER`."""
    lines = (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [_marked(json.loads(line)) for line in lines]


def outcomes(references: list[Marked]) -> list[list[Outcome]]:
    """What reading each reference gave, field by field."""
    return [list(item_fields({"csl": one.csl}, parse_reference(one.text))) for one in references]


def f1(fields: list[list[Outcome]]) -> float:
    """Micro-average of precision and recall over the fields of all references."""
    flat = [one for item in fields for one in item]
    return 2 * sum(one.right for one in flat) / sum((one.gold is not None) + (one.found is not None) for one in flat)


def whole(fields: list[list[Outcome]]) -> float:
    """The share of references that are right in all fields and have nothing besides."""
    return sum(all(one.right for one in item) for item in fields) / len(fields)


def _marked(entry: dict[str, str]) -> Marked:
    csl: dict[str, Any] = {"type": entry["type"], "language": entry["language"]}
    for mark, value in MARK.findall(entry["marked"]):
        if mark in _ROLES:
            csl.setdefault(_ROLES[mark], []).append(_person(mark, value))
        elif mark in _DATES:
            csl[_DATES[mark]] = {"date-parts": [[int(part) for part in _date(value).split("-")]]}
        elif mark == "eal":
            csl["author-et-al"] = True
        else:
            csl[CSL[mark]] = value
    return Marked(MARK.sub(r"\2", entry["marked"]), csl, entry["style"])


def _person(mark: str, value: str) -> dict[str, str]:
    if mark == "L":
        return {"literal": value}
    if mark in "AER":
        match = regex.fullmatch(r"(.*[ .])(\S+)", value)
        assert match is not None, value
        return {"family": match[2], "given": match[1].strip()}
    family, _, given = value.partition(", " if ", " in value else " ")
    return {"family": family, "given": given}


def _date(value: str) -> str:
    """The ISO value of a printed date; a point or dash between year and day does not count."""
    return next(written_dates(regex.sub(r"(?<=[0-9]{4})\.\s*[–-]?\s*", " ", value))).value
