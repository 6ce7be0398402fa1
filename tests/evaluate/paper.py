"""A small paper with its gold, and the perfect record of it: tests change one thing and see what it costs."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from multilex.document import Document
from multilex.evaluate.goldset import GoldFile
from multilex.evaluate.outcome import Outcome
from multilex.evaluate.report import Figure, figures
from multilex.evaluate.score import score
from multilex.record import Record
from tests.evaluate import perfect

TEXT = """УДК 347.1 МРНТИ 10.27.01

Право на воду

А.Б. Сериков¹, В.Г. Ли²*

¹Таразский университет
²Академия права

li@uni.kz

Аннотация

В статье описан договор о воде.

Ключевые слова: вода, договор.

Water law

A.B. Serikov¹, V.G. Lee²*

¹University of Taraz
²Academy of Law

The paper describes a contract on water.

Keywords: water, contract.

Введение

Вода нужна всем [1]. Закон № 96¹ говорит о ней.

¹ О воде. Закон 1993 года.

Методы

Мы читали договоры [1, 2].

Список литературы

1. Иванов А. Вода. – Алматы, 2001.

2. Петров Б. Договор. – Астана, 2002."""


def at(text: str, after: str = "") -> dict[str, Any]:
    """The span of a passage, the first one behind `after`."""
    start = TEXT.index(text, TEXT.index(after) if after else 0)
    return {"text": text, "start": start, "end": start + len(text)}


def _authors(lang: str, *names: str) -> dict[str, Any]:
    authors = [
        {
            **at(name),
            "id": f"au_{lang}{i}",
            "name": name,
            "family": name.split()[1],
            "given": name.split()[0],
            "marks": [str(i)],
            "corresponding": i == 2,
            "affiliations": [f"af_{lang}{i}"],
        }
        for i, name in enumerate(names, start=1)
    ]
    return {"lang": lang, "authors": authors, "start": authors[0]["start"], "text": " ".join(names)}


def _section(kind: str, heading: str, *blocks: str) -> dict[str, Any]:
    return {"type": kind, "heading": at(heading), "body_blocks": list(blocks)}


def _item(number: int, text: str) -> dict[str, Any]:
    return {**at(f"{number}. {text}"), "number": number, "id": f"orig:{number}", "lang": "ru"}


BLOCKS = (
    {**at("УДК 347.1 МРНТИ 10.27.01"), "id": "b0", "lang": "other", "article": "a0"},
    {**at("Право на воду"), "id": "b1", "lang": "ru", "article": "a0"},
    {**at("Water law"), "id": "b2", "lang": "en", "article": "a0"},
    {**at("Вода нужна всем [1]. Закон № 96¹ говорит о ней."), "id": "b3", "lang": "ru", "article": "a0"},
    {**at("Мы читали договоры [1, 2]."), "id": "b4", "lang": "ru", "article": "a0"},
    {**at("2. Петров Б. Договор. – Астана, 2002."), "id": "b5", "lang": "ru", "article": "a0"},
)

GOLD: dict[str, Any] = {
    "id": "a0",
    "start": 0,
    "end": len(TEXT),
    "body_lang": "ru",
    "codes": [
        {**at("347.1"), "scheme": "UDC", "value": "347.1"},
        {**at("10.27.01"), "scheme": "IRSTI", "value": "10.27.01"},
    ],
    "doi": None,
    "emails": [{**at("li@uni.kz"), "value": "li@uni.kz"}],
    "titles": [{**at("Право на воду"), "lang": "ru"}, {**at("Water law"), "lang": "en"}],
    "author_lists": [
        _authors("ru", "А.Б. Сериков", "В.Г. Ли"),
        _authors("en", "A.B. Serikov", "V.G. Lee"),
    ],
    "affiliations": [
        {**at("Таразский университет"), "id": "af_ru1", "lang": "ru", "value": "Таразский университет"},
        {**at("Академия права"), "id": "af_ru2", "lang": "ru", "value": "Академия права"},
        {**at("University of Taraz"), "id": "af_en1", "lang": "en", "value": "University of Taraz"},
        {**at("Academy of Law"), "id": "af_en2", "lang": "en", "value": "Academy of Law"},
    ],
    "abstracts": [
        {**at("В статье описан договор о воде."), "lang": "ru"},
        {**at("The paper describes a contract on water."), "lang": "en"},
    ],
    "keywords": [
        {**at("Ключевые слова: вода, договор."), "lang": "ru", "items": [at("вода"), at("договор", "вода,")]},
        {
            **at("Keywords: water, contract."),
            "lang": "en",
            "items": [at("water", "Keywords"), at("contract", "Keyw")],
        },
    ],
    "alignment": {"keywords": {"pairs": {"en-ru": [[[0], [0]], [[1], [1]]]}}},
    "sections": [
        _section("introduction", "Введение", "b3"),
        _section("methods", "Методы", "b4"),
        _section("references_original", "Список литературы"),
    ],
    "footnotes": [
        {**at("¹ О воде. Закон 1993 года."), "id": "fn1", "number": 1, "body": at("О воде. Закон 1993 года.")}
    ],
    "footnote_callouts": [{**at("¹", "96"), "number": 1, "footnote": "fn1"}],
    "citations": [
        {**at("[1]"), "numbers": [1], "form": "single", "targets": ["orig:1"]},
        {**at("[1, 2]"), "numbers": [1, 2], "form": "list", "targets": ["orig:1", "orig:2"]},
    ],
    "reference_lists": [
        {
            "id": "orig",
            "kind": "original",
            "heading": at("Список литературы"),
            "items": [
                _item(1, "Иванов А. Вода. – Алматы, 2001."),
                _item(2, "Петров Б. Договор. – Астана, 2002."),
            ],
        }
    ],
}

FILE = GoldFile("paper", Path("paper.txt"), (GOLD,), blocks=BLOCKS, text=TEXT)
DOCUMENT = perfect.document(TEXT)
RECORD = perfect.records(FILE, DOCUMENT)[0]


def outcomes(record: Record, *, file: GoldFile = FILE, document: Document = DOCUMENT) -> list[Outcome]:
    """All that the record is compared for."""
    return [outcome for _, outcome in score(file, document, [record])]


def scored(record: Record, *, file: GoldFile = FILE, document: Document = DOCUMENT) -> dict[str, Figure]:
    """The figures of the record."""
    return figures(outcomes(record, file=file, document=document))


def wrong(found: Iterable[Outcome]) -> list[tuple[str, str | None, str | None]]:
    """Figure, gold and found value of what is not right."""
    return [(one.figure, one.gold, one.found) for one in found if not one.right]
