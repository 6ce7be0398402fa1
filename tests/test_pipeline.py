"""The main job on the samples: properties that hold for every record."""

from pathlib import Path

import pytest

from multilex import pipeline
from multilex.record import Finding, Issue, Model, Record
from multilex.vocabulary import ArticleKind, CodeScheme, NoteCode

from .conftest import ROOT

SAMPLES = sorted(
    [
        *(ROOT / "samples").glob("*.txt"),
        *(one for one in (ROOT / "samples").glob("*.pdf") if not one.stem.endswith("-scan")),
    ]
)


def findings(model: object) -> list[Finding]:
    """All findings anywhere in a record."""
    found = [model] if isinstance(model, Finding) else []
    if isinstance(model, Model):
        for name in type(model).model_fields:
            found += findings(getattr(model, name))
    elif isinstance(model, tuple | list):
        for item in model:
            found += findings(item)
    return found


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.name)
def job(request: pytest.FixtureRequest) -> tuple[Path, list[Record]]:
    return request.param, pipeline.extract(request.param)


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 9


def test_a_findings_text_is_the_documents_text(job: tuple[Path, list[Record]]) -> None:
    path, records = job
    text = pipeline.read(path).text
    for record in records:
        for finding in findings(record):
            start, end = finding.span
            assert finding.text == text[start:end]
            assert finding.rule


def test_findings_lie_inside_their_record(job: tuple[Path, list[Record]]) -> None:
    for record in job[1]:
        own = record.model_copy(update={"issue": Issue()})  # what cover and imprint say stands before the paper
        for finding in findings(own):
            assert record.span[0] <= finding.span[0] <= finding.span[1] <= record.span[1]


def test_places_lie_on_the_page(job: tuple[Path, list[Record]]) -> None:
    path, records = job
    pages = {page.number: page for page in pipeline.read(path).source.pages}
    for record in records:
        for finding in findings(record):
            assert finding.places
            for place in finding.places:
                page = pages[place.page]
                assert page.start <= place.start < place.end <= page.end
                if place.box is None:
                    assert page.glyphs is None
                else:
                    x0, top, x1, bottom = place.box
                    assert -1 <= x0 < x1 <= (page.width or 0) + 1 and -1 <= top < bottom <= (page.height or 0) + 1


def test_every_character_is_in_one_block_of_one_record(job: tuple[Path, list[Record]]) -> None:
    path, records = job
    document = pipeline.read(path)
    held = bytearray(len(document.text))
    for record in records:
        for block in record.blocks:
            for i in range(*block.span):
                held[i] += 1
    assert all(held[i] == 1 or char.isspace() for i, char in enumerate(document.text))


def test_a_record_survives_the_round_trip(job: tuple[Path, list[Record]]) -> None:
    for record in job[1]:
        assert Record.from_json(record.to_json()) == record


def test_the_same_file_gives_the_same_records(job: tuple[Path, list[Record]]) -> None:
    path, records = job
    assert [record.to_json() for record in pipeline.extract(path)] == [record.to_json() for record in records]


def test_text_and_offprint_give_the_same_header() -> None:
    for text in (ROOT / "samples").glob("*.txt"):
        (a,) = [r for r in pipeline.extract(text) if r.kind == ArticleKind.ARTICLE]
        (b,) = [r for r in pipeline.extract(text.with_suffix(".pdf")) if r.kind == ArticleKind.ARTICLE]
        assert [plain(t.value) for t in a.titles] == [plain(t.value) for t in b.titles]
        assert [(p.lang, p.family, p.given) for p in a.authors] == [(p.lang, p.family, p.given) for p in b.authors]
        assert [c.value for c in a.codes] == [c.value for c in b.codes if c.scheme != CodeScheme.ISSN]


def plain(title: str | None) -> str:
    """A title with its lowered digits as plain ones: a PDF marks them, a text file prints ₂."""
    return (title or "").translate(str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789"))


def test_bytes_and_streams_are_read_like_files() -> None:
    path = ROOT / "samples" / "law-ru.txt"
    with path.open("rb") as stream:
        from_stream = pipeline.extract(stream)
    assert [r.id for r in from_stream] == [r.id for r in pipeline.extract(path.read_bytes())]


def test_text_that_is_no_paper_gets_a_note() -> None:
    (record,) = pipeline.extract("Молоко, хлеб, сыр".encode())
    assert record.kind == ArticleKind.MATTER
    assert [note.code for note in record.notes] == [NoteCode.NOT_A_PAPER]
