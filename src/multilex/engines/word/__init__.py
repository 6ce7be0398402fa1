"""Word files (DOCX) through python-docx: paragraphs with their typography, notes, tables, lists with their numbers."""

from multilex.engines.word.package import check_package
from multilex.engines.word.reader import read_word

__all__ = ["check_package", "read_word"]
