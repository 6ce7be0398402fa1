"""Keywords and organisations matched, whatever their number and order."""

from multilex.align.matching import Match, match

KK = ["көл", "су сапасы", "бақылау", "балық шаруашылығы"]
RU = ["озеро", "качество воды", "контроль", "рыбное хозяйство"]
EN = ["lake", "water quality", "control", "fisheries"]


def rows(matches: list[Match], lists: dict[str, list[str]]) -> list[list[str]]:
    return [[lists[lang][at] for lang, at in one.entries.items()] for one in matches]


def test_lists_of_equal_length_are_taken_in_order() -> None:
    lists = {"en": EN, "kk": KK, "ru": RU}
    assert rows(match(lists), lists) == [list(row) for row in zip(EN, KK, RU, strict=True)]
    assert {one.basis for one in match(lists)} == {"position"}


def test_unknown_words_in_equal_lists_are_taken_in_order_too() -> None:
    lists = {"en": ["qwrt", "zxcv"], "ru": ["йцукен", "фывапр"]}
    assert rows(match(lists), lists) == [["qwrt", "йцукен"], ["zxcv", "фывапр"]]


def test_words_overrule_the_order() -> None:
    lists = {"en": EN, "ru": RU[::-1]}
    assert rows(match(lists), lists) == [list(row) for row in zip(EN, RU, strict=True)]
    assert {one.basis for one in match(lists)} == {"evidence"}


def test_what_no_other_language_has_stands_alone() -> None:
    lists = {"en": EN, "ru": [RU[0], RU[2], RU[3]]}
    assert rows(match(lists), lists) == [["lake", "озеро"], ["water quality"], ["control", "контроль"], [EN[3], RU[3]]]


def test_neighbours_leave_one_place_for_words_that_nobody_knows() -> None:
    lists = {"en": ["lake", "qwrt", "control"], "ru": ["озеро", "йцукен", "контроль", "качество воды"]}
    found = match(lists)
    assert rows(found, lists) == [["lake", "озеро"], ["qwrt", "йцукен"], ["control", "контроль"], ["качество воды"]]
    assert [one.basis for one in found] == ["evidence", "position", "evidence", "evidence"]


def test_a_hint_decides_where_words_are_the_same() -> None:
    lists = {"en": ["Institute", "Institute"], "ru": ["Институт", "Институт", "Академия"]}
    crossed = match(lists, lambda one, other: 3.0 * (one[1] + other[1] == 1))
    assert [one.entries for one in crossed] == [{"en": 0, "ru": 1}, {"en": 1, "ru": 0}, {"ru": 2}]


def test_nothing_is_no_match() -> None:
    assert match({}) == []
    assert match({"en": [], "ru": ["озеро"]}) == [Match({"ru": 0}, "position")]


def test_a_list_too_long_for_keywords_is_not_compared_word_by_word() -> None:
    many = [f"слово {number}" for number in range(5000)]
    assert len(match({"ru": many, "en": ["lake"]})) == 5001
