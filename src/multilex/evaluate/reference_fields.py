"""Figures of parsed references: their fields, references right as a whole, and pairs of twins."""

from collections.abc import Iterator, Mapping
from typing import Any

import regex

from multilex.evaluate.normal import caseless, normal
from multilex.evaluate.outcome import Outcome, compare
from multilex.evaluate.pairing import Gold, by_text
from multilex.evaluate.references import repeated_number_gone, text_of
from multilex.record import ParsedReference, Record, Reference

NOT_SCORED = frozenset({"id", "note", "medium", "event-title", "event-place", "event-date"})
"""Keys of the gold that no field answers, and remarks that the gold leaves out."""

_NAMES = ("author", "editor", "translator")
_DATES = ("issued", "accessed")
_BLANKS = regex.compile(r"\s+")
_DASH = regex.compile(r"\s*-+\s*")
_WORD = regex.compile(r"\w+")


def fields(gold: Gold, record: Record) -> Iterator[Outcome]:
    """`reference_fields` per CSL field, and `whole_reference` per item: all fields right and nothing besides."""
    if not any("csl" in item for listing in gold.get("reference_lists", ()) for item in listing["items"]):
        return
    wanted = [item for listing in gold["reference_lists"] for item in listing["items"]]
    found = [item for listing in record.references for item in listing.items]
    pairs = by_text(
        wanted,
        found,
        [text_of(item) for item in wanted],
        [repeated_number_gone(one.number, one.value) for one in found],
    )
    for entry, item in pairs:
        outcomes = list(item_fields(entry, item.fields if item else None))
        yield from outcomes
        if entry is not None:
            right = bool(outcomes) and all(one.right for one in outcomes)
            shown = normal(entry.get("text"))
            yield Outcome("whole_reference", (), shown, shown if item else None, right, right, entry.get("start"))


def item_fields(entry: Gold | None, parsed: ParsedReference | None) -> Iterator[Outcome]:
    """One outcome per field that gold or record has; `entry` holds ``csl`` and what else it accepts (``type_ok`` …)."""
    gold = dict(entry["csl"]) if entry else {}
    ours = as_gold(parsed) if parsed else {}
    if entry and _site_is_author(gold, ours):
        ours["author"] = [{"literal": ours.pop("container-title")}]
    for name in sorted((gold.keys() | ours.keys()) - NOT_SCORED):
        left, right = _comparable(name, gold.get(name)), _comparable(name, ours.get(name))
        if entry and right is not None and any(right == _comparable(name, other) for other in _accepted(entry, name)):
            left = right
        yield compare("reference_fields", (name,), left, right, at=entry.get("start") if entry else None, equal=_equal)


def as_gold(parsed: ParsedReference) -> dict[str, Any]:
    """The fields in the form of the gold: CSL-JSON, with ``author-et-al`` where names are left out."""
    return {**parsed.csl(), **{f"{role}-et-al": True for role in parsed.others if role == "author"}}


def _site_is_author(gold: Mapping[str, Any], ours: Mapping[str, Any]) -> bool:
    """A site that stands where authors do may be read as the host, as the gold allows."""
    literal = [name.get("literal") for name in gold.get("author", ())]
    return (
        "author" not in ours and len(literal) == 1 and normal(literal[0]) == normal(ours.get("container-title")) != ""
    )


def _accepted(entry: Gold, name: str) -> Iterator[Any]:
    for value in entry.get(f"{name}_ok", ()):
        yield {"date-parts": [value]} if name in _DATES else value
    if name == "URL" and "URL_likely" in entry:
        yield entry["URL_likely"]


def _comparable(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _NAMES:
        return [_name(person) for person in value]
    if name in _DATES:
        return "-".join(f"{part:02}" for part in value["date-parts"][0])
    if name == "language":
        return value.split("-")[0]
    if name in ("DOI", "URL"):
        return caseless(value) if name == "DOI" else normal(value)
    if name in ("page", "volume", "issue", "number-of-pages"):
        return _BLANKS.sub("", _DASH.sub("-", normal(value)))
    return normal(value) if isinstance(value, str) else value


def _name(person: Mapping[str, str]) -> str:
    """A family name and its initials without blanks; a literal name as it is."""
    if person.get("literal"):
        return normal(person["literal"])
    given = regex.sub(r"[\s.]", "", normal(person.get("given")))
    return f"{normal(person.get('family'))} {given}".strip()


def _equal(gold: Any, found: Any) -> bool:
    """Equal; lists of names also where one side keeps a name as it is printed."""
    if not isinstance(gold, list) or not isinstance(found, list):
        return bool(gold == found)
    same = (a == b or sorted(_WORD.findall(a)) == sorted(_WORD.findall(b)) for a, b in zip(gold, found, strict=False))
    return len(gold) == len(found) and all(same)


def twins(gold: Gold, record: Record) -> Iterator[Outcome]:
    """`twins`: pairs of an original and a romanised item, both ends right; the gold has their ids or numbers."""
    if not gold.get("reference_links"):
        return
    names = {
        item["id"]: f"{listing['kind']}:{item['number']}"
        for listing in gold["reference_lists"]
        for item in listing["items"]
        if "id" in item
    }
    items: dict[str, Reference] = {item.id: item for listing in record.references for item in listing.items}
    ends = ("original", "romanized")
    wanted = [tuple(names.get(link[end], f"{end}:{link[end]}") for end in ends) for link in gold["reference_links"]]
    found = [
        (f"original:{items[pair.original].number}", f"romanized:{items[pair.romanized].number}")
        for pair in record.twins
    ]
    for pair in wanted:
        yield compare("twins", (), " = ".join(pair), " = ".join(pair) if pair in found else None)
    for pair in found:
        if pair not in wanted:
            yield compare("twins", (), None, " = ".join(pair))
