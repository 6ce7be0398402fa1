"""The alignment table and the notes on gaps."""

from multilex import pipeline
from multilex.record import Record
from multilex.vocabulary import NoteCode

from ..segment.papers import BODY, CODES, EN, KK, REFERENCES, RU, paper


def record(*parts: str) -> Record:
    (found,) = pipeline.extract(paper(CODES, *parts, BODY, REFERENCES).encode())
    return found


def test_every_role_in_three_languages() -> None:
    found = record(KK, RU, EN)
    rows = {row.role: {lang: cell.state for lang, cell in row.cells.items()} for row in found.alignment.roles}
    everywhere = {"kk": "present", "ru": "present", "en": "present"}
    assert {role: rows[role] for role in ("titles", "authors", "abstracts", "keywords")} == {
        "titles": everywhere,
        "authors": everywhere,
        "abstracts": everywhere,
        "keywords": everywhere,
    }
    assert rows["body"] == {"kk": "absent", "ru": "present", "en": "absent"}


def test_pointers_lead_to_the_findings() -> None:
    found = record(KK, RU, EN)
    dump = found.to_dict()
    for row in found.alignment.roles:
        for lang, cell in row.cells.items():
            if cell.pointer:
                _, field, index = cell.pointer.split("/")
                assert dump[field][int(index)]["lang"] == lang


def test_keywords_are_paired_by_position() -> None:
    rows = record(KK, RU, EN).alignment.keywords
    assert [row.values for row in rows] == [
        {"en": "lake", "kk": "көл", "ru": "озеро"},
        {"en": "water quality", "kk": "су сапасы", "ru": "качество воды"},
        {"en": "control", "kk": "бақылау", "ru": "контроль"},
    ]


def test_a_keyword_that_one_language_lacks_stands_without_it_and_is_noted() -> None:
    found = record(KK.replace(", бақылау.", "."), RU, EN)
    assert [row.values for row in found.alignment.keywords] == [
        {"en": "lake", "kk": "көл", "ru": "озеро"},
        {"en": "water quality", "kk": "су сапасы", "ru": "качество воды"},
        {"en": "control", "ru": "контроль"},
    ]
    (note,) = [note for note in found.notes if note.code == NoteCode.COUNT_DIFFERS]
    assert note.message == "the number of keywords differs: en 3, kk 2, ru 3"


def test_a_missing_language_is_noted_for_each_role() -> None:
    found = record(RU, EN)
    missing = {(note.field, note.lang) for note in found.notes if note.code == NoteCode.MISSING_LANGUAGE}
    assert missing == {(f"/{role}", "kk") for role in ("titles", "authors", "affiliations", "abstracts", "keywords")}


def test_a_complete_paper_has_no_notes_but_of_its_contents() -> None:
    codes = {note.code for note in record(KK, RU, EN).notes}
    assert not codes & {NoteCode.MISSING_FIELD, NoteCode.MISSING_LANGUAGE, NoteCode.COUNT_DIFFERS}
