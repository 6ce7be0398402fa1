"""Damaging clean text by the inverse of the tables, to see whether repair gives it back."""

import random
from pathlib import Path

from multilex.document import Document
from multilex.layout import layout
from multilex.packs import table
from multilex.read.text import read_text
from tests.conftest import ROOT

SAMPLES = {name: ROOT / "samples" / f"{name}.txt" for name in ("pedagogy-kk", "law-ru", "heating-ru", "tourism-en")}
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһ"


def sample(name: str) -> str:
    """The text of a sample."""
    return Path(SAMPLES[name]).read_text(encoding="utf-8")


def misread(text: str, truly: str, read_as: str) -> str:
    """The text written in one encoding and read in another; codes without a character as they are."""
    codes = text.encode(truly, errors="ignore")
    return "".join(bytes([code]).decode(read_as, errors="ignore") or chr(code) for code in codes)


def in_encoding(text: str, encoding: str) -> str:
    """The lines of a text whose letters can be saved in an encoding, without the signs that cannot."""
    saved = [(line, line.encode(encoding, "ignore").decode(encoding)) for line in text.split("\n")]
    return "\n".join(new for old, new in saved if [*filter(str.isalpha, old)] == [*filter(str.isalpha, new)])


def in_font(text: str, name: str) -> str:
    """The text in a Kazakh font, as a cp1251 reader shows it."""
    font = next(entry for entry in table("damage")["fonts"] if entry["name"] == name)
    return text.translate(str.maketrans(font["right"], font["wrong"]))


def with_look_alikes(text: str, share: float, to: str) -> str:
    """The text with a share of its letters typed in the other alphabet; `to` is ``Latn`` or ``Cyrl``."""
    dice = random.Random(share)
    pairs = [pair for pair in table("damage")["look_alikes"]["pairs"] if pair[0].lower() not in "sj"]
    twins = {cyrillic: latin for latin, cyrillic in pairs} if to == "Latn" else dict(pair for pair in pairs)
    return "".join(twins[char] if char in twins and dice.random() < share else char for char in text)


def lay(text: str, repair: bool = True) -> Document:
    """The document of a text file."""
    return layout(read_text(text.encode(), "test.txt"), repair=repair)


def restored(clean: str, damaged: str) -> float:
    """The share of the letters of a clean text that come out of its damaged form as they were."""
    want, got = lay(clean, repair=False).text, lay(damaged).text
    if len(want) != len(got):
        return 0.0
    letters = [(a, b) for a, b in zip(want, got, strict=True) if a.isalpha()]
    return sum(a == b for a, b in letters) / len(letters)
