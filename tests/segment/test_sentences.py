"""Sentences: the passages with their bars, what always holds, and text that wants to break the splitter."""

import time
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multilex.document import Block, Document
from multilex.segment.sentences import decide, sentences_of, split_sentences
from multilex.source import Page, Source
from multilex.vocabulary import BlockKind
from tests.segment.bars import passages, show

LANGUAGES = ("kk", "ru", "en")
GROUPS = ("held out", "tuned", "second look", "third look")
TAGS = (*LANGUAGES, "kk-Latn", "ru-Latn", "und", "mul", "ky", "zh-Hans-CN", "")
pieces = st.sampled_from(
    [
        "т.б.",
        "А.В.",
        "2011 г.",
        "№ 4",
        "«",
        "»",
        "(",
        ")",
        "[1]",
        "\n",
        " ",
        "\u00a0",
        ". ",
        "?!",
        "…",
        "– ",
        "//",
        "Он",
        "The",
        "ж.",
        "¹",
        "1)",
    ]
)
texts = st.lists(pieces | st.text(max_size=6), max_size=30).map("".join)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_passages_are_cut_at_their_bars(lang: str, group: str) -> None:
    right = found = gold = 0
    misses = []
    for passage in passages(lang, group):
        spans = split_sentences(passage.text, lang)
        ends, bars = ({end for _, end in some[:-1]} for some in (spans, passage.spans))
        right, found, gold = right + len(ends & bars), found + len(ends), gold + len(bars)
        if spans != list(passage.spans):
            misses.append(show(passage.text, spans))
    assert gold >= 15
    assert 2 * right / (found + gold) >= 0.96, "\n".join(misses)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hardly_any_passage_is_cut_wrongly(lang: str) -> None:
    wrong = [p.text for p in passages(lang) if split_sentences(p.text, lang) != list(p.spans)]
    assert len(wrong) <= 2, "\n".join(wrong)


def test_there_are_enough_passages() -> None:
    assert all(len(passages(lang, group)) >= 30 for lang in LANGUAGES for group in GROUPS[:2])
    assert all(len(passages(lang)) >= 60 for lang in LANGUAGES)


@given(texts, st.sampled_from(TAGS))
def test_nothing_is_lost_and_spans_are_in_order(text: str, lang: str) -> None:
    spans = split_sentences(text, lang)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(text[start:end] and text[start:end] == text[start:end].strip() for start, end in spans)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())


@given(texts)
def test_what_decides_is_what_is_cut(text: str) -> None:
    cuts = [decision.end for decision in decide(text, "ru") if decision.cut]
    assert cuts == [end for _, end in split_sentences(text, "ru")][: len(cuts)]
    assert len(split_sentences(text, "ru")) == len(cuts) + bool(text.strip())


@given(st.lists(st.sampled_from(["Он ушёл.", "Ол келді.", "It ended!", "«Да».", "Алматы."]), min_size=1, max_size=8))
def test_plain_sentences_stay_themselves(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text, "und")] == sentences


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u00a0"])
def test_blank_text_has_no_sentences(text: str) -> None:
    assert split_sentences(text, "kk") == []


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("kk-Latn", "Bul 1991 j. Almatyda boldy.| |Et, süt t.b. satyldy."),
        ("ru-Latn", "Sm. st. 24 zakona.| |Avtor prof. Sedov."),
        ("tt", "А.Б. Седов килде.| |Ул китте."),
        ("de", "Er kam.| |Sie ging."),
        ("zh", "第一句。|第二句！"),
    ],
)
def test_other_tags_fall_back(lang: str, line: str) -> None:
    text = line.replace("|", "")
    assert show(text, split_sentences(text, lang)) == line


def test_offsets_are_those_of_the_document() -> None:
    text = "Заголовок\nОн жил в г. Алматы. Потом уехал."
    source = Source("x.txt", "text", "", (Page(1, text, 0),))
    block = Block(10, len(text), BlockKind.PARAGRAPH, 1)
    document = Document(source, text, (Block(0, 9, BlockKind.HEADING, 1), block), array("i", range(len(text))))
    spans = sentences_of(document, block.start, block.end, "ru")
    assert [document.text[start:end] for start, end in spans] == ["Он жил в г. Алматы.", "Потом уехал."]


@pytest.mark.parametrize("unit", [".", "…", "?!", " ", "\n", " \n", "Ә", "»", "[1]", "сөз "])
def test_a_million_hostile_characters_are_cut_at_once(unit: str) -> None:
    text = (unit * (1_000_000 // len(unit))) + "Я"
    begin = time.process_time()
    spans = split_sentences(text, "kk")
    assert time.process_time() - begin < 5
    assert sum(end - start for start, end in spans) <= len(text)


@pytest.mark.parametrize(
    "unit", [". ", "А.", "А. ", "т. ", "(. ", "«. ", "[1]. ", "—. ", "1. ", ". [1] ", "Иванов А. ", "м. К: Л, "]
)
def test_a_line_of_nothing_but_doubts_takes_linear_time(unit: str) -> None:
    text = unit * (30_000 // len(unit)) + "Я"
    begin = time.process_time()
    split_sentences(text, "ru")
    assert time.process_time() - begin < 4, "more than a hundred microseconds per character"
