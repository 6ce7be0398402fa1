"""Inline markup of converters: what it says is kept as marks, its signs are dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multilex.layout.markup import strip_markup
from multilex.vocabulary import MarkKind


@pytest.mark.parametrize(
    ("line", "text", "marked"),
    [
        ("Серікбаева А.Т.^{1*}", "Серікбаева А.Т.¹*", [("¹*", MarkKind.SUPERSCRIPT)]),
        ("**Н.К.** Омаров 2 ,", "Н.К. Омаров 2 ,", [("Н.К.", MarkKind.BOLD)]),
        ("*Omarov v Ltd* (2021)", "Omarov v Ltd (2021)", [("Omarov v Ltd", MarkKind.ITALIC)]),
        ("см. <https://example.kz/a_b>.", "см. https://example.kz/a_b.", []),
        ("H_{2}O и м<sup>2</sup>", "H2O и м²", [("2", MarkKind.SUBSCRIPT), ("²", MarkKind.SUPERSCRIPT)]),
        ("10^{-3} г", "10⁻³ г", [("⁻³", MarkKind.SUPERSCRIPT)]),
        ("№ 96¹ и № 97", "№ 96¹ и № 97", [("¹", MarkKind.SUPERSCRIPT)]),
    ],
)
def test_markup_becomes_marks(line: str, text: str, marked: list[tuple[str, MarkKind]]) -> None:
    inline = strip_markup(line)
    assert inline.text == text
    assert [(inline.text[a:b], kind) for a, b, kind in inline.marks] == marked


@pytest.mark.parametrize(
    "line",
    [
        "А.В. Омаров²*, Ш.Ф. Сәбитов³",  # stars are marks of authors, not italics
        "*(e-mail: a@example.kz)",
        "*Омаров А.В., *Сәбитов Ш.Ф.",
        "a < b > c",
        "2 * 3 * 4 = 24",
    ],
)
def test_other_stars_and_brackets_stay(line: str) -> None:
    assert strip_markup(line).text == line


@given(st.text(alphabet="ab *^_{}<>/$\\¹1\u00adsup", max_size=60))
def test_every_character_is_kept_or_dropped_once(line: str) -> None:
    inline = strip_markup(line)
    assert len(inline.text) == len(inline.kept)
    assert list(inline.kept) == sorted(set(inline.kept))
    solid = {i for i, c in enumerate(line) if not c.isspace()}
    assert solid <= set(inline.kept) | set(inline.dropped)
    assert not set(inline.kept) & set(inline.dropped)
