"""Stanza with our Kazakh models: spans of the caller's text, no network, the same answer every time."""

import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multilex.engines import stanza as engine
from multilex.engines.models import model_path
from multilex.engines.stanza import PROCESSORS, lemmas, load, model_file, sentences
from multilex.errors import MissingEngineError, MultilexError

needs_stanza = pytest.mark.skipif(
    not (find_spec("stanza") and find_spec("torch")), reason='needs pip install "multilex[stanza]"'
)

THREE_SENTENCES = "Біз кітапханаға бардық. Онда жаңа кітаптар көп екен! Сіз де барасыз ба?"

AWKWARD = [
    THREE_SENTENCES,
    "  Кітап\tоқыдым.  \n\n\n Дәптер алдым. ",
    "Қалада\r\nжаңбыр жауды.\r\n\r\nЖел де соқты.",
    "Сәлем, 😀 әлем! 𝔘niversitet — бұл 2\u00a0оқу орны.",
    "тақырыпсыз жол",
    "«Отан»\u200b газеті; №\u202f5, 12-б.\f¹ Сілтеме",
    "?!...",
    "е\u0301 й и\u0306 қ\u00ad",
]

FIRST_USE_OFFLINE = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("the network was asked for")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from concurrent.futures import ThreadPoolExecutor
from multilex.engines.stanza import lemmas, sentences
assert not {"stanza", "torch"} & set(sys.modules)
with ThreadPoolExecutor(4) as pool:
    answers = list(pool.map(lemmas, [sys.argv[1]] * 4))
import torch
from multilex.engines import stanza as engine
print(len(sentences(sys.argv[1])), all(answer == answers[0] for answer in answers))
print(len(engine._pipelines), torch.get_num_threads())
"""


def assert_aligned(text: str) -> None:
    """Spans are in order, hold no blanks at their ends, and miss nothing but blanks; words lie inside sentences."""
    found, words = sentences(text), lemmas(text)
    for spans in (found, sorted({(start, end) for start, end, _ in words})):
        bounds = [0, *(bound for span in spans for bound in span), len(text)]
        assert bounds == sorted(bounds)
        assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
        gaps = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
        assert not "".join(gaps).strip()
    for start, end, lemma in words:
        assert lemma
        assert sum(first <= start and end <= last for first, last in found) == 1


@pytest.mark.parametrize("module", ["stanza", "torch"])
def test_without_the_extra_an_error_names_the_command(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(engine, "_pipelines", [])
    for call in (sentences, lemmas):
        with pytest.raises(MissingEngineError, match=r'pip install "multilex\[stanza\]"'):
            call("Кітап оқыдым.")


def test_the_index_describes_every_model() -> None:
    index = tomllib.loads(model_path("index.toml").read_text(encoding="utf-8"))["model"]
    shipped = {model_file(Path("stanza"), processor).as_posix() for processor in PROCESSORS}
    root = model_path("stanza")
    assert {f"stanza/{path.relative_to(root).as_posix()}" for path in root.rglob("*.pt")} == shipped
    assert shipped <= {model["file"] for model in index}


@needs_stanza
def test_a_missing_model_is_an_error_that_says_where(tmp_path: Path) -> None:
    with pytest.raises(MultilexError, match=r"no Kazakh model for Stanza at .*tokenize.*train_stanza_kk\.py"):
        load(tmp_path)


@needs_stanza
def test_first_use_loads_once_from_four_threads_without_the_network() -> None:
    run = subprocess.run([sys.executable, "-c", FIRST_USE_OFFLINE, THREE_SENTENCES], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["3", "True", "1", "1"]


@needs_stanza
def test_sentences_are_spans_of_the_text() -> None:
    assert [THREE_SENTENCES[start:end] for start, end in sentences(THREE_SENTENCES)] == [
        "Біз кітапханаға бардық.",
        "Онда жаңа кітаптар көп екен!",
        "Сіз де барасыз ба?",
    ]


@needs_stanza
def test_an_empty_line_ends_a_sentence() -> None:
    text = "Бірінші тарау\n\nКөктемде құстар келді."
    assert [text[start:end] for start, end in sentences(text)] == text.split("\n\n")


@needs_stanza
@pytest.mark.parametrize("text", ["", " \n\t\u00a0\n"])
def test_a_text_of_blanks_has_no_sentences(text: str) -> None:
    assert sentences(text) == []
    assert lemmas(text) == []


@needs_stanza
@pytest.mark.parametrize("text", AWKWARD)
def test_spans_hold_for_awkward_texts(text: str) -> None:
    assert_aligned(text)


@needs_stanza
@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="аәбқұүһі АӘ Q1.,!?-–«»()\n\r\t\u00a0\u2028😀¹", max_size=60))
def test_spans_hold_for_any_text(text: str) -> None:
    assert_aligned(text)


@needs_stanza
def test_inflected_words_have_one_lemma() -> None:
    text = "мектептер, мектептің, мектебіміз, заңды, заңның, заңға, қаланың, қалада, қалалар"
    found = [lemma for start, end, lemma in lemmas(text) if text[start:end].isalpha()]
    assert found == ["мектеп"] * 3 + ["заң"] * 3 + ["қала"] * 3


@needs_stanza
def test_capitals_are_read_like_small_letters() -> None:
    title = "ҚАЗІРГІ МЕКТЕПТЕРДІҢ МӘСЕЛЕЛЕРІ"
    assert lemmas(title) == lemmas(title.lower())
    assert [lemma for _, _, lemma in lemmas(title)][1:] == ["мектеп", "мәселе"]


@needs_stanza
@pytest.mark.parametrize("phrase", ["адам құқықтары", "тіл саясаты", "білім беру жүйесі", "балалар әдебиеті", "су"])
def test_a_phrase_without_a_stop_keeps_its_last_letter(phrase: str) -> None:
    assert [phrase[start:end] for start, end, _ in lemmas(phrase)] == phrase.split()
    assert sentences(f"{phrase}\n\n{phrase}") == [(0, len(phrase)), (len(phrase) + 2, 2 * len(phrase) + 2)]


@needs_stanza
def test_a_word_of_several_words_has_their_lemmas_in_one_span() -> None:
    text = "Мен қуаныштымын."
    assert [lemma for start, end, lemma in lemmas(text) if text[start:end] == "қуаныштымын"] == ["қуанышты", "е"]


@needs_stanza
def test_what_is_longer_than_any_word_stands_for_itself() -> None:
    address = "https://example.org/" + "ab" * 2000
    assert (10, 10 + len(address), address) in lemmas(f"Сілтеме — {address} сайтында.")


@needs_stanza
def test_answers_are_the_same_from_every_thread_and_pipeline() -> None:
    texts = AWKWARD * 4
    expected = [lemmas(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lemmas, texts)) == expected
    again = load(model_path("stanza"))(THREE_SENTENCES)
    assert [word.lemma for word in again.iter_words()] == [lemma for _, _, lemma in lemmas(THREE_SENTENCES)]
