"""Characters of private use: bullets, dashes, signs and Greek letters of symbol fonts, words in fonts of own codes."""

import pytest

from multilex.repair.symbols import mend_symbols


def in_private_use(text: str, encoding: str) -> str:
    return "".join(chr(0xF000 + code) if code > 0x20 else " " for code in text.encode(encoding))


def mended(text: str) -> str:
    out = list(text)
    for change in mend_symbols(text):
        out[change.start : change.end] = change.new
    return "".join(out)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("\uf0b7 первый", "• первый"),
        ("\uf0a7 первый", "• первый"),
        ("2019 \uf02d 2021", "2019 – 2021"),
        ("\uf061 = 0,05", "α = 0,05"),
        ("\uf044t \uf0b3 5 \uf0b0C", "Δt ≥ 5 °C"),
        (in_private_use("Трудовое право", "cp1251"), "Трудовое право"),
        (in_private_use("Еңбек құқығы", "kz1048"), "Еңбек құқығы"),
        (in_private_use("Labour market", "cp1251"), "Labour market"),
    ],
)
def test_what_a_code_means_is_known(printed: str, meant: str) -> None:
    assert mended(printed) == meant


@pytest.mark.parametrize("text", ["\ue001\ue002", "•–α°", "обычный текст", "\uf8ff"])
def test_other_characters_stay(text: str) -> None:
    assert mended(text) == text
