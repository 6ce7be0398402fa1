"""Gold as printed against values as mended."""

from multilex.evaluate.printed import as_printed
from multilex.layout import layout
from multilex.pipeline import Extractor
from multilex.read.text import read_text

PAPER = "УДК 341.2\n\nПраво және еңбек, құқық жəне еңбек\n\nАңдатпа. Мақалада жəне және, екi рет жазылған.\n"


def test_the_same_words_get_their_printed_letters_back() -> None:
    document = layout(read_text(PAPER.encode(), "a.txt"))
    record = Extractor().extract(document)[0]
    printed = as_printed(record, document)
    assert [title.value for title in record.titles] == ["Право және еңбек, құқық және еңбек"]
    assert [title.value for title in printed.titles] == ["Право және еңбек, құқық жəне еңбек"]
    assert [title.text for title in printed.titles] == ["Право және еңбек, құқық жəне еңбек"]
    assert printed.abstracts[0].value == "Мақалада жəне және, екi рет жазылған."
    assert printed.abstracts[0].value != record.abstracts[0].value


def test_a_record_without_repairs_stays() -> None:
    document = layout(read_text(PAPER.replace("ə", "ә").replace("i", "і").encode(), "a.txt"))
    record = Extractor().extract(document)[0]
    assert as_printed(record, document) == record
