"""Keywords that mean the same, one row each; what no other language has stands alone in its row."""

from collections.abc import Mapping, Sequence

from multilex.align.matching import Match, match
from multilex.align.tools import NO_TOOLS, Tools
from multilex.record import KeywordRow, Keywords, Text


def align_keywords(lists: Sequence[Keywords], tools: Tools = NO_TOOLS) -> tuple[KeywordRow, ...]:
    """The rows of all keywords; empty when only one language has any.

    Lists of equal length are paired by position, unless the words contradict their order; others by what the words
    say, by their neighbours where they say nothing.
    """
    items = _items(lists)
    if len(items) < 2:
        return ()
    return tuple(_row(each, items) for each in match(_values(items), tools=tools))


def common_order(rows: Sequence[KeywordRow]) -> dict[str, tuple[str, ...]]:
    """The keywords of each language in one order for all: that of the rows; empty where a language lacks one."""
    languages = dict.fromkeys(lang for row in rows for lang in row.values)
    return {lang: tuple(row.values.get(lang, "") for row in rows) for lang in languages}


def _items(lists: Sequence[Keywords]) -> dict[str, tuple[Text, ...]]:
    """The first list of each language."""
    return {keywords.lang: keywords.items for keywords in reversed(lists) if keywords.items}


def _values(items: Mapping[str, Sequence[Text]]) -> dict[str, list[str]]:
    return {lang: [item.value or "" for item in items[lang]] for lang in sorted(items)}


def _row(found: Match, items: Mapping[str, Sequence[Text]]) -> KeywordRow:
    chosen = {lang: items[lang][at] for lang, at in sorted(found.entries.items())}
    return KeywordRow(
        values={lang: item.value or "" for lang, item in chosen.items()},
        spans={lang: item.span for lang, item in chosen.items()},
        basis=found.basis,
    )
