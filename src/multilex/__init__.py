r"""Turn Kazakhstani trilingual journal papers and issues into structured, aligned records.

>>> import multilex
>>> text = "УДК 341.215.43\n\nМиграционная политика\n\nКлючевые слова: миграция, право"
>>> record = multilex.extract(text.encode())[0]
>>> [(code.scheme.value, code.value) for code in record.codes]
[('UDC', '341.215.43')]

The names below are the public ones; each is imported when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multilex.document import Document
    from multilex.errors import InputError, MissingEngineError, MultilexError, OptionError
    from multilex.export import frames, records_to_frame, write
    from multilex.extract.reference_fields import parse_reference
    from multilex.pipeline import Extractor, extract, read
    from multilex.record import Record, json_schema
    from multilex.spacy import to_docs
    from multilex.split import split
    from multilex.tagging import tag

__version__ = "0.1.0"

_HOME = {
    "Document": "document",
    "Extractor": "pipeline",
    "InputError": "errors",
    "MissingEngineError": "errors",
    "MultilexError": "errors",
    "OptionError": "errors",
    "Record": "record",
    "extract": "pipeline",
    "frames": "export",
    "json_schema": "record",
    "parse_reference": "extract.reference_fields",
    "read": "pipeline",
    "records_to_frame": "export",
    "split": "split",
    "tag": "tagging",
    "to_docs": "spacy",
    "write": "export",
}

__all__ = [
    "Document",
    "Extractor",
    "InputError",
    "MissingEngineError",
    "MultilexError",
    "OptionError",
    "Record",
    "__version__",
    "extract",
    "frames",
    "json_schema",
    "parse_reference",
    "read",
    "records_to_frame",
    "split",
    "tag",
    "to_docs",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__


class _Package(ModuleType):
    """Keeps `multilex.read` and `multilex.extract` the functions that they are said to be: Python would put the
    packages of the same names in their place as soon as these are imported.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
