"""The alignment that a gold file gives: keywords, sentences of abstracts, people."""

from collections.abc import Mapping
from typing import Any

from multilex.document import Document
from multilex.record import (
    AlignedText,
    Alignment,
    KeywordRow,
    PersonRow,
    Sentence,
    SentenceBead,
    SentencePair,
    found,
)

Gold = Mapping[str, Any]


def alignment(gold: Gold, document: Document) -> Alignment:
    """What a perfect aligner finds in the article."""
    return Alignment(
        languages=("kk", "ru", "en"),
        roles=(),
        keywords=tuple(_keywords(gold)),
        people=tuple(_people(gold)),
        texts=tuple(_texts(gold, document)),
    )


def _keywords(gold: Gold) -> list[KeywordRow]:
    pairs = gold.get("alignment", {}).get("keywords", {}).get("pairs", {})
    items = {one["lang"]: [item["text"] for item in one["items"]] for one in gold.get("keywords", ())}
    return [
        KeywordRow(values={a: items[a][i[0]], b: items[b][j[0]]}, basis="position")
        for a, b, indices in ((*languages.split("-"), rows) for languages, rows in pairs.items())
        for i, j in indices
    ]


def _people(gold: Gold) -> list[PersonRow]:
    rows = gold.get("alignment", {}).get("author_lists", {}).get("authors", ())
    langs = {one["id"]: line["lang"] for line in gold.get("author_lists", ()) for one in line["authors"] if "id" in one}
    return [PersonRow(person=i, authors={langs[one]: one for one in row}) for i, row in enumerate(rows, 1)]


def _texts(gold: Gold, document: Document) -> list[AlignedText]:
    beads = gold.get("alignment", {}).get("sentences")
    if not beads:
        return []
    sentences = {
        one["lang"]: tuple(
            found(Sentence, document, each["start"], each["end"], "gold", lang=one["lang"]) for each in one["sentences"]
        )
        for one in gold["abstracts"]
    }
    pairs = tuple(_pair(languages, rows) for languages, rows in beads.items())
    return [AlignedText(role="abstracts", pointers={}, sentences=sentences, rows=(), pairs=pairs)]


def _pair(languages: str, rows: list[Gold]) -> SentencePair:
    a, b = languages.split("-")
    beads = [SentenceBead(cells={a: tuple(row["src"]), b: tuple(row["tgt"])}, kind="", score=1.0) for row in rows]
    return SentencePair(languages=(a, b), relation="translation", beads=tuple(beads))
