"""What the whole pipeline aligns: abstracts with labels and page breaks, sections, people, organisations."""

from multilex import pipeline
from multilex.record import AlignedText, Record
from tests.segment.papers import BODY, CODES, EN, KK, REFERENCES, RU, paper

RU_BODY = BODY.replace("[1, 2]", "[1]").replace("[3]", "[2]")
EN_BODY = """\
Introduction

Steppe lakes grow shallow, and with their depth the composition of the water changes. Many have written about it [1].

Conclusion

Observation by villagers is cheaper and faster."""


def record(*parts: str) -> Record:
    (found,) = pipeline.extract(paper(CODES, *parts, REFERENCES).encode())
    return found


def text(found: Record, role: str) -> AlignedText:
    return next(one for one in found.alignment.texts if one.role == role)


def printed(one: AlignedText) -> list[dict[str, str]]:
    return [
        {lang: " ".join(one.sentences[lang][at].text[:14] for at in cell) for lang, cell in row.cells.items()}
        for row in one.rows
    ]


def test_abstracts_are_aligned_sentence_by_sentence() -> None:
    assert printed(text(record(KK, RU, EN, BODY), "abstracts")) == [
        {"kk": "Мақалада дала ", "ru": "В статье рассм", "en": "The article lo"},
        {"kk": "Бақылау үш жыл", "ru": "Наблюдения вел", "en": "Observations l"},
    ]


def test_sentences_stand_where_they_say() -> None:
    document = pipeline.read(paper(CODES, KK, RU, EN, BODY, REFERENCES).encode())
    (found,) = pipeline.extract(document)
    sentences = [one for each in found.alignment.texts for some in each.sentences.values() for one in some]
    assert len(sentences) == 9
    for one in sentences:
        assert document.text[slice(*one.span)] == one.text
        assert one.places


def test_pointers_lead_to_the_texts() -> None:
    found = record(KK, RU, EN, BODY)
    dump = found.to_dict()
    for one in found.alignment.texts:
        for lang, pointer in one.pointers.items():
            _, field, index = pointer.split("/")
            assert dump[field][int(index)]["lang"] == lang


def test_a_title_is_one_sentence_whatever_stops_it_holds() -> None:
    found = record(KK, RU.replace("ВОДЫ И ПУТИ", "ВОДЫ. ПУТИ"), EN, BODY)
    assert [row.kind for row in text(found, "titles").rows] == ["1:1:1"]


def test_labels_of_parts_are_no_part_of_sentences_and_parts_are_rows() -> None:
    ru = RU.replace("В статье", "Цель: В статье").replace("Наблюдения велись", "Методы: Наблюдения велись")
    en = EN.replace("The article", "Purpose: The article").replace(
        "Observations lasted", "Methods: Observations lasted"
    )
    found = record(ru, en, BODY)
    assert printed(text(found, "abstracts")) == [
        {"ru": "В статье рассм", "en": "The article lo"},
        {"ru": "Наблюдения вел", "en": "Observations l"},
    ]
    assert [(row.kind, sorted(row.parts)) for row in found.alignment.parts] == [
        ("purpose", ["en", "ru"]),
        ("methods", ["en", "ru"]),
    ]


def test_sections_of_a_body_in_two_languages_are_aligned() -> None:
    found = record(KK, RU, EN, f"{RU_BODY}\n\n{EN_BODY}")
    assert [row.kind for row in text(found, "introduction").rows] == ["1:1", "1:1"]
    assert [row.kind for row in text(found, "conclusion").rows] == ["1:1"]
    body = next(row.cells for row in found.alignment.roles if row.role == "body")
    assert {lang: cell.state for lang, cell in body.items()} == {"kk": "absent", "ru": "present", "en": "present"}


def test_a_body_in_one_language_is_not() -> None:
    assert [one.role for one in record(KK, RU, EN, BODY).alignment.texts] == ["titles", "abstracts"]


def test_people_and_organisations_have_a_row_each() -> None:
    found = record(KK, RU, EN, BODY).alignment
    assert [row.authors for row in found.people] == [
        {"kk": "kk-1", "ru": "ru-1", "en": "en-1"},
        {"kk": "kk-2", "ru": "ru-2", "en": "en-2"},
    ]
    assert [sorted(row.affiliations) for row in found.affiliations] == [["en", "kk", "ru"]] * 2


def test_an_organisation_that_one_language_leaves_out_stands_without_it() -> None:
    en = EN.replace("¹Institute of Steppe Geography, Astana, Kazakhstan\n\n", "").replace("Saduov¹", "Saduov²")
    rows = [sorted(row.affiliations) for row in record(KK, RU, en, BODY).alignment.affiliations]
    assert sorted(rows) == [["en", "kk", "ru"], ["kk", "ru"]]


def test_a_summary_is_noted_as_one() -> None:
    long = EN.replace(
        "Observations lasted three years and samples were taken monthly.",
        "Old maps from the archive were digitised. Fishermen were asked about their catch. "
        "Reeds cover the southern shore. A salt crust appears every August. Cattle drink at four of the wells.",
    )
    ru = RU.replace(" Наблюдения велись три года, пробы отбирались ежемесячно.", "")
    found = record(ru, long, BODY)
    (pair,) = text(found, "abstracts").pairs
    assert pair.relation == "summary"
    (note,) = [note for note in found.notes if note.code == "shorter-in-language"]
    assert (note.lang, note.severity, note.message) == (
        "ru",
        "warning",
        "the abstract in ru only sums up what other languages say",
    )
