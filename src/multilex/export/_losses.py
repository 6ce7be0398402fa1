"""What a format cannot carry, told from what it does: a new field of the record is a loss until a format takes it."""

from collections.abc import Iterable

from multilex.record import Alignment, Record

_IDENTITY = {"schema_", "id", "multilex", "source", "kind", "language", "span", "alignment"}
FIELDS = (
    *(name for name in Record.model_fields if name not in _IDENTITY),
    *(f"alignment.{name}" for name in Alignment.model_fields if name not in ("languages", "roles")),
)
"""The fields of a record that hold findings."""

HEADER = (
    "issue",
    "codes",
    "titles",
    "authors",
    "affiliations",
    "abstracts",
    "alignment.people",
    "alignment.affiliations",
)
"""What formats carry that describe a paper."""
ARTICLE = (
    *HEADER,
    "keywords",
    "blocks",
    "sections",
    "footnotes",
    "citations",
    "references",
    "twins",
    "acts",
    "legal_sources",
    "alignment.parts",
)
"""What formats carry that hold the whole paper."""


def lost(carried: Iterable[str], why: str, **partly: str) -> dict[str, str]:
    """The losses of a format that carries the fields `carried`, all for one reason; `partly` are fields of which it
    carries a part, with what is lost of them.

    >>> lost(FIELDS, "no place for it")
    {}
    """
    whole = set(carried)
    if unknown := (whole | set(partly)) - set(FIELDS):
        raise ValueError(f"a record has no fields {', '.join(sorted(unknown))}")
    return {field: partly.get(field, why) for field in FIELDS if field not in whole or field in partly}
