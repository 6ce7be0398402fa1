"""Codes and addresses as findings: places, overlaps, notes."""

import json
from array import array
from pathlib import Path

import pytest

from multilex.codes import irsti, udc
from multilex.document import Document
from multilex.extract.codes import code_notes, extract_codes, extract_emails
from multilex.source import Page, Source
from multilex.vocabulary import CodeScheme, CodeStatus, NoteCode, State

UDC, IRSTI, DOI, ORCID = CodeScheme.UDC, CodeScheme.IRSTI, CodeScheme.DOI, CodeScheme.ORCID


def document(text: str) -> Document:
    source = Source("a.txt", "text", "0" * 64, (Page(1, text, 0),))
    return Document(source, text, (), array("l", range(len(text))))


def codes(text: str, *, header: bool = True) -> list[tuple[CodeScheme, str | None]]:
    return [(code.scheme, code.value) for code in extract_codes(document(text), 0, len(text), header=header)]


def test_a_code_line_in_printed_order() -> None:
    text = "UDC 347.965.42; 343.985 МРНТИ 06.71.33; 10.77.51\nDOI: https://doi.org/10.1000/2019-3/12-17"
    found = extract_codes(document(text), 0, len(text), header=True)
    assert [(code.scheme, code.value, code.label) for code in found] == [
        (UDC, "347.965.42", "UDC"),
        (UDC, "343.985", "UDC"),
        (IRSTI, "06.71.33", "МРНТИ"),
        (IRSTI, "10.77.51", "МРНТИ"),
        (DOI, "10.1000/2019-3/12-17", "DOI"),
    ]
    assert all(code.text == text[slice(*code.span)] for code in found)
    assert [level.code for level in found[2].path] == ["06", "06.71", "06.71.33"]
    assert [part.kind for part in found[0].parts] == ["main"]


def test_offsets_are_those_of_the_document() -> None:
    text = "Алдыңғы мақала.\nУДК З41.2\nКелесі мақала."
    start, end = text.index("УДК"), text.index("\nКелесі")
    (code,) = extract_codes(document(text), start, end, header=True)
    assert (code.text, code.value, code.state) == ("З41.2", "341.2", State.REPAIRED)
    assert text[slice(*code.span)] == "З41.2"
    assert [(place.page, place.start) for place in code.places] == [(1, code.span[0])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10.1000/10.79.35", [(DOI, "10.1000/10.79.35")]),  # no IRSTI inside a DOI
        ("https://journal.kz/УДК 341.2", [(UDC, "341.2")]),
        ("https://journal.kz/article/10.1000/182", []),  # an address, not a code of the paper
        ("https://orcid.org/0000-0002-1825-0097", [(ORCID, "0000-0002-1825-0097")]),
        ("irsti.10.79.35@mail.ru", []),
        ("УДК 10.79.35", [(IRSTI, "10.79.35")]),
        ("10.79.35", [(IRSTI, "10.79.35")]),
    ],
)
def test_each_stretch_belongs_to_one_scheme(text: str, found: list[tuple[CodeScheme, str]]) -> None:
    assert codes(text) == found


def test_a_bare_triple_outside_a_header_is_none() -> None:
    assert codes("10.79.35", header=False) == []


def test_notes_tell_what_is_wrong_with_codes() -> None:
    text = "УДК 10.79.35 УДК 3412.15 МРНТИ 10.79.98 МРНТИ 34. 15.23 УДК 341.2"
    notes = code_notes(extract_codes(document(text), 0, len(text), header=True))
    assert [note.code for note in notes] == [
        NoteCode.CODE_MISLABELLED,
        NoteCode.CODE_MALFORMED,
        NoteCode.CODE_UNKNOWN,
        NoteCode.CODE_REPAIRED,
    ]
    assert notes[0].message == "«10.79.35» is a code of IRSTI, but stands under the label УДК"
    assert notes[0].places[0].page == 1


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("*(e-mail: one@mail.ru)", "one@mail.ru", "*"),
        ("(e-mail: *one@mail.ru)", "one@mail.ru", "*"),
        ("¹one@mail.ru", "one@mail.ru", "¹"),
        ("e-mail: one@mail.ru*", "one@mail.ru", None),
        ("Астана, one@mail.ru", "one@mail.ru", None),
    ],
)
def test_the_mark_before_an_address(text: str, value: str, mark: str | None) -> None:
    (email,) = extract_emails(document(text), 0, len(text))
    assert (email.value, email.mark, email.text) == (value, mark, value)


def test_header_lines_of_the_corpus(corpus: Path) -> None:
    lines = (corpus / "dev" / "headers.jsonl").read_text(encoding="utf-8").splitlines()
    for line in map(json.loads, lines):
        assert [match.value for match in irsti.find(line["text"])] == line["irsti"]
        assert [match.value for match in udc.find(line["text"])] == line["udc"]
    assert lines


def test_codes_of_the_corpus_stand_where_gold_has_them(corpus: Path) -> None:
    checked = 0
    for path in sorted(corpus.glob("*/*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            gold = article["codes"] + ([{"scheme": "DOI", **article["doi"]}] if article.get("doi") else [])
            for code in gold:
                start, end = max(0, code["start"] - 60), code["end"] + 60
                found = extract_codes(document(text), start, end, header=True)
                assert (code["scheme"], code["value"], (code["start"], code["end"])) in [
                    (match.scheme.value, match.value, match.span) for match in found
                ]
                checked += 1
    assert checked > 300


def test_addresses_of_the_corpus_stand_where_gold_has_them(corpus: Path) -> None:
    checked = 0
    for path in sorted(corpus.glob("*/*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        found = {(email.value, email.span) for email in extract_emails(document(text), 0, len(text))}
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            for email in article.get("emails") or []:
                assert (email["value"], (email["start"], email["end"])) in found
                checked += 1
    assert checked > 400


def test_statuses_of_findings_follow_the_scheme() -> None:
    text = "МРНТИ 01.02.03"
    (code,) = extract_codes(document(text), 0, len(text), header=True)
    assert (code.status, code.value, code.path) == (CodeStatus.MALFORMED, "01.02.03", ())
