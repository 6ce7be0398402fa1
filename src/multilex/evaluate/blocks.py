"""Page figures: printed blocks word for word, superscripts at their place, URLs.

They compare a laid-out page with NAME.pages-blocks.json, whose texts mark superscripts as ``⟦s:1⟧`` and
footnote callouts as ``⟦f:1⟧``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import regex

from multilex.document import Document
from multilex.evaluate.normal import begin_alike, letters
from multilex.evaluate.outcome import Outcome, compare
from multilex.evaluate.pairing import Gold
from multilex.record import Record
from multilex.vocabulary import BlockKind, MarkKind, Role

_MARKED = regex.compile(r"⟦(\w):([^⟦⟧]*)⟧")
_URL = regex.compile(r"https?://[^\s<>()]{1,2000}")
_RAISE = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_FOLD: dict[int, str | int | None] = {
    **dict.fromkeys(map(ord, "«»“”„"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    ord("*"): None,
}
_LOWER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_NOT_PRINTED_BLOCKS = {Role.RUNNING_HEAD, Role.PAGE_NUMBER, Role.FOOTNOTE}


def printed_blocks(printed: Gold, records: Iterable[Record]) -> Iterator[Outcome]:
    """`blocks`: each printed block against the records' blocks, word for word (running heads, page numbers
    and footnotes are none). Superscripts are raised on both sides, so ``961²`` is not ``9612``.
    """
    found = Counter(
        _words(block.text) for record in records for block in record.blocks if block.role not in _NOT_PRINTED_BLOCKS
    )
    missed = []
    for block in printed["blocks"]:
        words = _words(_raised(block["text"]))
        if found[words]:
            found[words] -= 1
            yield compare("blocks", (block["type"],), words, words)
        else:
            missed.append((block["type"], words))
    left = [(letters(words)[:12], words) for words in found.elements()]
    for kind, words in missed:
        head = letters(words)[:12]
        alike = next((one for one in left if begin_alike(one[0], head)), None)
        if alike:
            left.remove(alike)
        yield compare("blocks", (kind,), words, alike[1] if alike else None)
    for _, words in left:
        yield compare("blocks", ("extra",), None, words)


def _words(text: str) -> str:
    """The words with one blank between them; quotation marks and dashes equal, superscripts kept."""
    return " ".join(text.translate(_FOLD).split())


def _raised(text: str) -> str:
    """The text with ``⟦s:2*⟧`` as ``²*`` and the other marks dropped."""
    return _MARKED.sub(lambda mark: mark[2].translate(_RAISE) if mark[1] in "sf" else mark[2], text)


def superscripts(printed: Gold, document: Document) -> Iterator[Outcome]:
    """`superscripts`: each raised mark of the body at its place (the letters before it) with its characters;
    its digits are superscript characters of the text, so they are part of no number.
    """
    wanted = []
    for block in printed["blocks"]:
        for mark in _MARKED.finditer(block["text"]):
            if mark[1] in "sf":
                wanted.append((letters(_raised(block["text"][: mark.start()]))[-12:], mark[2]))
    found = list(_superscripts(document))
    for left, right in multiset(wanted, found):
        yield compare("superscripts", (), _place(left), _place(right))


def _superscripts(document: Document) -> Iterator[tuple[str, str]]:
    """Place and characters of the document's superscripts outside footnotes; touching ones are one."""
    for block in document.blocks:
        if block.kind in (BlockKind.FOOTNOTE, BlockKind.RUNNING_HEAD, BlockKind.PAGE_NUMBER):
            continue
        runs: list[list[int]] = []
        for mark in document.marks_in(block.start, block.end, MarkKind.SUPERSCRIPT):
            if runs and not document.text[runs[-1][1] : mark.start].strip():
                runs[-1][1] = mark.end
            else:
                runs.append([mark.start, mark.end])
        for start, end in runs:
            text = "".join(document.text[start:end].split())
            plain = "number " if regex.search("[0-9]", text) else ""
            yield letters(document.text[block.start : start])[-12:], plain + text.translate(_LOWER)


def _place(one: tuple[str, str] | None) -> str | None:
    return f"{one[0]}^{one[1]}" if one else None


def urls(printed: Gold, records: Iterable[Record]) -> Iterator[Outcome]:
    """`urls`: the URLs of all blocks and footnotes, exact."""
    texts = [_MARKED.sub(r"\2", block["text"]) for block in printed["blocks"]] + list(printed["notes"].values())
    wanted = [url for text in texts for url in _urls(text)]
    found = [url for record in records for block in record.blocks for url in _urls(block.text)]
    for left, right in multiset(wanted, found):
        yield compare("urls", (), left, right)


def _urls(text: str) -> list[str]:
    return [url.rstrip(".,;:") for url in _URL.findall(text)]


def multiset(wanted: Sequence[Any], found: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Equal ones together, the others alone."""
    left = Counter(found)
    for one in wanted:
        hit = left[one] > 0
        left[one] -= hit
        yield one, one if hit else None
    for one in left.elements():
        yield None, one
