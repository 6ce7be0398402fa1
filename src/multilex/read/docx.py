"""Word bytes → Source: paragraphs with their typography, notes after the paragraphs that call them."""

import hashlib

from multilex.engines.provenance import engine_name
from multilex.errors import EmptyInputError, MissingEngineError
from multilex.source import Page, Source


def read_docx(data: bytes, name: str) -> Source:
    """A Word file (DOCX) as a Source of kind ``docx``: its paragraphs as they are printed, a line of text each.

    Raises:
        MissingEngineError: python-docx is not installed.
        DamagedInputError: the file cannot be opened, or would unpack to absurd size.
        UnsupportedInputError: it is a zip container of something else.
        EmptyInputError: there is no text in it.
    """
    try:
        from multilex.engines.word import check_package, read_word
    except ImportError as error:
        raise MissingEngineError('Word files need python-docx: pip install "multilex[docx]"') from error
    check_package(data, name)
    text, paragraphs = read_word(data, name)
    if not paragraphs:
        raise EmptyInputError(f"{name} is empty: there is no text in it")
    sha256 = hashlib.sha256(data).hexdigest()
    return Source(name, "docx", sha256, (Page(1, text, 0),), engine=engine_name("python-docx"), paragraphs=paragraphs)
