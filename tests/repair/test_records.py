"""The record of a damaged paper is that of the clean one."""

from collections.abc import Callable

import pytest

from multilex import Extractor
from multilex.record import Record
from multilex.vocabulary import ArticleKind
from tests.repair.damage import in_encoding, in_font, misread, sample, with_look_alikes

KZ1048 = "KZ-1048 read as cp1251"

DAMAGE: list[tuple[str, str, Callable[[str], str]]] = [
    ("pedagogy-kk", "utf_8", lambda text: misread(text, "utf_8", "cp1251")),
    ("law-ru", "utf_8", lambda text: misread(text, "utf_8", "cp1252")),
    ("pedagogy-kk", "kz1048", lambda text: misread(text, "kz1048", "cp1252")),
    ("law-ru", "cp1251", lambda text: misread(text, "cp1251", "mac_cyrillic")),
    ("heating-ru", "cp1251", lambda text: misread(text, "cp1251", "cp1252")),
    ("pedagogy-kk", "utf_8", lambda text: with_look_alikes(text, 0.3, "Latn")),
    ("law-ru", "utf_8", lambda text: with_look_alikes(text, 0.3, "Latn")),
    ("pedagogy-kk", "utf_8", lambda text: in_font(text, KZ1048)),
]


def values(text: str) -> dict[str, list[object]]:
    record = next(one for one in Extractor().extract(text.encode()) if one.kind is ArticleKind.ARTICLE)
    return {
        "codes": [code.value for code in record.codes],
        "titles": [title.value for title in record.titles],
        "authors": [author.value for author in record.authors],
        "affiliations": [one.value for one in record.affiliations],
        "keywords": [[item.value for item in one.items] for one in record.keywords],
        "abstracts": [one.value for one in record.abstracts],
        "references": references(record),
        "citations": [len(record.citations), len(record.acts)],
    }


def references(record: Record) -> list[object]:
    return [item.value for listing in record.references for item in listing.items]


@pytest.mark.parametrize(("name", "encoding", "damage"), DAMAGE)
def test_a_damaged_paper_gives_the_same_record(name: str, encoding: str, damage: Callable[[str], str]) -> None:
    text = in_encoding(sample(name), encoding)
    clean, mended = values(text), values(damage(text))
    assert clean["titles"] and clean["references"]
    different = [key for key in clean if clean[key] != mended[key]]
    if "references" in different:
        wrong = [a for a, b in zip(clean["references"], mended["references"], strict=True) if a != b]
        assert len(wrong) <= 1  # an initial alone is too little evidence
        different.remove("references")
    assert different == []
