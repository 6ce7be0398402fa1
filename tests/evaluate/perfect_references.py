"""Parsed references and twins that say exactly what a gold file says."""

from collections.abc import Mapping
from typing import Any

from multilex.evaluate.reference_fields import NOT_SCORED
from multilex.record import ParsedReference, ReferenceName, ReferenceValue, Twin

_ROLES = ("author", "editor", "translator")


def parsed(csl: dict[str, Any]) -> ParsedReference:
    """The CSL fields of the gold as a parsed reference; places are left out."""
    values = {name: value for name, value in csl.items() if name not in (*_ROLES, *NOT_SCORED, "type", "language")}
    return ParsedReference(
        type=csl["type"],
        language=csl.get("language"),
        names={
            role: tuple(ReferenceName(**name, text="", span=(0, 0)) for name in csl[role])
            for role in _ROLES
            if role in csl
        },
        others=("author",) if values.pop("author-et-al", False) else (),
        values={name: ReferenceValue(value=_value(value), text="", span=(0, 0)) for name, value in values.items()},
    )


def twins(gold: Mapping[str, Any]) -> tuple[Twin, ...]:
    """The links of the gold, which has the ids of the items or their numbers."""
    lists = {listing["kind"]: index for index, listing in enumerate(gold.get("reference_lists", ()))}
    ends = {
        end: [link[end] if isinstance(link[end], str) else f"{lists[end]}:{link[end]}" for link in _links(gold)]
        for end in ("original", "romanized")
    }
    return tuple(Twin(original=a, romanized=b, score=1.0) for a, b in zip(*ends.values(), strict=True))


def _links(gold: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(gold.get("reference_links", ()))


def _value(value: Any) -> str:
    """Dates are ISO 8601 in a record."""
    return value if isinstance(value, str) else "-".join(f"{part:02}" for part in value["date-parts"][0])
