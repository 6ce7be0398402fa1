"""Acts of real papers, which lie outside the project: spans, identity, and what must never be returned."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import multilex
from multilex.evaluate import evaluate
from multilex.extract.acts.fold import fold
from multilex.extract.acts.pinpoints import pinpoints
from multilex.record import Record
from tests.extract.acts.gold import SENTENCES, cited_places, score

NAMES = ("ineu-2020", "kaznpu-2025")


@cache
def records(path: Path) -> list[Record]:
    return multilex.extract(path)


def test_spans_and_identity_of_the_papers(corpus: Path) -> None:
    figures = evaluate(corpus / "papers").figures
    assert figures["act_spans_exact"].all.gold == 27
    assert figures["act_spans_exact"].all.f1 >= 0.97
    assert figures["act_spans_overlap"].all.f1 >= 0.97
    assert figures["act_identity"].all.to_dict()["precision"] == 1.0
    assert figures["act_identity"].all.to_dict()["recall"] >= 0.95


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_taken_for_an_act_that_is_none(name: str, corpus: Path) -> None:
    gold = json.loads((corpus / "papers" / f"{name}.gold.json").read_text("utf-8"))
    negatives: list[dict[str, Any]] = [one for article in gold["articles"] for one in article["legal_hard_negatives"]]
    assert len(negatives) > 30
    found = [
        place for record in records(corpus / "papers" / f"{name}.txt") for act in record.acts for place in act.places
    ]
    touched = [
        one["text"]
        for one in negatives
        if any(one["start"] < place.end and place.start < one["end"] for place in found)
    ]
    assert touched == []


def test_contradictory_addresses_are_reported(corpus: Path) -> None:
    notes = [
        note.message
        for record in records(corpus / "papers" / "kaznpu-2025.txt")
        for note in record.notes
        if note.code == "act-link" and note.severity == "warning"
    ]
    assert len(notes) == 2


@pytest.mark.parametrize("name", SENTENCES)
def test_figures_of_labelled_strings(name: str, corpus: Path) -> None:
    figures = score(corpus, name)
    assert figures.gold >= SENTENCES[name].least
    assert figures.overlap_f1 >= SENTENCES[name].overlap
    assert figures.exact_f1 >= SENTENCES[name].exact
    assert figures.fields >= SENTENCES[name].fields


def test_places_of_citations(corpus: Path) -> None:
    cited = list(cited_places(corpus))
    assert len(cited) > 10
    for text, places in cited:
        paths = [path for one in pinpoints(text, fold(text)) for path in one.paths]
        assert {part for path in paths for part in path} == places, text
