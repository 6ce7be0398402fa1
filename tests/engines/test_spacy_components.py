"""The components `multilex` and `multilex_sentences` in spaCy pipelines."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import multilex
from multilex.errors import OptionError
from multilex.segment.sentences import split_sentences

GLUED = "(e-mail:a@b.kz,c@d.kz)"
TEXTS = {
    "kk": f"ӘОЖ 341.2. Көші-қон туралы заң 12.06.2025ж. қабылданды {GLUED}.",
    "ru": f"УДК 341.2. Закон о миграции принят 12.06.2025г. {GLUED}.",
    "en": f"UDC 341.2. The law on migration was adopted on 12.06.2025 {GLUED}.",
    "xx": f"УДК 341.2. Закон о миграции принят 12.06.2025г. {GLUED}.",
}


def findings(doc: Doc) -> list[tuple[str, str, str | None, tuple[int, int]]]:
    return [(span.label_, span.text, span._.value, span._.char_span) for span in doc.spans["multilex"]]


def tagger(lang: str, **config: object) -> Language:
    nlp = spacy.blank(lang)
    nlp.add_pipe("multilex", config=config)
    return nlp


@pytest.mark.parametrize("lang", TEXTS)
def test_findings_are_those_of_tag_whatever_the_tokens(lang: str) -> None:
    text = TEXTS[lang]
    doc = tagger(lang)(text)
    assert doc.text == text
    assert list(doc._.multilex) == multilex.tag(text).to_dict()["findings"]
    assert {one["kind"] for one in doc._.multilex} == {"language", "udc", "date", "email"}
    assert [token.text for token in doc] == [token.text for token in spacy.blank(lang)(text)]


def test_a_finding_inside_a_token_is_exact_beside_its_span() -> None:
    doc = tagger("kk", kinds=["emails"])(GLUED)
    token = "e-mail:a@b.kz,c@d.kz"
    assert token in [one.text for one in doc]
    assert findings(doc) == [("email", token, "a@b.kz", (8, 14)), ("email", token, "c@d.kz", (15, 21))]
    assert [GLUED[one["start"] : one["end"]] for one in doc._.multilex] == ["a@b.kz", "c@d.kz"]


def test_kinds_choose_and_a_kind_that_does_not_exist_is_told_when_the_pipe_is_added() -> None:
    assert [kind for kind, *_ in findings(tagger("ru", kinds=["codes"])(TEXTS["ru"]))] == ["udc"]
    with pytest.raises(OptionError, match="no kind 'parrots': choose among"):
        tagger("ru", kinds=["parrots"])


def test_a_text_without_findings_has_none() -> None:
    doc = tagger("en", kinds=["codes"])("")
    assert (doc._.multilex, list(doc.spans["multilex"])) == ((), [])
    other = Span(spacy.blank("en")("Nothing here"), 0, 1, label="mine")
    assert (other._.value, other._.char_span) == (None, None)


@given(st.text(alphabet=st.sampled_from("УДК 0123456789.;-@aбқ\n,¹№«»[]/:xX"), max_size=80))
def test_each_span_holds_its_finding(text: str) -> None:
    doc = _kazakh(text)
    assert doc.text == text
    assert len(doc.spans["multilex"]) == len(doc._.multilex)
    for span, one in zip(doc.spans["multilex"], doc._.multilex, strict=True):
        assert span.start_char <= one["start"] < one["end"] <= span.end_char
        assert one["text"] == text[one["start"] : one["end"]]
        assert (span.label_, span._.value, span._.char_span) == (one["kind"], one["value"], (one["start"], one["end"]))


_kazakh = tagger("kk")


def test_docs_survive_a_docbin() -> None:
    docs = list(tagger("kk").pipe([TEXTS["kk"], "", GLUED]))
    packed = DocBin(docs=docs, store_user_data=True).to_bytes()
    back = list(DocBin().from_bytes(packed).get_docs(spacy.blank("kk").vocab))
    assert [findings(doc) for doc in back] == [findings(doc) for doc in docs]
    assert [doc._.multilex for doc in back] == [doc._.multilex for doc in docs]
    assert len(findings(back[0])) > 3


def test_a_docbin_without_user_data_keeps_spans_and_knows_no_values() -> None:
    packed = DocBin(docs=[tagger("kk")(TEXTS["kk"])]).to_bytes()
    (back,) = DocBin().from_bytes(packed).get_docs(spacy.blank("kk").vocab)
    assert [(span.label_, span._.value) for span in back.spans["multilex"]][1] == ("udc", None)


@pytest.mark.parametrize("lang", TEXTS)
def test_a_saved_pipeline_finds_the_same(lang: str, tmp_path: Path) -> None:
    nlp = tagger(lang, kinds=["codes", "dates"])
    nlp.add_pipe("multilex_sentences")
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names == ["multilex", "multilex_sentences"]
    doc, back = nlp(TEXTS[lang]), again(TEXTS[lang])
    assert findings(back) == findings(doc)
    assert [sent.text for sent in back.sents] == [sent.text for sent in doc.sents]
    assert [one["kind"] for one in back._.multilex] == ["udc", "date"]


def test_displacy_draws_the_spans() -> None:
    doc = tagger("ru", kinds=["codes"])(TEXTS["ru"])
    html = displacy.render(doc, style="span", options={"spans_key": "multilex"}, jupyter=False)
    assert "udc" in html
    assert "341.2" in html


def test_several_processes_find_the_same() -> None:
    nlp = tagger("kk")
    texts = [TEXTS["kk"], GLUED]
    assert [findings(doc) for doc in nlp.pipe(texts, n_process=2)] == [findings(nlp(text)) for text in texts]


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("kk", ["Бұл 23-б. 2-т. айтылған, т.б. жағдайлар бар.", "А.Ш. Хамзин келді."]),
        ("ru", ["См. ст. 24 и т.д. в законе.", "Она проста."]),
        ("en", ["See Art. 24 of the Law, e.g. the third part.", "It is simple."]),
        ("xx", ["Бұл 23-б. 2-т. айтылған, т.б. жағдайлар бар.", "А.Ш. Хамзин келді."]),
    ],
)
def test_sentences_are_those_of_our_splitter(lang: str, sentences: list[str]) -> None:
    nlp = spacy.blank(lang)
    nlp.add_pipe("multilex_sentences")
    doc = nlp("\n".join(sentences))
    assert [sent.text.strip() for sent in doc.sents] == sentences
    assert doc._.multilex_moved == ()


def test_every_token_is_decided_and_an_empty_doc_has_no_sentence() -> None:
    assert [token.is_sent_start for token in _sentences("One. Two.")] == [True, False, True, False]
    assert list(_sentences("").sents) == []


def test_a_parsed_doc_is_refused() -> None:
    doc = Doc(_sentences.vocab, ["One", "."], heads=[0, 0], deps=["ROOT", "punct"])
    with pytest.raises(OptionError, match="before the parser"):
        _sentences(doc)


def test_long_texts_take_time_in_proportion() -> None:
    text = "One two three four five. " * 8_000
    began = time.process_time()
    assert sum(1 for _ in _sentences(text).sents) == 8_000
    assert time.process_time() - began < 3


def test_a_boundary_inside_a_token_goes_to_the_next_one_and_is_told() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("multilex_sentences")
    text = "This was one(1).Another followed. A third came."
    doc = nlp(text)
    starts = [start for start, _ in _split(text)]
    inside = [start for start in starts if start not in {token.idx for token in doc}]
    assert inside, "the example must put a boundary into a token"
    assert [old for old, _ in doc._.multilex_moved] == inside
    assert {new for _, new in doc._.multilex_moved} <= {sent.start_char for sent in doc.sents}
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(packed).get_docs(nlp.vocab)
    assert back._.multilex_moved == doc._.multilex_moved


@given(st.text(alphabet=st.sampled_from("АаБб.!?…)»( \n1¹"), max_size=60))
def test_each_boundary_is_a_sentence_start_or_told_where_it_went(text: str) -> None:
    doc = _sentences(text)
    moved = dict(doc._.multilex_moved)
    starts = {sent.start_char for sent in doc.sents} | {len(text)}
    assert {moved.get(start, start) for start, _ in _split(text)} <= starts
    assert starts <= {0, len(text)} | {moved.get(start, start) for start, _ in _split(text)}


def _split(text: str) -> list[tuple[int, int]]:
    return split_sentences(text, "en")


_sentences = spacy.blank("en")
_sentences.add_pipe("multilex_sentences")


def test_what_is_registered() -> None:
    """Golden: a component or extension that silently goes missing fails here."""
    code = """
