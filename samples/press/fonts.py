"""The fonts of the printed samples: found on the machine, never shipped."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".fonts",
    Path.home() / ".local/share/fonts",
)
STYLES = ("", "bold", "italic", "bold italic")


@dataclass(frozen=True)
class Family:
    """A family: its files in the order of `STYLES`, and the Debian package that holds them."""

    name: str
    package: str
    files: tuple[str, str, str, str]
    scale: float = 1.0  # of the size asked for when it stands in for another family


FAMILIES = {
    family.name: family
    for family in (
        Family(
            "Liberation Serif",
            "fonts-liberation",
            (
                "LiberationSerif-Regular.ttf",
                "LiberationSerif-Bold.ttf",
                "LiberationSerif-Italic.ttf",
                "LiberationSerif-BoldItalic.ttf",
            ),
        ),
        Family(
            "DejaVu Serif Condensed",
            "fonts-dejavu-extra",
            (
                "DejaVuSerifCondensed.ttf",
                "DejaVuSerifCondensed-Bold.ttf",
                "DejaVuSerifCondensed-Italic.ttf",
                "DejaVuSerifCondensed-BoldItalic.ttf",
            ),
            scale=0.9,
        ),
    )
}
COMPLETE = "DejaVu Serif Condensed"
"""The family that has all letters of Kazakh; set instead of one that lacks a letter of a paragraph."""


class MissingFontError(Exception):
    """A font is not on this machine; the message names the Debian package that brings it."""


@cache
def load_fonts() -> None:
    """Register all families with reportlab; raises MissingFontError."""
    for family in FAMILIES.values():
        for style, path in zip(STYLES, font_files(family), strict=True):
            pdfmetrics.registerFont(TTFont(font_name(family.name, style), str(path)))


def font_files(family: Family) -> list[Path]:
    """The files of a family; raises MissingFontError."""
    found = {path.name: path for folder in FOLDERS if folder.is_dir() for path in sorted(folder.rglob("*.ttf"))}
    missing = [name for name in family.files if name not in found]
    if missing:
        raise MissingFontError(
            f"{missing[0]} is in none of {', '.join(map(str, FOLDERS))}: "
            f"install the Debian package {family.package} (apt install {family.package})"
        )
    return [found[name] for name in family.files]


def font_name(family: str, style: str) -> str:
    """The name that reportlab knows a font by."""
    return f"{family} {style}".strip()


def style_of(marks: frozenset[str]) -> str:
    """The style that a run asks for."""
    return " ".join(style for style in ("bold", "italic") if style in marks)


@cache
def family_for(text: str, wanted: str) -> str:
    """`wanted` if it has every letter of `text`, else the complete family."""
    letters = pdfmetrics.getFont(font_name(wanted, "")).face.charToGlyph
    return wanted if all(ord(letter) in letters for letter in text if letter.isprintable()) else COMPLETE


def fingerprint() -> str:
    """A digest of all font files: the same fonts make the same PDFs."""
    digest = hashlib.sha256()
    for family in FAMILIES.values():
        for path in font_files(family):
            digest.update(path.read_bytes())
    return digest.hexdigest()
