"""Marked sentences: a text with its mentions between ⟦ and ⟧, the keys and pinpoints they should have."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from multilex.extract.acts import mentions

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


@dataclass
class Figures:
    """Counts over the sentences of one part and language; `keyed` are mentions with a key in gold and result."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlap: int = 0
    keyed: int = 0
    right: int = 0

    @property
    def exact_f1(self) -> float:
        return 2 * self.exact / (self.gold + self.found)

    @property
    def overlap_f1(self) -> float:
        return 2 * self.overlap / (self.gold + self.found)

    @property
    def identity(self) -> float:
        """The share of right keys."""
        return self.right / self.keyed


def figures(part: str, lang: str) -> Figures:
    """How well the acts in the sentences of a part and language are found."""
    total = Figures()
    for sentence in sentences(part):
        if sentence.lang == lang:
            _count(sentence, total)
    return total


def _count(sentence: Sentence, total: Figures) -> None:
    found = mentions(sentence.text, sentence.lang)[0]
    total.gold += len(sentence.spans)
    total.found += len(found)
    for (start, end), key in zip(sentence.spans, sentence.keys, strict=True):
        shared = [one for one in found if one.start < end and start < one.end]
        texts = [sentence.text[one.start : one.end] for one in shared]
        total.overlap += bool(shared)
        same = any((one.start, one.end) == (start, end) for one in shared)
        total.exact += same or any(text in sentence.allow for text in texts)
        if key and shared and shared[0].act.key:
            total.keyed += 1
            total.right += shared[0].act.key == key


def sentences(part: str) -> Iterator[Sentence]:
    """The sentences of ``dev_*.toml``, ``held_*.toml``, ``examiner_*.toml`` or ``second_*.toml``."""
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
