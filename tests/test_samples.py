"""The samples are what their definitions make, and the gold says what stands in the text."""

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("law-ru", "pedagogy-kk", "tourism-en", "heating-ru")

sys.path.insert(0, str(SAMPLES))

from press.hyphens import cuts  # noqa: E402
from press.inline import Paragraph  # noqa: E402


@pytest.fixture(scope="module")
def texts() -> dict[str, bytes]:
    from make_samples import texts

    return texts()


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SAMPLES / f"{name}.gold.json").read_text(encoding="utf-8"))
    return loaded


def article(name: str) -> dict[str, Any]:
    whole: dict[str, Any] = gold(name)["articles"][-1]
    return whole


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every annotated span in a piece of gold."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from spans(each)


@pytest.mark.parametrize(
    "name", [f"{name}{end}" for name in NAMES for end in (".txt", ".gold.json", ".pages-blocks.json")]
)
def test_text_and_gold_are_what_the_definition_makes(name: str, texts: dict[str, bytes]) -> None:
    assert texts[name] == (SAMPLES / name).read_bytes(), "run samples/make_samples.py and look at the difference"


@pytest.mark.parametrize("name", [*(f"{name}.pdf" for name in NAMES), "issue.pdf", "issue.pages.json"])
def test_the_pdfs_are_what_the_definitions_make(name: str, pdfs: dict[str, bytes]) -> None:
    assert pdfs[name] == (SAMPLES / name).read_bytes(), "run samples/make_samples.py and look at the pages"


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    """The PDFs made anew; only the same reportlab, zlib and fonts make the same bytes."""
    pytest.importorskip("reportlab")
    from press.fonts import MissingFontError
    from press.issue import made_with, printed

    try:
        here = made_with()
    except MissingFontError as error:
        pytest.skip(str(error))
    there = json.loads((SAMPLES / "made-with.json").read_text(encoding="utf-8"))
    if here != there:
        pytest.skip(f"made with {there}, here are {here}")
    return printed()


@pytest.mark.parametrize("name", NAMES)
def test_every_span_of_the_gold_stands_in_the_text(name: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    found = list(spans(gold(name)))
    assert len(found) > 150
    assert [each for each in found if text[each["start"] : each["end"]] != each["text"]] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_blocks_of_the_gold_hold_the_whole_text(name: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    blocks = gold(name)["blocks"]
    covered = "".join(block["text"] for block in blocks)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(before["end"] < after["start"] for before, after in itertools.pairwise(blocks))


@pytest.mark.parametrize("name", NAMES)
def test_each_callout_has_its_note_and_each_citation_its_reference(name: str) -> None:
    paper = article(name)
    notes = [note["number"] for note in paper["footnotes"]]
    assert notes == [callout["number"] for callout in paper["footnote_callouts"]]
    items = {item["id"] for item in paper["reference_lists"][0]["items"]}
    assert len(paper["citations"]) > 6
    assert all(citation["targets"] and items >= set(citation["targets"]) for citation in paper["citations"])


def test_no_printed_number_swallows_its_callout() -> None:
    printed = json.loads((SAMPLES / "law-ru.pages-blocks.json").read_text(encoding="utf-8"))
    texts = [block["text"] for block in printed["blocks"]]
    assert any("№ 87⟦f:2⟧." in text for text in texts)
    assert any("Общая ссылка на согласие в тексте" in text for text in texts)  # whole again on paper
    assert list(printed["notes"]) == ["1", "2", "3", "4", "5", "6"]


def test_the_faults_are_where_the_readme_says() -> None:
    law, pedagogy, tourism, heating = map(article, NAMES)
    assert law["codes"][2] | {"text": "З49.23", "value": "349.23"} == law["codes"][2]  # a Cyrillic letter
    assert [item["number"] for item in law["reference_lists"][0]["items"] if "number_printed" in item] == [6]
    assert [item["number"] for item in pedagogy["reference_lists"][0]["items"]].count(5) == 2
    assert {each["lang"]: len(each["items"]) for each in tourism["keywords"]} == {"en": 6, "kk": 5, "ru": 6}
    assert [each["author"] for each in tourism["emails"] if each["value"].startswith("v.")] == [
        "au_en2",
        "au_en3",
    ]
    cited = {target for citation in tourism["citations"] for target in citation["targets"]}
    assert {item["id"] for item in tourism["reference_lists"][0]["items"]} - cited == {"orig:12"}
    assert [each["lang"] for each in heating["abstracts"]] == ["ru", "en"]
    assert [each["lang"] for each in heating["titles"]] == ["ru", "kk", "en"]


def test_the_issue_map_names_pages_that_follow_one_another() -> None:
    page_map = json.loads((SAMPLES / "issue.pages.json").read_text(encoding="utf-8"))
    articles = page_map["articles"]
    assert [each["article"] for each in articles] == list(NAMES)
    assert sum(each["starts_mid_page"] for each in articles) >= 2
    for each, following in itertools.pairwise(articles):
        shared = following["first_page"] - each["last_page"]
        assert shared == (0 if following["starts_mid_page"] else 1)


def test_inline_marks_become_runs() -> None:
    paragraph = Paragraph("body", "ru")
    paragraph.add_inline("№ 87[^2] и *k*_{C}, 10^{−3} м² {[2; 4-5] = 2 4 5}")
    assert [(run.text, *sorted(run.marks)) for run in paragraph.runs] == [
        ("№ 87",),
        ("2", "sup"),
        (" и ",),
        ("k", "italic"),
        ("C", "sub"),
        (", 10",),
        ("−3", "sup"),
        (" м",),
        ("2", "sup"),
        (" ",),
        ("[2; 4-5]",),
    ]
    assert [span.fields for span in paragraph.spans] == [{"number": 2}, {"numbers": [2, 4, 5]}]


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("исследование", "исс-ле-до-ва-ние"),
        ("оқушылардың", "оқу-шы-лар-дың"),
        ("concentration", "con-cent-ra-tion"),
        ("подъездной", "подъ-езд-ной"),
        ("ЕАЭС", "ЕАЭС"),
        ("пол", "пол"),
    ],
)
def test_words_are_cut_between_syllables(word: str, syllables: str) -> None:
    at = [0, *cuts(word), len(word)]
    assert "-".join(word[a:b] for a, b in itertools.pairwise(at)) == syllables
