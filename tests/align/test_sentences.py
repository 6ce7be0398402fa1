"""Sentences aligned: the passages, and what holds for any text."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multilex.align.sentences import LONGEST, Row, Text, align_sentences
from multilex.align.tools import Tools
from tests.align.passages import LANGUAGES, Passage, passages

PASSAGES = list(passages())


def texts(passage: Passage, languages: Sequence[str] = LANGUAGES) -> list[Text]:
    return [Text(lang, passage.sentences[lang]) for lang in languages]


def beads(rows: Sequence[Row], a: str, b: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return sorted((row.cells[a], row.cells[b]) for row in rows)


@pytest.mark.parametrize("passage", [one for one in PASSAGES if one.kind != "summary"], ids=lambda one: one.name)
def test_passages(passage: Passage) -> None:
    table = align_sentences(texts(passage))
    for a, b in combinations(LANGUAGES, 2):
        assert beads(align_sentences(texts(passage, (a, b))).rows, a, b) == sorted(passage.beads(a, b))
        assert beads(table.pairs[a, b], a, b) == sorted(passage.beads(a, b))


def test_a_bead_does_not_begin_inside_a_sentence() -> None:
    kk = Text("kk", ("Тәжірибе алаңында топырақ ылғалы өлшенді.", "Нәтижелер талданды."))
    ru = Text("ru", ("На опытном поле измерена влажность почвы,", "в том числе зимой.", "Результаты обобщены."))
    assert [row.kind for row in align_sentences([kk, ru]).rows] == ["1:2", "1:1"]


def test_a_number_that_the_other_text_lacks_speaks_against_a_bead() -> None:
    kk = Text("kk", ("Тау ормандарындағы құстардың түрлері сипатталған.",))
    ru = Text("ru", ("Описаны виды птиц горных лесов.", "За три года учтено 512 гнёзд."))
    assert [row.kind for row in align_sentences([kk, ru]).rows] == ["1:1", "0:1"]


@pytest.mark.parametrize("passage", [one for one in PASSAGES if one.kind == "summary"], ids=lambda one: one.name)
def test_a_summary_is_told_from_a_translation(passage: Passage) -> None:
    summaries = align_sentences(texts(passage)).summaries
    assert summaries == {pair for pair in combinations(LANGUAGES, 2) if len(set(pair) & set(passage.summary)) == 1}


def test_summaries_seldom_get_partners_that_they_do_not_have() -> None:
    right = wanted = found = 0
    for passage in PASSAGES:
        if passage.kind == "summary":
            pairs = align_sentences(texts(passage)).pairs
            for (a, b), rows in pairs.items():
                right += len(set(beads(rows, a, b)) & set(passage.beads(a, b)))
                wanted, found = wanted + len(passage.beads(a, b)), found + len(rows)
    assert 2 * right / (wanted + found) >= 0.9


def test_no_translation_is_called_a_summary() -> None:
    assert [p.name for p in PASSAGES if p.kind != "summary" and align_sentences(texts(p)).summaries] == []


def test_the_third_language_decides_what_two_leave_open() -> None:
    kk = Text("kk", ("Ол жайында бөлек айтылған.", "2011 жылғы заң талданды."))
    ru = Text("ru", ("Проанализирован закон 2011 года.",))
    en = Text("en", ("This is told elsewhere.", "The law of 2011 is analysed."))
    table = align_sentences([kk, ru, en])
    assert [row.kind for row in table.rows] == ["1:0:1", "1:1:1"]


def test_a_sentence_that_joins_two_others_leaves_these_apart_in_their_own_pair() -> None:
    passage = next(one for one in PASSAGES if one.name == "aim")
    table = align_sentences(texts(passage))
    assert table.rows[0].kind == "2:1:2"
    assert beads(table.pairs["kk", "en"], "kk", "en")[:2] == [((0,), (0,)), ((1,), (1,))]


SENTENCES = st.lists(st.text("абвг дежз 123.,", max_size=40), max_size=6)


@settings(max_examples=30, deadline=None)
@given(SENTENCES, SENTENCES, SENTENCES)
def test_every_sentence_is_in_one_row_in_order_and_pairs_agree_with_rows(
    kk: list[str], ru: list[str], en: list[str]
) -> None:
    given_texts = [Text(lang, tuple(each)) for lang, each in zip(LANGUAGES, (kk, ru, en), strict=True)]
    table = align_sentences(given_texts)
    for text in given_texts:
        assert [at for row in table.rows for at in row.cells[text.lang]] == list(range(len(text.sentences)))
    assert all(0 <= row.score <= 1 for row in table.rows)
    for (a, b), rows in table.pairs.items():
        linked = {(i, j) for row in table.rows for i in row.cells[a] for j in row.cells[b]}
        assert {(i, j) for row in rows for i in row.cells[a] for j in row.cells[b]} <= linked
        for row in table.rows:
            if row.cells[a] and row.cells[b]:
                inside = [each for each in rows if set(each.cells[a]) <= set(row.cells[a]) and each.cells[a]]
                assert all(each.cells[b] for each in inside)


def test_numbers_alone_show_what_is_missing() -> None:
    first = tuple(f"Көрсеткіш {number} болды." for number in (11, 22, 33, 44, 55))
    second = tuple(f"Показатель равен {number}." for number in (11, 22, 44, 55))
    rows = align_sentences([Text("kk", first), Text("ru", second)]).rows
    assert [row.kind for row in rows] == ["1:1", "1:1", "1:0", "1:1", "1:1"]


def test_what_is_beyond_the_limit_stands_alone() -> None:
    long = Text("kk", tuple(f"Сөйлем {number}." for number in range(LONGEST + 3)))
    rows = align_sentences([long, Text("ru", ("Предложение 0.",))]).rows
    assert [row.kind for row in rows[-3:]] == ["1:0"] * 3
    assert sum(len(row.cells["kk"]) for row in rows) == LONGEST + 3


def test_an_embedding_helps_where_words_do_not() -> None:
    kk, ru = ("Аяз.", "Боран.", "Тұман."), ("Вьюга.", "Мгла.")
    meanings = {"Аяз.": (1, 0, 0), "Боран.": (0, 1, 0), "Тұман.": (0, 0, 1), "Вьюга.": (0, 1, 0), "Мгла.": (0, 0, 1)}

    def embed(sentences: list[str]) -> list[tuple[float, ...]]:
        return [meanings[sentence] for sentence in sentences]

    rows = align_sentences([Text("kk", kk), Text("ru", ru)], Tools(embed=embed)).rows
    assert [(row.cells["kk"], row.cells["ru"]) for row in rows] == [((0,), ()), ((1,), (0,)), ((2,), (1,))]
