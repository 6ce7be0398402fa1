"""Ordinary text with known sentences: Universal Dependencies treebanks, sentences of a paragraph joined by blanks."""

import html
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.segment.bars import Passage

PARTS = {
    "test": {
        "kk": "UD_Kazakh-KTB/kk_ktb-ud-test.conllu",
        "ru": "UD_Russian-GSD/ru_gsd-ud-test.conllu",
        "en": "UD_English-EWT/en_ewt-ud-test.conllu",
    },
    "dev": {
        "kk": "UD_Kazakh-KTB/kk_ktb-ud-train.conllu",
        "ru": "UD_Russian-GSD/ru_gsd-ud-dev.conllu",
        "en": "UD_English-EWT/en_ewt-ud-dev.conllu",
    },
}
SIZE = 8  # sentences to a paragraph where the treebank marks none


def ordinary(data: Path, lang: str, part: str = "test") -> list[Passage]:
    """Paragraphs of two sentences and more. `part` is ``test``, or ``dev`` to look at while rules are written."""
    path = data / PARTS[part][lang]
    return [joined(group, lang) for group in paragraphs(path) if len(group) > 1]


def edited(passage: Passage) -> bool:
    """Whether every sentence of a paragraph but the last ends with a stop and the next begins with no small letter.

    Web texts (EWT) hold headings, signatures and chats without either, which nobody cuts by reading them.
    """
    pieces = [passage.text[start:end] for start, end in passage.spans]
    ended = all(re.search(r"[.?!…][\"'”’»)\]]*$", piece) for piece in pieces[:-1])
    return ended and not any(piece.lstrip("\"'“‘«(-–— ")[:1].islower() for piece in pieces[1:])


def joined(sentences: list[tuple[str, str]], lang: str) -> Passage:
    """A paragraph of sentences, each with what stands after it."""
    text, spans = "", []
    for sentence, after in sentences:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + after
    return Passage(lang, text.rstrip(), tuple(spans), path_of(lang))


def path_of(lang: str) -> str:
    """The name of a language's treebank."""
    return PARTS["test"][lang].partition("/")[0]


def paragraphs(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Groups of sentences: paragraphs where the treebank tells them, else blocks of one document, or of the file."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    if any("# newpar" in block for block in blocks):
        group: list[tuple[str, str]] = []
        for block in blocks:
            if "# newpar" in block and group:
                yield group
                group = []
            group.append(sentence(block))
        yield group
        return
    for _, members in groupby(sorted(blocks, key=document), document):
        sentences = [sentence(block) for block in members]
        yield from (sentences[start : start + SIZE] for start in range(0, len(sentences), SIZE))


def document(block: str) -> str:
    """The document a sentence of KTB comes from; other treebanks have none."""
    match = re.search(r"# sent_id = (.+?)\.tagged\.txt", block)
    return match[1] if match else ""


def sentence(block: str) -> tuple[str, str]:
    """The text of a sentence and what stands after it."""
    match = re.search(r"^# text = (.*)$", block, re.MULTILINE)
    text = html.unescape(match[1].strip()) if match else ""
    return text, "" if "SpaceAfter=No" in block.rstrip().rpartition("\n")[2] else " "