import sys, spacy
from spacy.language import Language
from spacy.tokens.underscore import Underscore
nlp = spacy.blank("en")
print(*sorted(name for name in Language.factories if name.startswith("multilex")))
print(*sorted(Underscore.doc_extensions))
print(*sorted(Underscore.span_extensions), "multilex.tagging" in sys.modules)
nlp.add_pipe("multilex")
print(*sorted(Underscore.span_extensions), "multilex.tagging" in sys.modules)
"""
    assert run_python(code).splitlines() == [
        "multilex multilex_sentences",
        "multilex multilex_blocks multilex_moved",
        "False",  # a blank pipeline of any language loads no extractor, and leaves Span alone
        "char_span value True",
    ]
    assert spacy.blank("kk").get_factory_meta("multilex").assigns == ["doc.spans", "doc._.multilex"]


def test_an_extension_of_one_s_own_stays() -> None:
    code = """
import spacy
from spacy.tokens import Span
nlp = spacy.blank("en")
Span.set_extension("value", default="mine")
nlp.add_pipe("multilex")
doc = nlp("UDC 341.2")
print([span._.value for span in doc.spans["multilex"]], doc._.multilex[0]["value"])
"""
    assert run_python(code).strip() == "['mine'] 341.2"


def test_a_stored_doc_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    DocBin(docs=[tagger("kk")(TEXTS["kk"])], store_user_data=True).to_disk(tmp_path / "docs.spacy")
    code = f"""
