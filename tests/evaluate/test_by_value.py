"""Scoring without offsets, as for a PDF: what is compared by value instead."""

from collections import Counter
from typing import Any

from multilex.evaluate.boundaries import extent, match, opening
from multilex.evaluate.links import callouts, citations, footnotes
from multilex.evaluate.sections import body_roles, languages
from multilex.record import Block, Place, Record
from tests.evaluate.paper import BLOCKS, FILE, GOLD, RECORD

BY_ID = {block["id"]: block for block in BLOCKS}


def elsewhere(record: Record) -> Record:
    """The record with all places moved to page 7, as if another file had been read."""
    place = Place(page=7, box=None, start=90_000, end=90_010)
    blocks = tuple(block.model_copy(update={"places": (place,)}) for block in record.blocks)
    return record.model_copy(update={"blocks": blocks})


def rights(outcomes: Any) -> list[bool]:
    return [one.right for one in outcomes]


def test_links_are_found_again_by_their_text_and_what_stands_before_them() -> None:
    record = elsewhere(RECORD)
    assert rights(footnotes(GOLD, record, offsets=False)) == [True]
    assert rights(callouts(GOLD, record, FILE.text, offsets=False)) == [True]
    assert rights(citations(GOLD, record, offsets=False)) == [True, True]


def test_paragraphs_are_found_again_in_their_sections() -> None:
    assert rights(body_roles(GOLD, elsewhere(RECORD), BY_ID, None)) == [True, True]
    torn = RECORD.model_copy(update={"sections": RECORD.sections[1:]})
    assert rights(body_roles(GOLD, elsewhere(torn), BY_ID, None)) == [False, True]


def test_languages_are_those_of_the_blocks_that_hold_the_text() -> None:
    assert rights(languages(BLOCKS, elsewhere(RECORD), offsets=False)) == [True] * len(BLOCKS)


def test_an_article_ends_with_its_last_block() -> None:
    last = {**BLOCKS[-1], "text": BLOCKS[-1]["text"]}
    assert rights(extent(GOLD, RECORD, BLOCKS, None)) == [True]
    assert rights(extent(GOLD, RECORD, (*BLOCKS, {**last, "text": "3. Сидоров В. Берег."}), None)) == [False]


def test_every_article_takes_the_record_that_holds_its_text() -> None:
    other: dict[str, Any] = {"id": "a1", "titles": [{"text": "Договор дарения земли", "lang": "ru"}]}
    stranger = RECORD.model_copy(update={"id": "x", "blocks": (_block("Договор дарения земли"),)})
    pairs = Counter(
        (gold and gold["id"], record and record.id) for gold, record in match([other, GOLD], [RECORD, stranger])
    )
    assert pairs == Counter([("a0", "a0"), ("a1", "x")])


def _block(text: str) -> Block:
    return RECORD.blocks[0].model_copy(update={"text": text, "span": (0, len(text))})


def test_a_page_map_asks_for_the_page_and_the_first_line() -> None:
    entry = {"header_on_page": 7, "irsti_line": "УДК 347.1", "doi": None}
    gold = {**GOLD, "page_map": entry}
    record = elsewhere(RECORD)
    assert rights(opening(gold, record)) == [True]
    late = record.model_copy(update={"blocks": record.blocks[1:]})
    assert _shown(opening(gold, late)) == [("page 7", "page 7, begins with: Право на воду")]
    assert _shown(opening({**gold, "page_map": {**entry, "header_on_page": 6}}, record)) == [("page 6", "page 7")]
    assert _shown(opening(gold, None)) == [("page 7", None)]
    assert _shown(opening(None, record)) == [(None, "page 7")]


def _shown(outcomes: Any) -> list[tuple[str | None, str | None]]:
    return [(one.gold, one.found) for one in outcomes]
