"""Hyphens at line ends: dropped when the typesetter put them there, kept when the word has them."""

from collections.abc import Iterable, Iterator

import regex

from multilex.document import Document
from multilex.evaluate.normal import normal
from multilex.evaluate.outcome import Outcome, compare
from multilex.evaluate.pairing import Gold
from multilex.source import Page

_HYPHENS = "-‐\u00ad\u0002\ufffe"
_MARKED = regex.compile(r"⟦(?:([sf])|\w):([^⟦⟧]*)⟧")
_RAISED = regex.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_OUTSIDE = regex.compile(r"^[^\p{L}\p{Nd}]+|[^\p{L}\p{Nd}]+$")


def hyphens(printed: Gold, document: Document) -> Iterator[Outcome]:
    """`hyphens`: each word that a line end divides, as gold has it: ``real`` with hyphen, ``soft`` without.

    Words that gold has in neither form (of running heads) are left out, and so are pages without geometry.
    """
    texts = [*(block["text"] for block in printed["blocks"]), *printed["notes"].values()]
    wanted = _vocabulary(_MARKED.sub(lambda mark: "" if mark[1] else mark[2], text) for text in texts)
    place = {offset: index for index, offset in enumerate(document.origin) if offset >= 0}
    for page in document.source.pages:
        for offset in _line_end_hyphens(page):
            before, hyphen, after = _divided(document.text, place, offset)
            real, soft = _bare(f"{before}-{after}"), _bare(before + after)
            if before and after and (real in wanted) != (soft in wanted):
                kind, word = ("real", real) if real in wanted else ("soft", soft)
                yield compare("hyphens", (kind,), word, _bare(before + hyphen + after), at=offset)


def _line_end_hyphens(page: Page) -> Iterator[int]:
    """Source offsets of the hyphens after which the page goes on in another line."""
    glyphs = page.glyphs
    if glyphs is None:
        return
    for match in regex.finditer(rf"[{_HYPHENS}]\s*(?=(\S)|$)", page.text):
        here, following = match.start(), match.start(1)
        if following < 0 or abs(glyphs.top[following] - glyphs.top[here]) > glyphs.size[here] / 2:
            yield page.start + here


def _divided(text: str, place: dict[int, int], offset: int) -> tuple[str, str, str]:
    """What stands before the hyphen in its word, what the text has in its stead, and what follows."""
    kept = offset in place
    if not kept and offset - 1 not in place:
        return "", "", ""
    cut = place[offset] if kept else place[offset - 1] + 1
    behind = cut + kept
    rest = text[behind : behind + 100]
    blank = rest[: len(rest) - len(rest.lstrip())]
    before = text[max(0, cut - 100) : cut].split(" ")[-1].split("\n")[-1]
    return before, text[cut:behind] + (" " if blank else ""), next(iter(rest.split()), "")


def _vocabulary(texts: Iterable[str]) -> set[str]:
    return {_bare(word) for text in texts for word in text.split()}


def _bare(word: str) -> str:
    """A word without its outer punctuation and superscripts."""
    return _OUTSIDE.sub("", normal(_RAISED.sub("", word)))
