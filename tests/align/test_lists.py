"""Keywords whose number or order differs, and people across scripts: invented lists, matched."""

from itertools import combinations

from tests.align.lists import Printed, author_lists, f1, keyword_lists, matched_keywords, matched_people, wanted
from tests.align.passages import LANGUAGES

PAIRS: list[Printed] = [
    {a: printed[a], b: printed[b]} for printed in keyword_lists() for a, b in combinations(LANGUAGES, 2)
]
EQUAL = [pair for pair in PAIRS if len({len(entries) for entries in pair.values()}) == 1]
OTHER = [pair for pair in PAIRS if pair not in EQUAL]


def test_keywords_are_paired_where_counts_agree() -> None:
    assert len(EQUAL) > 20
    assert f1([matched_keywords(pair) for pair in EQUAL], [wanted(pair) for pair in EQUAL]) >= 0.99


def test_keywords_are_paired_where_counts_differ() -> None:
    assert len(OTHER) > 30
    assert f1([matched_keywords(pair) for pair in OTHER], [wanted(pair) for pair in OTHER]) >= 0.95


def test_no_keyword_gets_a_partner_that_means_something_else() -> None:
    assert [found for pair in OTHER if (found := matched_keywords(pair) - wanted(pair))] == []


def test_people_are_found_across_scripts() -> None:
    papers = list(author_lists())
    assert f1([matched_people(paper) for paper in papers], [wanted(paper) for paper in papers]) >= 0.98
