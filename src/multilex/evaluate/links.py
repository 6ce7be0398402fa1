"""Link figures: footnotes and callouts, citations and their targets, keywords and their counterparts."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from multilex.evaluate.normal import letters, normal
from multilex.evaluate.outcome import Outcome, compare
from multilex.evaluate.pairing import Gold, Pair, by_place, by_text
from multilex.record import Block, Finding, Record

T = TypeVar("T")


def footnotes(gold: Gold, record: Record, *, offsets: bool) -> Iterator[Outcome]:
    """`footnotes`: number and text (without the mark) equal."""
    if "footnotes" not in gold:
        return
    wanted = gold["footnotes"]
    pairs = _pairs(
        wanted,
        record.footnotes,
        lambda note: note,
        [normal(note["body"]["text"]) for note in wanted],
        [normal(note.value) for note in record.footnotes],
        offsets,
    )
    for entry, note in pairs:
        left = f"{entry['number']}: {normal(entry['body']['text'])}" if entry else None
        right = f"{note.number}: {normal(note.value)}" if note else None
        yield compare("footnotes", (), left, right, at=entry["start"] if entry else None)


def callouts(gold: Gold, record: Record, source: str | None, *, offsets: bool) -> Iterator[Outcome]:
    """`callouts`: at the same place, pointing at the note with the same number.

    The place is the source offset on text; elsewhere the letters before the mark, taken for the gold from
    `source`, the text file.
    """
    if "footnote_callouts" not in gold:
        return
    wanted = gold["footnote_callouts"]
    numbers = {note["id"]: str(note["number"]) for note in gold.get("footnotes", ())}
    found = [(note, callout) for note in record.footnotes for callout in note.callouts]
    pairs = _pairs(
        wanted,
        found,
        lambda one: one[1],
        [letters((source or "")[max(0, entry["start"] - 40) : entry["start"]])[-12:] for entry in wanted],
        [before(record.blocks, callout)[-12:] for _, callout in found],
        offsets,
    )
    for entry, one in pairs:
        left = numbers.get(entry.get("footnote"), str(entry["number"])) if entry else None
        right = str(one[0].number) if one else None
        yield compare("callouts", (), left, right, at=entry["start"] if entry else None)


def before(blocks: Sequence[Block], finding: Finding) -> str:
    """The letters that stand before a finding in its block."""
    for block in blocks:
        if block.span[0] <= finding.span[0] < block.span[1]:
            return letters(block.text[: finding.span[0] - block.span[0]])
    return ""


def citations(gold: Gold, record: Record, *, offsets: bool) -> Iterator[Outcome]:
    """`citations`: brackets that overlap and mean the same set of items."""
    if "citations" not in gold:
        return
    lists = gold.get("reference_lists", ())
    named = {item["id"]: f"{one['kind']}:{item['number']}" for one in lists for item in one["items"] if "id" in item}
    items = {item.id: f"{one.kind}:{item.number}" for one in record.references for item in one.items}
    wanted, found = gold["citations"], record.citations
    pairs = _pairs(
        wanted,
        found,
        lambda one: one,
        [normal(entry["text"]) for entry in wanted],
        [normal(one.text) for one in found],
        offsets,
    )
    for entry, one in pairs:
        left = {named[target] for target in entry["targets"]} if entry else None
        right = {items.get(target, target) for target in one.targets} or {f"nothing: {one.text}"} if one else None
        yield compare("citations", (entry.get("form") if entry else "extra",), left, right, at=_at(entry))


def keyword_pairs(gold: Gold, record: Record) -> Iterator[Outcome]:
    """`keyword_pairs`: keywords that mean the same, per pair of languages; both sides equal."""
    pairs = gold.get("alignment", {}).get("keywords", {}).get("pairs", {})
    items = {one["lang"]: [normal(item["text"]) for item in one["items"]] for one in gold.get("keywords", ())}
    rows = [row.values for row in record.alignment.keywords]
    for languages, indices in pairs.items():
        a, b = languages.split("-")
        wanted = [f"{items[a][i[0]]} = {items[b][j[0]]}" for i, j in indices if len(i) == len(j) == 1]
        found = [f"{normal(row[a])} = {normal(row[b])}" for row in rows if a in row and b in row]
        for pair in wanted:
            yield compare("keyword_pairs", (languages,), pair, pair if pair in found else None)
        for pair in found:
            if pair not in wanted:
                yield compare("keyword_pairs", (languages,), None, pair)


def _at(entry: Gold | None) -> int | None:
    return entry["start"] if entry else None


def _pairs(
    wanted: Sequence[Gold],
    found: Sequence[T],
    of: Callable[[T], Finding],
    wanted_keys: Sequence[str],
    found_keys: Sequence[str],
    offsets: bool,
) -> Iterator[Pair[T]]:
    if offsets:
        return by_place(wanted, found, of)
    return by_text(wanted, found, wanted_keys, found_keys)
