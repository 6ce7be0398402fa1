"""Kazakh for spaCy: bars show where the tokeniser cuts."""

import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from multilex.engines.spacy_kk import Kazakh
from multilex.packs import table

PACK = table("tokens_kk")
CASES = [
    # hyphens join: pairs, endings of acronyms, numbers and per cents
    "Көші-қон|туралы|477-IV|Заңның|23-бабы|және|іс-қимыл|жоспары|.",
    "ҚР-ның|55-ші|ФИФА-ның|90%-ына|19,4°С-қа|1990-жылдары|Санкт-Петербург",
    # a span of years is two numbers; an article, a number of an act and an ISSN are one
    "Алматы|–|Астана|ҚР–ның|іс–шара|80|%-ке|80|%",
    "2008|-|2009|жж.|2008|–|2009|9-1|2049-3630|1990-2000-шы",
    # stops: of a letter, of a chain of letters, of a listed abbreviation, of a sentence
    "т.б.|,|ж.т.б.|з.ғ.к.|ф.-м.ғ.д.|пед.ғ.к.|Б.з.б.|проф.|ПРОФ.|млрд.|теңге|.",
    "2011|ж.|45|б.|23-б.|2-т.|5-ші|.|2011|.",
    "ҚР|.|мемлекет|.|Қ.|бөлім|.",
    # initials, with and without blanks
    "А.|Ш.|Хамзин|Ж.-Ж.|Руссо|Б.|Момышұлы",
    # brackets and quotation marks, also inside a word
    "(|бұдан|әрі|–|АК|)|«|ЕҚЫҰ|»|-ның|24|(|2|)|3|)|тармақшасын|40-1|)|-тармақпен|8|)",
    # footnote marks come off, powers of units do not
    "24-бап|¹|.|ТМД|⁶|.|10|км²|сөз|¹|,|²",
    # addresses and DOIs are whole
    "https://doi.org/10.1234/ab(c).1|;|a@b.kz|,|10.1016/S0140-6736(20)30183-5|.|341.215.43|12.06.2025|.",
    "№|477-IV|§|5|$|100|100|₸|15|км|300|тг|51%|2,5",
    "-|Сен|еді|?|..|Мұнда|...|Үкімет|.|Қаулы|және|/|немесе",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("kk")


@pytest.mark.parametrize("bars", CASES)
def test_what_is_one_token_between_blanks_stays_one(nlp: Language, bars: str) -> None:
    tokens = bars.split("|")
    assert [token.text for token in nlp(" ".join(tokens))] == tokens


@pytest.mark.parametrize(
    ("text", "bars"),
    [
        ("«ЕҚЫҰ»-ның (477-IV), т.б.).", "«|ЕҚЫҰ|»|-ның|(|477-IV|)|,|т.б.|)|."),
        ("А.Ш.Хамзин, Қ.Р.", "А.|Ш.|Хамзин|,|Қ.|Р."),
        ("3)тармақшасын 24(2) 40-1)-тармақпен", "3|)|тармақшасын|24|(|2|)|40-1|)|-тармақпен"),
        ("ст.24-бап¹. ТМД⁶. 10км² сөз¹,²", "ст.24-бап|¹|.|ТМД|⁶|.|10|км²|сөз|¹|,|²"),
        ("2008-2009жж., 2011ж. 15км", "2008|-|2009|жж.|,|2011|ж.|15|км"),
        ("2019.-№2.-Б.12-14. Ж.-А.Сартр (т.1, т.б)", "2019|.|-|№|2|.|-|Б.|12-14|.|Ж.-А.|Сартр|(|т.|1|,|т.б|)"),
        ("Қасым Т.-доктор, жиналды.«Заң»", "Қасым|Т.|-|доктор|,|жиналды|.|«|Заң|»"),
        ("Алматы–Астана ҚР–ның сөз—сөз %5", "Алматы|–|Астана|ҚР–ның|сөз|—|сөз|%|5"),
        ("№477-IV, §5, $100, 100₸", "№|477-IV|,|§|5|,|$|100|,|100|₸"),
        ("болды.Сонда, ҚР.Заң", "болды|.|Сонда|,|ҚР|.|Заң"),
        ("-Сен бе? Еді?.. және/немесе", "-|Сен|бе|?|Еді|?|..|және|/|немесе"),
        ("10.1016/S0140-6736(20)30183-5. (a@b.kz)", "10.1016/S0140-6736(20)30183-5|.|(|a@b.kz|)"),
    ],
)
def test_what_touches_is_cut(nlp: Language, text: str, bars: str) -> None:
    assert [token.text for token in nlp(text)] == bars.split("|")


@pytest.mark.parametrize("kind", ["abbreviations", "after_number"])
def test_examples_of_the_pack_are_one_token_and_near_misses_are_not(nlp: Language, kind: str) -> None:
    assert [one for one in PACK[kind]["examples"] if len(nlp(one)) != 1] == []
    assert [one for one in PACK[kind]["near_misses"] if len(nlp(one)) == 1] == []


def test_every_abbreviation_is_one_token_with_what_it_stands_for(nlp: Language) -> None:
    pairs = {short: full for short, full in PACK["abbreviations"].items() if isinstance(full, str)}
    assert len(pairs) > 30
    assert {short: nlp(f"({short}, ")[1].norm_ for short in pairs} == pairs


def test_numbers_as_the_pack_says(nlp: Language) -> None:
    examples, near_misses = PACK["numbers"]["examples"], PACK["numbers"]["near_misses"]
    assert [one for one in examples if not nlp(one)[0].like_num] == []
    assert [one for one in near_misses if nlp(one)[0].like_num] == []


def test_stop_words_are_small_single_words_and_hold_no_number() -> None:
    stop_words = Kazakh.Defaults.stop_words
    assert {"және", "үшін", "туралы", "болып", "оның"} <= stop_words
    assert len(stop_words) > 250
    nlp = spacy.blank("kk")
    assert [word for word in stop_words if word != word.lower() or len(nlp(word)) != 1 or nlp(word)[0].like_num] == []
    assert [token.text for token in nlp("Көші-қон Және заң туралы") if token.is_stop] == ["Және", "туралы"]


@given(st.text(alphabet=st.sampled_from("Аақ.-–¹²()«»,:/ 019%\n\tБжкм№@x"), max_size=60))
def test_tokens_hold_the_text(text: str) -> None:
    doc = _kazakh(text)
    assert doc.text == text
    assert all(doc.text[token.idx : token.idx + len(token)] == token.text for token in doc)


_kazakh = Kazakh()


def test_a_saved_pipeline_cuts_alike(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    text = " ".join(CASES).replace("|", "")
    expected = [(token.text, token.norm_, token.like_num, token.is_stop) for token in nlp(text)]
    for copy in (spacy.load(tmp_path), pickle.loads(pickle.dumps(nlp))):
        assert [(token.text, token.norm_, token.like_num, token.is_stop) for token in copy(text)] == expected


@pytest.mark.parametrize("hostile", ["т.", "А", "1-", "¹.", "10.1234/((((", ").)", "(«"])
def test_a_hostile_word_takes_no_long_time(nlp: Language, hostile: str) -> None:
    text = f"{hostile * (1500 // len(hostile))} {hostile * (900_000 // len(hostile))}"
    began = time.process_time()
    assert nlp(text).text == text
    assert time.process_time() - began < 5


def test_spacy_finds_kazakh_without_an_import_of_multilex() -> None:
    code = "import spacy; print(*spacy.blank('kk')('ҚР-ның 23-бабы, т.б.'), sep='|')"
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert (run.stdout.strip(), run.stderr) == ("ҚР-ның|23-бабы|,|т.б.", "")
