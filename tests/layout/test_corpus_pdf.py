"""Real papers, typeset: blocks word for word, superscripts, notes, and nothing lost; a whole issue in order."""

import json
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from multilex.document import Document
from multilex.layout.conservation import unaccounted
from multilex.layout.pdf import layout_pdf
from multilex.read.pdf import read_pdf
from multilex.vocabulary import BlockKind, MarkKind

PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
SCRIPT = re.compile(r"⟦([sibf]):([^⟧]*)⟧")


def lay(path: Path) -> Document:
    return layout_pdf(read_pdf(path.read_bytes(), path.name))


def words(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(PLAIN).split())


def gold_blocks(path: Path) -> tuple[list[str], list[str], int]:
    """Texts of the blocks, of the notes (with their numbers), and the number of superscripts in the text."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    blocks = [words(SCRIPT.sub(r"\2", block["text"])) for block in gold["blocks"]]
    raised = sum(kind in "sf" for block in gold["blocks"] for kind, _ in SCRIPT.findall(block["text"]))
    return blocks, [words(f"{number} {text}") for number, text in gold["notes"].items()], raised


@pytest.mark.parametrize(("kind", "missed"), [("", 1), ("-2col", 6), ("-2col-by-line", 6)])
def test_blocks_of_typeset_papers(corpus: Path, kind: str, missed: int) -> None:
    expected = missing = 0
    for path in sorted((corpus / "papers").glob("*.pages-blocks.json")):
        document = lay(path.with_name(path.name.replace(".pages-blocks.json", f"{kind}.pdf")))
        blocks, notes, raised = gold_blocks(path)
        found = Counter(words(document.text[block.start : block.end]) for block in document.blocks)
        expected += len(blocks + notes)
        missing += (Counter(blocks + notes) - found).total()
        marks = [mark for mark in document.marks if mark.kind is MarkKind.SUPERSCRIPT]
        assert len(marks) == raised + len(notes)
        assert not any(re.search("[0-9]", document.text[mark.start : mark.end]) for mark in marks)
        assert sum(block.kind is BlockKind.FOOTNOTE for block in document.blocks) == len(notes)
        assert not unaccounted(document)
    assert expected > 200
    assert missing <= missed


def test_a_whole_issue_in_two_columns(corpus: Path) -> None:
    (path,) = corpus.glob("*-issue/*.pages.json")
    pages = json.loads(path.read_text(encoding="utf-8"))
    document = lay(path.with_name(pages["pdf"]))
    assert not unaccounted(document)
    kinds = Counter(block.kind for block in document.blocks)
    assert kinds[BlockKind.PAGE_NUMBER] >= 0.97 * pages["pages"]
    assert kinds[BlockKind.RUNNING_HEAD] >= 0.97 * pages["pages"]
    assert kinds[BlockKind.FOOTNOTE] == 0
    covered, total, jumps = 0, 0, 0
    for article in pages["articles"]:
        folder, name = article["article"].split("/")
        (text,) = corpus.glob(f"*/{folder}_{name}.txt")
        last = article["last_page"] or pages["pages"]
        blocks = [block for block in document.blocks if article["first_page"] <= block.page <= last]
        gold = tokens(text.read_text(encoding="utf-8"))
        places = grams(gold)
        where = grams(tokens("\n".join(document.text[block.start : block.end] for block in blocks)))
        order = [places[gram] for gram in sorted(where, key=where.__getitem__) if gram in places]
        jumps += sum(later < earlier - 8 for earlier, later in pairwise(order))
        covered += len({place + step for place in order for step in range(4)})
        total += len(gold)
    assert covered / total >= 0.91
    assert jumps <= 2


def tokens(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text.lower())


def grams(words: list[str]) -> dict[tuple[str, ...], int]:
    """Where each four words that occur only once stand."""
    places: dict[tuple[str, ...], list[int]] = {}
    for index in range(len(words) - 3):
        places.setdefault(tuple(words[index : index + 4]), []).append(index)
    return {gram: found[0] for gram, found in places.items() if len(found) == 1}
