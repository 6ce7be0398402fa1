"""Engines that a user may choose, and how the record tells which one made what."""

import re
import sys

import pytest

from multilex import Extractor
from multilex.align.tools import Tools
from multilex.engines import stanza
from multilex.engines.models import model_path
from multilex.engines.provenance import engine_name, fingerprint
from multilex.errors import MissingEngineError, OptionError
from multilex.segment.sentences import split_sentences
from tests.conftest import ROOT
from tests.engines.test_stanza import needs_stanza

LAW = ROOT / "samples" / "law-ru.txt"
ISSUE = ROOT / "samples" / "issue.pdf"


def test_a_text_was_read_by_the_rules_and_the_profiles() -> None:
    record = Extractor().extract(LAW)[0]
    langdetect = engine_name("langdetect", "langdetect")
    assert record.engines == {
        "language": f"{langdetect}; multilex {record.multilex}, models {fingerprint('letters')}",
        "sentences": f"multilex {record.multilex}",
    }


@pytest.mark.parametrize(("engine", "package"), [("pdfium", "pypdfium2"), ("pdfplumber", "pdfplumber")])
def test_characters_of_pages_name_their_reader(engine: str, package: str) -> None:
    source = Extractor(engine=engine).read(ISSUE).source
    assert re.fullmatch(rf"{package} [0-9][0-9.]*", source.engine)


def test_a_users_embedding_is_named() -> None:
    def by_length(sentences: list[str]) -> list[tuple[float]]:
        return [(float(len(sentence)),) for sentence in sentences]

    assert Extractor(embed=by_length).extract(LAW)[0].engines["embedding"].endswith("by_length")


def test_fingerprints_tell_models_apart() -> None:
    assert re.fullmatch("[0-9a-f]{12}", fingerprint("stanza"))
    assert fingerprint("stanza") == fingerprint("stanza") != fingerprint("stanza/kk") != fingerprint("letters")


@pytest.mark.parametrize("options", [{"sentences": "spacy"}, {"lemmas": "rules"}, {"engine": "ocr"}], ids=str)
def test_an_engine_that_does_not_exist_is_an_error_that_lists_those_that_do(options: dict[str, str]) -> None:
    with pytest.raises(OptionError, match=r"choose one of .*(stanza|pdfium)"):
        Extractor(**options)  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="rules, stanza"):
        split_sentences("Бір. Екі.", "kk", "spacy")


@pytest.mark.parametrize("options", [{"sentences": "stanza"}, {"lemmas": "stanza"}], ids=str)
def test_an_engine_that_is_not_installed_is_told_before_any_file(
    options: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(MissingEngineError, match=r'pip install "multilex\[stanza\]"'):
        Extractor(**options)  # type: ignore[arg-type]


def test_nothing_of_stanza_is_asked_unless_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stanza, "load", lambda folder: pytest.fail("loaded"))
    assert Tools().lemmas_of("Кітап оқыдым.", "kk") == {}
    assert Tools(lemmas="stanza").lemmas_of("Книга прочитана.", "ru") == {}
    assert split_sentences("Он ушёл. Она нет.", "ru", "stanza") == split_sentences("Он ушёл. Она нет.", "ru")


@needs_stanza
def test_stanza_cuts_kazakh_and_finds_its_lemmas_and_the_record_says_so() -> None:
    (record, *_) = Extractor(sentences="stanza", lemmas="stanza", papers_only=True).extract(LAW)
    assert record.engines["lemmas"] == engine_name("stanza", "stanza")
    assert record.engines["sentences"] == f"kk {engine_name('stanza', 'stanza')}; others multilex {record.multilex}"
    abstract = next(text for text in record.alignment.texts if text.role == "abstracts")
    kk = abstract.sentences["kk"]
    start = kk[0].span[0]
    document = Extractor().read(LAW)
    spans = stanza.sentences(document.text[start : kk[-1].span[1]])
    assert [one.span for one in kk] == [(start + a, start + b) for a, b in spans]
    assert Tools(lemmas="stanza").lemmas_of("заңның мектептері", "kk") == {0: "заң", 7: "мектеп"}


@needs_stanza
def test_the_models_of_the_fingerprint_are_those_that_are_loaded() -> None:
    assert stanza.ready().endswith(fingerprint("stanza"))
    assert model_path("stanza").is_dir()
