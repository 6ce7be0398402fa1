"""Keywords pairwise, by position, where two languages print the same number of them."""

from collections import Counter
from collections.abc import Sequence

from multilex.record import KeywordRow, Keywords


def align_keywords(lists: Sequence[Keywords]) -> tuple[KeywordRow, ...]:
    """One row per keyword for the languages whose lists are equally long; empty when no two are.

    When counts differ, the languages that agree are paired and the others left out: a gap is better than a wrong pair.
    """
    by_language = {keywords.lang: keywords for keywords in reversed(lists)}
    counts = Counter(len(keywords.items) for keywords in by_language.values() if keywords.items)
    if not counts:
        return ()
    count, languages = max(counts.items(), key=lambda item: (item[1], item[0]))
    if languages < 2:
        return ()
    agreeing = {lang: keywords for lang, keywords in sorted(by_language.items()) if len(keywords.items) == count}
    return tuple(
        KeywordRow(
            values={lang: keywords.items[i].value or "" for lang, keywords in agreeing.items()},
            basis="position",
        )
        for i in range(count)
    )
