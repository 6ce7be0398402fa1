"""Records to export: the samples, and papers with what trips up writers."""

from functools import cache

from tests.conftest import ROOT

import multilex
from multilex.export import Settings
from multilex.record import Record

SAMPLES = ("heating-ru", "law-ru", "pedagogy-kk", "tourism-en")

COMPLETE = Settings.model_validate(
    {
        "journal": {"issn": "1234-5679", "titles": {"kk": "Құқық", "ru": "Право", "en": "Law"}},
        "issue": {"volume": "3", "number": "2 (18)", "year": 2024, "date": "2024-06-30"},
        "ojs": {"email": "editor@example.org"},
        "crossref": {
            "depositor": "Law Press",
            "email": "doi@example.org",
            "registrant": "Law Press",
            "landing": "https://example.org/{doi}",
            "batch": "batch-1",
            "timestamp": 20240630,
        },
    }
)
"""What a user can say, all said."""

HOSTILE = """УДК 341.2

ПРАВО & ПОРЯДОК <a> В ТЕКСТЕ ]]> "ЦИТАТА"

А.Б. Орлова

Аннотация. Текст с \x02 знаками \x0b, \u2028 разрывами & <тегами> ]]> и \u202eстрелками.

Ключевые слова: право & порядок, <тег>

Введение

Нормы <права> описаны [1] & проверены.

Список литературы

1. Орлова А.Б. Право & <порядок>. – Алматы: Дала, 2019. – 10 с.
"""


@cache
def sample(name: str, ending: str = "txt") -> list[Record]:
    """The papers of a sample."""
    return multilex.Extractor(papers_only=True).extract(ROOT / f"samples/{name}.{ending}")


@cache
def hostile() -> Record:
    """A paper full of what mark-up trips over."""
    return multilex.extract(HOSTILE.encode(), name="hostile.txt")[0]
