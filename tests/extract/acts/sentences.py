"""Marked sentences: a text with its mentions between ⟦ and ⟧, the keys and pinpoints they should have."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = {"ru": "ru", "kk": "kk", "en": "en"}


@dataclass(frozen=True)
class Sentence:
    """A text without marks, the spans of its mentions, their keys ("" is not demanded) and flat pinpoints; `allow`
    are other texts that a span may have.
    """

    name: str
    lang: str
    text: str
    spans: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]
    pinpoints: tuple[tuple[str, ...], ...]
    allow: tuple[str, ...]


def sentences(part: str) -> Iterator[Sentence]:
    """The sentences of ``dev_*.toml`` or ``held_*.toml``."""
    for lang in LANGUAGES:
        path = HERE / f"{part}_{lang}.toml"
        for number, entry in enumerate(tomllib.loads(path.read_text("utf-8"))["sentences"]):
            text, spans = _unmarked(entry["text"])
            yield Sentence(
                f"{part}-{lang}-{number}",
                lang,
                text,
                spans,
                tuple(entry.get("keys", [""] * len(spans))),
                tuple(tuple(one) for one in entry.get("pinpoints", ())),
                tuple(entry.get("allow", ())),
            )


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, spans = "", []
    for piece in marked.split("⟦"):
        if "⟧" in piece:
            inside, after = piece.split("⟧")
            spans.append((len(text), len(text) + len(inside)))
            text += inside + after
        else:
            text += piece
    return text, tuple(spans)
