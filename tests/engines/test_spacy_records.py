"""Records as spaCy Docs."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

import multilex
from multilex import pipeline
from multilex.record import Record
from multilex.spacy import to_docs

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def document() -> multilex.Document:
    return pipeline.read(SAMPLES / "pedagogy-kk.txt")


@pytest.fixture(scope="module")
def records(document: multilex.Document) -> list[Record]:
    return list(pipeline.extract(document))


def test_each_block_is_a_span_labelled_with_its_role(records: list[Record]) -> None:
    assert len(records) > 1
    for record, doc in zip(records, to_docs(records), strict=True):
        spans = list(doc.spans["multilex_blocks"])
        assert [(span.label_, span.text, span._.value) for span in spans] == [
            (block.role.value, block.text, block.lang) for block in record.blocks
        ]
        assert doc.user_data["record"] == record.id


def test_the_text_is_the_document_s_and_values_stand_at_their_place(
    document: multilex.Document, records: list[Record]
) -> None:
    record = records[1]
    (doc,) = to_docs(record)
    first, end = record.span
    assert doc.text == document.text[first:end]
    assert doc.vocab.lang == record.language == "kk"
    exact = [(one["kind"], document.text[first + one["start"] : first + one["end"]]) for one in doc._.multilex]
    assert exact == [(one["kind"], one["text"]) for one in doc._.multilex]
    assert {
        "udc", "irsti", "doi", "orcid", "received", "accepted", "email", "title", "author", "affiliation",
        "abstract", "keyword", "citation", "reference",
    } <= {kind for kind, _ in exact}  # fmt: skip
    assert [span._.value for span in doc.spans["multilex"] if span.label_ == "author"] == [
        author.value for author in record.authors
    ]


def test_each_mention_of_an_act_is_a_span_that_knows_which_act_it_is() -> None:
    record = pipeline.extract(SAMPLES / "law-ru.txt")[0]
    (doc,) = to_docs(record)
    (back,) = DocBin(docs=[doc], store_user_data=True).get_docs(spacy.blank("ru").vocab)
    keys = {index: source.key for source in record.legal_sources for index in source.mentions}
    expected = [(keys[index], act.text) for index, act in enumerate(record.acts)]
    assert len(expected) > 12
    for one in (doc, back):
        spans = [span for span in one.spans["multilex"] if span.label_ == "act"]
        exact = [one.text[slice(*span._.char_span)] for span in spans]
        assert list(zip((span.kb_id_ for span in spans), exact, strict=True)) == expected
        assert {span.kb_id_ for span in one.spans["multilex"] if span.label_ != "act"} == {""}
        places = [span._.value for span in one.spans["multilex"] if span.label_ == "pinpoint"]
        assert "article 138, paragraph 2" in places


def test_a_pipeline_of_one_s_own_reads_the_text(records: list[Record]) -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("multilex_sentences")
    nlp.add_pipe("multilex", config={"kinds": ["language"]})
    (doc,) = to_docs(records[1], nlp)
    assert doc.vocab.lang == "ru"
    assert len(list(doc.sents)) > 50
    assert "language" not in {span.label_ for span in doc.spans["multilex"]}


def test_docs_of_records_survive_a_docbin(records: list[Record]) -> None:
    docs = list(to_docs(records))
    packed = DocBin(docs=docs, store_user_data=True).to_bytes()
    for doc, back in zip(docs, DocBin().from_bytes(packed).get_docs(spacy.blank("kk").vocab), strict=True):
        assert (back.text, back.user_data["record"]) == (doc.text, doc.user_data["record"])
        for key in ("multilex", "multilex_blocks"):
            assert [(s.label_, s.text, s._.value, s._.char_span) for s in back.spans[key]] == [
                (s.label_, s.text, s._.value, s._.char_span) for s in doc.spans[key]
            ]
            assert back._.get(key) == doc._.get(key)


@pytest.mark.parametrize("name", ["law-ru.txt", "tourism-en.txt", "heating-ru.txt"])
def test_other_languages(name: str) -> None:
    for record in pipeline.extract(pipeline.read(SAMPLES / name)):
        (doc,) = to_docs(record)
        assert doc.vocab.lang == record.language
        assert len(doc.text) == record.span[1] - record.span[0]
        assert [span.text for span in doc.spans["multilex_blocks"]] == [block.text for block in record.blocks]
