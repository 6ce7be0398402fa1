"""Sentences of law papers as people write them: spans exact, keys right, nothing found where nothing is.

Half of the sentences (``held_*``) were written before the rules and not looked at while tuning, so their
figures may be lower; a wrong identity weighs more than a missing one.
"""

from collections import Counter

import pytest

from multilex.extract.acts import mentions
from tests.extract.acts.sentences import LANGUAGES, Sentence, sentences

FLOORS = {"dev": (0.97, 0.99, 0.99), "held": (0.93, 0.97, 0.98)}
"""Exact span F1, overlap F1, precision of identity."""


def _score(sentence: Sentence) -> Counter[str]:
    score: Counter[str] = Counter()
    found = mentions(sentence.text, sentence.lang)[0]
    score["gold"] += len(sentence.spans)
    score["found"] += len(found)
    for (start, end), key in zip(sentence.spans, sentence.keys, strict=True):
        shared = [one for one in found if one.start < end and start < one.end]
        texts = [sentence.text[one.start : one.end] for one in shared]
        score["overlap"] += bool(shared)
        score["exact"] += any((one.start, one.end) == (start, end) for one in shared) or any(
            text in sentence.allow for text in texts
        )
        if key and shared and shared[0].act.key:
            score["keyed"] += 1
            score["right"] += shared[0].act.key == key
    return score


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("part", FLOORS)
def test_figures_of_marked_sentences(part: str, lang: str) -> None:
    total: Counter[str] = Counter()
    for sentence in sentences(part):
        if sentence.lang == lang:
            total += _score(sentence)
    assert total["gold"] >= 20
    assert total["keyed"] >= 12
    exact, overlap, identity = FLOORS[part]
    size = total["gold"] + total["found"]
    assert 2 * total["exact"] / size >= exact
    assert 2 * total["overlap"] / size >= overlap
    assert total["right"] / total["keyed"] >= identity


@pytest.mark.parametrize("sentence", [one for one in sentences("dev") if one.pinpoints], ids=lambda one: one.name)
def test_pinpoints_belong_to_their_act(sentence: Sentence) -> None:
    found = mentions(sentence.text, sentence.lang)[0]
    flat = [
        tuple(dict.fromkeys(f"{unit} {value}" for *_, paths in one.pinpoints for path in paths for unit, value in path))
        for one in found
    ]
    assert flat[: len(sentence.pinpoints)] == list(sentence.pinpoints)


def test_there_are_enough_sentences() -> None:
    everything = [*sentences("dev"), *sentences("held")]
    assert sum(len(one.spans) for one in everything) >= 150
    assert sum(not one.spans for one in everything) >= 60
