"""Reference figures: the items of the reference lists, cut where they should be and with their number."""

from collections.abc import Iterator

import regex

from multilex.evaluate.normal import near, normal
from multilex.evaluate.outcome import Outcome
from multilex.evaluate.pairing import Gold, by_text
from multilex.record import Record, Reference


def items(gold: Gold, record: Record) -> Iterator[Outcome]:
    """`reference_items`: text without its number equal in normal form, and number equal.

    A number that is not printed (``number_printed: false``) may be absent or the counted one.
    """
    if "reference_lists" not in gold:
        return
    wanted = [(listing["kind"], item) for listing in gold["reference_lists"] for item in listing["items"]]
    found = [(listing.kind.value, item) for listing in record.references for item in listing.items]
    kinds = {id(item): kind for kind, item in wanted}
    pairs = by_text(
        [item for _, item in wanted],
        found,
        [text_of(item) for _, item in wanted],
        [repeated_number_gone(item.number, item.value) for _, item in found],
    )
    for entry, finding in pairs:
        kind = kinds[id(entry)] if entry is not None else finding[0] if finding else ""
        yield _outcome(kind, entry, finding[1] if finding else None)


def _outcome(kind: str, entry: Gold | None, item: Reference | None) -> Outcome:
    number = entry["number"] if entry else None
    text = text_of(entry) if entry else None
    value = repeated_number_gone(item.number, item.value) if item else None
    accepted = {number, None} if entry and not _printed(entry) else {number}
    same_number = item is not None and item.number in accepted
    return Outcome(
        "reference_items",
        (kind,),
        f"{number}: {text}" if entry else None,
        f"{item.number}: {value}" if item else None,
        same_number and text == value,
        same_number and near(text, value),
        entry["start"] if entry else None,
    )


def _printed(entry: Gold) -> bool:
    return bool(entry.get("number_printed", True))


def text_of(entry: Gold) -> str:
    """The item's text without its printed number, also where it is printed twice.

    >>> text_of({"number": 3, "text": "3. 3.Ke C. Detection"})
    'Ke C. Detection'
    >>> text_of({"number": 3, "text": "3D printing", "number_printed": False})
    '3D printing'
    """
    pattern = rf"^\s*[\[(]?\s*{entry['number']}\s*[\])]?[.,)]?\s*"
    text = regex.sub(pattern, "", entry["text"], count=1) if _printed(entry) else entry["text"]
    return repeated_number_gone(entry["number"], text)


def repeated_number_gone(number: int | None, text: str | None) -> str:
    """The normal form of an item's text without a number that it begins with once more."""
    return normal(regex.sub(rf"^\s*{number}\s*[.)]\s*", "", text or "", count=1))
