"""Act figures: where legal acts are mentioned, and which acts they are."""

from collections.abc import Iterator, Sequence

from multilex.evaluate.normal import normal
from multilex.evaluate.outcome import Outcome, compare
from multilex.evaluate.pairing import Gold, Pair, by_place, by_text
from multilex.record import LegalMention, Record


def acts(gold: Gold, record: Record, *, offsets: bool) -> Iterator[Outcome]:
    """`act_spans_exact` (span or one of ``alt_spans``; equal text where offsets do not count), `act_spans_overlap`
    (any shared character, one to one) and `act_identity` (the key, where gold demands one and is not ``ambiguous``).

    Mentions that gold calls ``extended`` are optional: found or not, they count nowhere when they are missed.
    """
    if "legal_mentions" not in gold:
        return
    for entry, mention in _pairs(gold["legal_mentions"], record.acts, offsets):
        if entry and mention is None and entry.get("scope") == "extended":
            continue
        lang = entry["lang"] if entry else mention.lang if mention else None
        at = entry["start"] if entry else None
        wanted = normal(entry["text"]) if entry else None
        found = normal(mention.text) if mention else None
        exact = bool(entry and mention and _is_exact(entry, mention, offsets))
        yield compare("act_spans_exact", (lang,), wanted, found, at=at, equal=lambda *_, same=exact: same)
        yield compare("act_spans_overlap", (lang,), wanted, found, at=at, equal=lambda *_: True)
        if entry and entry.get("key") and not entry.get("ambiguous"):
            yield compare("act_identity", (lang,), entry["key"], mention.key if mention else None, at=at)


def _is_exact(entry: Gold, mention: LegalMention, offsets: bool) -> bool:
    accepted = [entry, *entry.get("alt_spans", ())]
    if not offsets:
        return normal(mention.text) in [normal(one["text"]) for one in accepted]
    if not mention.places:
        return False
    span = (mention.places[0].start, mention.places[-1].end)
    return span in [(one["start"], one["end"]) for one in accepted]


def _pairs(wanted: Sequence[Gold], found: Sequence[LegalMention], offsets: bool) -> Iterator[Pair[LegalMention]]:
    if offsets:
        return by_place(wanted, found, lambda mention: mention)
    # A page prints its footnotes elsewhere than the text file: equal texts are paired wherever they stand.
    wanted = sorted(wanted, key=lambda entry: normal(entry["text"]))
    found = sorted(found, key=lambda mention: normal(mention.text))
    return by_text(
        wanted, found, [normal(entry["text"]) for entry in wanted], [normal(mention.text) for mention in found]
    )
