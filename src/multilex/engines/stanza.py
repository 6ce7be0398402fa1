"""Kazakh sentences and lemmas by Stanza, with the models in ``models/stanza`` and without the network.

The models were trained by ``models/train_stanza_kk.py`` on UD_Kazakh-KTB; ``models/index.toml`` has licence and
figures. Stanza and torch are an extra (``pip install "multilex[stanza]"``) and take a second and 400 MB to load, on
first use. torch is held to one thread per process: more of them mostly wait for each other on texts of this size.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import regex

from multilex.engines.models import model_path
from multilex.engines.provenance import engine_name
from multilex.errors import MissingEngineError, MultilexError

PROCESSORS = ("tokenize", "mwt", "lemma")
LANGUAGE = "kk"

_EMPTY_LINES = regex.compile(r"\n\s*\n")
_LONGEST_WORD = 60
_lock = Lock()
_pipelines: list[Any] = []


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of a Kazakh text, in order; blanks between sentences belong to none.

    An empty line always ends a sentence; a single line break does not.

    Raises:
        MissingEngineError: Stanza or torch is not installed.
        MultilexError: the models are not there.
    """
    return [(tokens[0][0], tokens[-1][1]) for tokens in _read(text, with_lemmas=False)]


def lemmas(text: str) -> list[tuple[int, int, str]]:
    """The words of a Kazakh text: the span and the dictionary form of each, in order.

    The words of one token (`қуаныштымын`, "I am glad": `қуанышты` and the copula `е`) have its span in common; what is
    longer than any word (an address, say) stands for itself.
    ``lemmas("қазақ тілі")`` is ``[(0, 5, "қазақ"), (6, 10, "тіл")]``.

    Raises:
        MissingEngineError: Stanza or torch is not installed.
        MultilexError: the models are not there.
    """
    return [
        (start, end, word.lemma if end - start <= _LONGEST_WORD else text[start:end])
        for tokens in _read(text, with_lemmas=True)
        for start, end, words in tokens
        for word in words
    ]


def ready() -> str:
    """Which Stanza and which models the answers come from; loads neither.

    Raises:
        MissingEngineError: Stanza or torch is not installed.
        MultilexError: a model is not there.
    """
    _check_installed()
    _model_files(model_path("stanza"))
    return engine_name("stanza", "stanza")


def _read(text: str, with_lemmas: bool) -> Iterator[list[tuple[int, int, Any]]]:
    """The tokens of each sentence: span and words."""
    spans = list(_paragraphs(text))
    if not spans:
        return
    with _lock:
        if not _pipelines:
            _pipelines.append(load(model_path("stanza")))
        prepared = [_like_training(text[start:end]) for start, end in spans]
        documents = _pipelines[0].bulk_process(prepared, processors="tokenize,mwt" if with_lemmas else "tokenize")
        if with_lemmas:
            for word in (word for document in documents for word in document.iter_words()):
                if len(word.text) > _LONGEST_WORD:  # all words of a batch would take as much memory
                    word.text = word.text[:_LONGEST_WORD]
            _pipelines[0].bulk_process(documents, processors="lemma")
    for (first, last), document in zip(spans, documents, strict=True):
        for sentence in document.sentences:
            tokens = [
                (first + token.start_char, min(first + token.end_char, last), token.words)
                for token in sentence.tokens
                if first + token.start_char < last
            ]
            if tokens:
                yield tokens


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """What lies between empty lines, without the blanks around it."""
    start = 0
    for gap in (*_EMPTY_LINES.finditer(text), None):
        end = gap.start() if gap else len(text)
        if paragraph := text[start:end].strip():
            first = text.index(paragraph[0], start)
            yield first, first + len(paragraph)
        start = gap.end() if gap else end


def _like_training(paragraph: str) -> str:
    """The paragraph as the models know paragraphs: small letters instead of capitals only, and a stop at the end.

    Without the stop they take the last letter for one.
    """
    small = paragraph.lower()
    if paragraph.isupper() and len(small) == len(paragraph):
        paragraph = small
    return paragraph + "." * paragraph[-1].isalnum()


def load(folder: Path) -> Any:
    """A `stanza.Pipeline` of the models in a folder, made anew. Never asks the network.

    Raises:
        MissingEngineError: Stanza or torch is not installed.
        MultilexError: a model is not in the folder.
    """
    _check_installed()
    import torch
    from stanza.pipeline.core import Pipeline

    paths = _model_files(folder)
    torch.set_num_threads(1)
    return Pipeline(
        LANGUAGE,
        dir=str(folder),
        processors=",".join(PROCESSORS),
        download_method=None,
        allow_unknown_language=True,  # resources.json, which lists what can be downloaded, is empty
        use_gpu=False,
        logging_level="ERROR",
        **{f"{processor}_model_path": str(path) for processor, path in paths.items()},
    )


def _check_installed() -> None:
    for package in ("torch", "stanza"):
        if find_spec(package) is None:
            message = f'Stanza needs {package}, which is not installed: run  pip install "multilex[stanza]"'
            raise MissingEngineError(message, name=package)


def _model_files(folder: Path) -> dict[str, Path]:
    paths = {processor: model_file(folder, processor) for processor in PROCESSORS}
    for path in (*paths.values(), folder / "resources.json"):
        if not path.is_file():
            raise MultilexError(
                f"no Kazakh model for Stanza at {path}: install multilex again, or run models/train_stanza_kk.py"
            )
    return paths


def model_file(folder: Path, processor: str) -> Path:
    """Where the model of a processor lies in a folder of models.

    >>> model_file(Path("models/stanza"), "lemma").as_posix()
    'models/stanza/kk/lemma/ktb.pt'
    """
    return folder / LANGUAGE / processor / "ktb.pt"
