"""The detector: the same answer from every thread, every time, and much from little text."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from operator import add

import pytest

from multilex.engines.detector import detector
from multilex.engines.langdetect import OWN_PROFILES, profile_path, profiles
from multilex.engines.letters import grams_of, letters
from multilex.segment.language_evidence import evidence
from multilex.segment.language_words import words_of

FIRST_USE_FROM_EIGHT_THREADS = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from multilex.segment.language import identify
start = Barrier(8)
def ask(text):
    start.wait()
    return identify(text)
texts = ["Суд перенёс слушание на вторник"] * 4 + ["Court hearing postponed"] * 2 + ["Сот отырысы"] * 2
with ThreadPoolExecutor(8) as pool:
    print(*pool.map(ask, texts))
"""


def likeliest(text: str, script: str) -> str:
    model = detector(script)
    total = [0.0] * len(model.tags)
    for word in words_of(text):
        total = list(map(add, total, model.scores(word)))
    return model.tags[total.index(max(total))]


@pytest.mark.parametrize(
    ("text", "script", "tag"),
    [
        ("Аудан тұрғындары жаңа көпірдің құрылысын күтіп отыр", "Cyrl", "kk"),
        ("Жители района ждут строительства нового моста", "Cyrl", "ru"),
        ("Райондун тургундары жаңы көпүрөнүн курулушун күтүп жатышат", "Cyrl", "ky"),
        ("Район халкы яңа күпер төзелешен көтә", "Cyrl", "tt"),
        ("Туман аҳолиси янги кўприк қурилишини кутмоқда", "Cyrl", "uz-Cyrl"),
        ("Мешканці району чекають на будівництво нового мосту", "Cyrl", "uk"),
        ("Жителите на района чакат строежа на нов мост", "Cyrl", "bg"),
        ("The people of the district are waiting for a new bridge", "Latn", "en"),
        ("Tuman aholisi yangi koʻprik qurilishini kutmoqda", "Latn", "uz-Latn"),
        ("Rayon sakinləri yeni körpünün tikintisini gözləyir", "Latn", "az"),
        ("Audan turǵyndary jańa kópirdiń qurylysyn kútip otyr", "Latn", "kk-Latn"),
        ("Zhiteli rajona zhdut stroitel'stva novogo mosta", "Latn", "ru-Latn"),
        ("İlçe sakinleri yeni köprünün inşaatını bekliyor", "Latn", "tr"),
        ("Die Bewohner des Bezirks warten auf den Bau der neuen Brücke", "Latn", "de"),
        ("Les habitants du quartier attendent la construction du nouveau pont", "Latn", "fr"),
        ("Los habitantes del distrito esperan la construcción del nuevo puente", "Latn", "es"),
        ("Gli abitanti del quartiere aspettano la costruzione del nuovo ponte", "Latn", "it"),
        ("Mieszkańcy dzielnicy czekają na budowę nowego mostu", "Latn", "pl"),
        ("Obyvatelé okresu čekají na stavbu nového mostu", "Latn", "cs"),
        ("Os moradores do bairro esperam a construção da nova ponte", "Latn", "pt"),
        ("De bewoners van de wijk wachten op de bouw van de nieuwe brug", "Latn", "nl"),
    ],
)
def test_a_model_knows_its_language(text: str, script: str, tag: str) -> None:
    assert likeliest(text, script) == tag


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("шатырлары", "kk"),
        ("сауалнама", "kk"),
        ("сараптама", "kk"),
        ("шатрами", "ru"),
        ("крупы", "ru"),
        ("экспертиза", "ru"),
    ],
)
def test_a_word_without_a_letter_that_tells(word: str, tag: str) -> None:
    assert likeliest(word, "Cyrl") == tag


def test_scores_are_differences_from_the_best() -> None:
    scores = detector("Cyrl").scores("жалақы")
    assert max(scores) == 0 and min(scores) < -4


def test_one_word_never_rules_a_language_out() -> None:
    once = min(detector("Cyrl").scores("мұғалімдеріміздің"))
    assert min(detector("Cyrl").scores("мұғалімдеріміздің" * 1000)) > 10 * once


def test_each_letter_is_predicted_once() -> None:
    assert [gram[-1] for gram in grams_of("тау-кен")] == [*"тау-кен", " "]
    assert grams_of("ә") == [" ә", " ә "]


def test_first_use_from_eight_threads_gives_right_answers() -> None:
    run = subprocess.run(
        [sys.executable, "-c", FIRST_USE_FROM_EIGHT_THREADS], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["ru"] * 4 + ["en"] * 2 + ["kk"] * 2


def test_every_thread_says_the_same() -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(detector("Cyrl").scores, ["шамдары"] * 200))
    assert set(answers) == {answers[0]}


@pytest.mark.parametrize("script", ["Cyrl", "Latn"])
def test_both_voices_and_the_evidence_are_of_the_same_languages(script: str) -> None:
    assert sorted(detector(script).tags) == sorted(evidence(script).tags)
    assert detector(script).tags == letters(script).tags == profiles(letters(script).tags).tags


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys, multilex.segment.language, multilex.engines.detector as m;"
        "print(m.detector.cache_info().currsize, 'langdetect' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "False"]


@pytest.mark.parametrize("tag", OWN_PROFILES)
def test_profiles_trained_here_are_not_those_of_langdetect(tag: str) -> None:
    assert profile_path(tag).parent.parent.name in ("models", "_models")


def test_the_factory_is_private() -> None:
    from langdetect import detector_factory

    def shared() -> tuple[object, object]:
        return detector_factory.DetectorFactory.seed, detector_factory._factory

    before = shared()
    assert likeliest("Аудан тұрғындары", "Cyrl") == "kk"
    assert shared() == before


def test_short_ngrams_alone_know_endings() -> None:
    bayes = profiles(("ru", "kk"))
    for russian in ("го ", "ых ", "ая "):
        assert bayes.logs(russian)[0] > bayes.logs(russian)[1] + 2
    for kazakh in ("ың ", "дың", "ған"):
        assert bayes.logs(kazakh)[1] > bayes.logs(kazakh)[0] + 2
    assert bayes.logs("ω") == ()
