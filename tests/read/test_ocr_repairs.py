"""What OCR misreads and what the rules of the pack make of it; near misses stay as they are."""

import pytest

from multilex.engines.tesseract import Glyph, Line, Word
from multilex.packs import table
from multilex.read.ocr_repairs import repair, repair_line

RULES = table("ocr")["rules"]
EXAMPLES = [(rule["name"], read, printed) for rule in RULES for read, printed in rule["examples"]]
NEAR_MISSES = [(rule["name"], text) for rule in RULES for text in rule["near_misses"]]


def test_every_rule_has_examples_and_near_misses() -> None:
    assert all(rule["examples"] and rule["near_misses"] for rule in RULES)
    assert all(("value" in rule) != ("letters" in rule) for rule in RULES)


@pytest.mark.parametrize(("name", "read", "printed"), EXAMPLES)
def test_what_was_misread_is_put_right(name: str, read: str, printed: str) -> None:
    assert repair(read)[0] == printed, name


@pytest.mark.parametrize(("name", "text"), NEAR_MISSES)
def test_near_misses_stay(name: str, text: str) -> None:
    assert repair(text) == (text, []), name


def line(text: str) -> Line:
    words, x = [], 100.0
    for word in text.split():
        words.append(Word([Glyph(c, x + 5 * i, 80, x + 5 * i + 4, 90) for i, c in enumerate(word)], 90))
        x += 5 * len(word) + 5
    return Line(words, 90, 12)


def test_characters_that_are_put_right_keep_their_place() -> None:
    one = line("2017. - Хо3. URL: __https://a.kz")
    before = one.words[2].glyphs[0].x0, one.words[2].glyphs[1].x1
    assert repair_line(one) == [("Хо3.", "№3."), ("__https://a.kz", "https://a.kz")]
    assert one.text == "2017. - №3. URL: https://a.kz"
    assert (one.words[2].glyphs[0].x0, one.words[2].glyphs[0].x1) == before


def test_superscripts_are_never_part_of_a_repair() -> None:
    one = line("См. Хо3")
    one.words[1].glyphs[1].raised = True
    assert repair_line(one) == []
    assert one.text == "См. Хо3"


def test_hostile_lines_take_no_time() -> None:
    for text in ("[1;" * 20_000, "_" * 100_000, "https://" + "a." * 50_000, "УДК " + "3.:" * 30_000):
        assert repair(text)[0]
