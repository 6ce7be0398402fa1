"""The detector: the same answer from every thread, every time, and nobody else's state touched."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.ngram import NGram

from multilex.engines import langdetect as engine
from multilex.engines.langdetect import OWN_PROFILES, STOCK_PROFILES, model, ngrams, probabilities, words_of

FIRST_USE_FROM_EIGHT_THREADS = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from multilex.engines.langdetect import probabilities
start = Barrier(8)
def ask(text):
    start.wait()
    found = probabilities(text)
    return max(found, key=found.get)
russian = "Суд перенёс слушание на вторник, чтобы вызвать новых свидетелей"
texts = [russian] * 4 + ["Сот отырысы сейсенбіге қалдырылды"] * 4
with ThreadPoolExecutor(8) as pool:
    print(*pool.map(ask, texts))
"""


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Аудан тұрғындары жаңа көпірдің құрылысын күтіп отыр", "kk"),
        ("Жители района ждут строительства нового моста", "ru"),
        ("The people of the district are waiting for a new bridge", "en"),
        ("Райондун тургундары жаңы көпүрөнүн курулушун күтүп жатышат", "ky"),
        ("Район халкы яңа күпер төзелешен көтә", "tt"),
        ("Туман аҳолиси янги кўприк қурилишини кутмоқда", "uz-Cyrl"),
        ("Tuman aholisi yangi koʻprik qurilishini kutmoqda", "uz-Latn"),
        ("Audan turǵyndary jańa kópirdiń qurylysyn kútip otyr", "kk-Latn"),
        ("Zhiteli rajona zhdut stroitel'stva novogo mosta", "ru-Latn"),
        ("İlçe sakinleri yeni köprünün inşaatını bekliyor", "tr"),
    ],
)
def test_each_profile_knows_its_language(text: str, tag: str) -> None:
    found = probabilities(text)
    assert max(found, key=lambda name: found[name]) == tag
    assert sum(found.values()) == pytest.approx(1)


def test_capitals_are_not_skipped() -> None:
    assert probabilities("ЖАҢА КӨПІР САЛЫНДЫ") == probabilities("жаңа көпір салынды")


def test_a_text_without_letters_has_no_language() -> None:
    assert probabilities("2019, 341.2 — 17") == {}


def test_our_ngrams_are_those_of_langdetect() -> None:
    text = "қайта құру туралы в е мост"
    theirs = []
    gram = NGram()
    for letter in f"{text} ":
        gram.add_char(letter)
        theirs += [found for n in (1, 2, 3) if (found := gram.get(n)) and found.strip()]
    ours = [gram for word in words_of(text) for gram in ngrams(word)]
    assert sorted(ours) == sorted(theirs)


def test_first_use_from_eight_threads_gives_right_answers() -> None:
    run = subprocess.run(
        [sys.executable, "-c", FIRST_USE_FROM_EIGHT_THREADS], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["ru"] * 4 + ["kk"] * 4


def test_every_run_and_thread_says_the_same() -> None:
    text = "Көше шамдары"
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(probabilities, [text] * 200))
    assert all(answer == answers[0] for answer in answers)


def test_the_stock_detector_keeps_its_own_state() -> None:
    from langdetect import detector_factory

    before = DetectorFactory.seed, detector_factory._factory
    probabilities("Жаңа көпір")
    assert (DetectorFactory.seed, detector_factory._factory) == before


def test_models_hold_every_profile_once() -> None:
    tags = [*model("Cyrl").tags, *model("Latn").tags]
    assert sorted(tags) == sorted([*OWN_PROFILES, *STOCK_PROFILES])


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, multilex.engines.langdetect; print('langdetect' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
    assert engine.model("Cyrl") is engine.model("Cyrl")