import spacy
from spacy.tokens import DocBin
from multilex.spacy import extend_spans
extend_spans()
(doc,) = DocBin().from_disk({str(tmp_path / "docs.spacy")!r}).get_docs(spacy.blank("kk").vocab)
print(doc._.multilex[1]["value"], doc.spans["multilex"][1]._.value, doc.spans["multilex"][1]._.char_span)
"""
    assert run_python(code).strip() == "341.2 341.2 (4, 9)"


def run_python(code: str) -> str:
    """What a fresh interpreter prints; it must not warn."""
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert run.stderr == ""
    return run.stdout


LAWS = {
    "ru": ("Согласно ст. 5 Закона РК «О рекламе» от 19 декабря 2003 года № 508-II.", "ru"),
    "kk": ("«Жарнама туралы» 2003 жылғы 19 желтоқсандағы № 508-II ҚР Заңында айтылған.", "kk"),
    "en": ('See the Law of the Republic of Kazakhstan "On Advertising" dated December 19, 2003 No. 508-II.', "en"),
    "xx": ("Закон РК «О рекламе» от 19 декабря 2003 года № 508-II действует.", "xx"),
}


@pytest.mark.parametrize(("text", "lang"), LAWS.values(), ids=LAWS)
def test_acts_are_spans_with_their_key_as_identity_also_from_a_docbin(text: str, lang: str) -> None:
    nlp = tagger(lang, kinds=["acts"])
    doc = nlp(text)
    (back,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    for one in (doc, back):
        (span,) = (span for span in one.spans["multilex"] if span.label_ == "act")
        assert (span.label_, span.kb_id_, span._.value) == ("act", *["kz/law/2003-12-19/508-II"] * 2)
        start, end = span._.char_span
        assert span.start_char <= start < end <= span.end_char
        (act,) = (found for found in multilex.tag(text, only=["acts"]).findings if found.kind == "act")
        assert (text[start:end], start, end) == (act.text, act.start, act.end)


def test_an_act_that_begins_inside_a_token_is_exact_beside_its_span() -> None:
    doc = tagger("ru", kinds=["acts"])("В ст.5,Трудового кодекса РК сказано")
    assert findings(doc) == [
        ("pinpoint", "ст.5,Трудового", "article 5", (2, 6)),
        ("act", "ст.5,Трудового кодекса РК", "kz/code/labour", (7, 27)),
    ]
    assert [one["text"] for one in doc._.multilex] == ["ст.5", "Трудового кодекса РК"]
