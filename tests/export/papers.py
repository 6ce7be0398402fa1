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


TABLED = """<html><body><p>УДК 633.1</p><p>УРОЖАЙ РИСА В НИЗОВЬЯХ РЕК</p><p>А.Б. Орлова</p>
<p>Аннотация. Урожай риса измерен на трёх участках за два года.</p><p>Ключевые слова: рис, урожай</p>
<h2>Введение</h2><p>Рис сеют давно, о чём говорит таблица.</p><p>Таблица 1 – Урожай по годам</p>
<table><tr><th>Культура</th><th>Тонн [1]</th></tr><tr><td>Рис &amp; просо</td><td>5,1</td></tr></table>
<p>Опыт показан на рисунке.</p><p>Рисунок 2. Схема опыта</p><p>Так поступали везде.</p>
<h2>Список литературы</h2><p>1. Орлова А.Б. Рис и вода. – Алматы: Дала, 2019. – 10 с.</p></body></html>"""


@cache
def tabled() -> Record:
    """A paper with a table, a figure and a citation in a cell."""
    [record] = multilex.extract(TABLED.encode(), name="tabled.html")
    return record


@cache
def sample(name: str, ending: str = "txt") -> list[Record]:
    """The papers of a sample."""
    return multilex.Extractor(papers_only=True).extract(ROOT / f"samples/{name}.{ending}")


@cache
def hostile() -> Record:
    """A paper full of what mark-up trips over."""
    return multilex.extract(HOSTILE.encode(), name="hostile.txt")[0]
