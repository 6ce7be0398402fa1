"""Passages with their sentences marked by bars: ``A.| |B.`` is two sentences and the blank between them."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "sentences"
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, the spans of its sentences, and the group (``held out``, ``tuned`` …) it stands in."""

    lang: str
    text: str
    spans: tuple[tuple[int, int], ...]
    group: str = ""


def parse(line: str, lang: str, group: str = "") -> Passage:
    r"""A passage from its notation; ``\n`` stands for a line feed.

    >>> parse("Бір.| |Екі.", "kk").spans
    ((0, 4), (5, 9))
    """
    spans, offset = [], 0
    pieces = line.replace("\\n", "\n").split("|")
    for piece in pieces:
        if piece.strip():
            spans.append((offset, offset + len(piece)))
        offset += len(piece)
    return Passage(lang, "".join(pieces), tuple(spans), group)


def show(text: str, spans: Spans) -> str:
    """The notation of a text cut into spans.

    >>> show("One. Two.", [(0, 4), (5, 9)])
    'One.| |Two.'
    """
    edges = sorted({edge for span in spans for edge in span} - {0, len(text)})
    return "|".join(text[a:b] for a, b in zip([0, *edges], [*edges, len(text)], strict=True))


def passages(lang: str, group: str = "") -> list[Passage]:
    """The passages of ``sentences/<lang>.txt``: all, or those of one group."""
    found, heading = [], ""
    for line in (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#") and group in ("", heading):
            found.append(parse(line, lang, heading))
    return found
