"""Short forms: what stands for an act later in the paper, by definition or as an abbreviation once told."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from multilex.extract.acts.chains import Chain
from multilex.extract.acts.definitions import is_abbreviation, leads_to_definition, uses
from multilex.extract.acts.mention import Mention, ShortForm
from multilex.vocabulary import ActLevel, ActResolution


def settled(known: Sequence[ShortForm]) -> list[ShortForm]:
    """Short forms without the abbreviations that stand for codes of several countries in this paper."""
    countries: dict[str, set[str | None]] = {}
    for form in known:
        countries.setdefault(form.printed, set()).add(form.of.act.jurisdiction)
    return [form for form in known if form.of.defines or len(countries[form.printed]) == 1]


def is_definition(found: Sequence[Mention], index: int, folded: str) -> bool:
    """Whether a mention is but the short form that the one before it introduces."""
    before = found[index - 1] if index else None
    if before is None:
        return False
    between = folded[before.end : found[index].start]
    named = before.defines is not None and found[index].end <= before.defines.end
    repeated = between.strip() == "(" and before.act.key == found[index].act.key
    translated = between.strip() == "[" and folded[found[index].end :][:1] == "]" and not found[index].act.issuer
    return translated or named or (repeated and before.act.key is not None) or leads_to_definition(between)


def introduced(cited: Sequence[Chain], found: Sequence[Mention]) -> Iterator[ShortForm]:
    """The short forms that mentions introduce: by definition, or as an abbreviation with its country (``УК РК``)."""
    mentioned = {one.start: one for one in found}
    for chain in cited:
        one = mentioned.get(chain.start)
        if one is not None and one.defines:
            yield ShortForm(one.defines.printed, one, one.defines.end)
        elif one is not None and chain.head.abbreviation and chain.of("J") and chain.head.value:
            yield ShortForm(chain.head.value, one, chain.end)


def with_short_forms(text: str, folded: str, found: list[Mention], known: Sequence[ShortForm]) -> list[Mention]:
    """Uses of short forms, in place of mentions that say no more than they do."""
    for printed in dict.fromkeys(form.printed for form in reversed(known)):
        same = [form for form in known if form.printed == printed]
        spans = list(uses(text, folded, printed, min(form.start for form in same)))
        found = list(_merged(found, spans, same)) if spans else found
    return found


def _merged(
    found: Sequence[Mention], spans: Sequence[tuple[int, int]], forms: Sequence[ShortForm]
) -> Iterator[Mention]:
    """Mentions and uses of a short form (as introduced last), in order; a use gives way to a mention that says more."""
    bare = len(forms[0].printed.split()) == 1
    level = (
        ActLevel.SHORT if not bare else ActLevel.ABBREVIATION if is_abbreviation(forms[0].printed) else ActLevel.ANAPHOR
    )
    at = 0
    for start, end in spans:
        while at < len(found) and found[at].end <= start:
            yield found[at]
            at += 1
        inside: list[Mention] = []
        while at + len(inside) < len(found) and found[at + len(inside)].start < end:
            inside.append(found[at + len(inside)])
        if any(
            one.act.number or one.act.date or one.start < start or (one.end > end and (bare or one.start > start))
            for one in inside
        ):
            continue
        at += len(inside)
        form = forms[max(0, bisect_right(forms, start, key=lambda one: one.start) - 1)]
        yield Mention(start, end, form.of.lang, form.of.act, level, ActResolution.DEFINITION, "act-short-form")
    yield from found[at:]
