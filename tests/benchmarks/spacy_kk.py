"""Kazakh tokens: spaCy with our ``kk`` beside the nearest languages it ships, on UD_Kazakh-KTB, and speed.

Run by hand: ``python tests/benchmarks/spacy_kk.py [DATA]``, where DATA (default ``../shared/data``) holds the treebank.
A token is right when both its ends are; a span of blanks that KTB takes for one word (``болған емес``) is never found.
KTB itself is not of one mind on hyphens (``көші-қон`` is one token there, ``ауыл-ауылдан`` three).
The rules were written with a look at KTB, so this is agreement, not a test on unseen text.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("ru", "ky", "tt", "xx", "kk")
Spans = set[tuple[int, int]]


def sentences(path: Path) -> Iterator[tuple[str, Spans]]:
    """Text and token spans of each sentence of a CoNLL-U file; of a multi-word token the printed one."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), None)
        if text is None:
            continue
        spans: Spans = set()
        position = inside = 0
        for line in lines:
            number, form, *_ = f"{line}\t".split("\t")
            first, _, last = number.partition("-")
            if not first.isdecimal() or int(first) <= inside:
                continue
            inside = int(last) if last else 0
            start = text.index(form, position)
            position = start + len(form)
            spans.add((start, position))
        yield text, spans


def agreement(lang: str, gold: list[tuple[str, Spans]]) -> tuple[float, float]:
    """F1 of token spans, and the share of sentences without any difference."""
    nlp = spacy.blank(lang)
    right = found = meant = same = 0
    for text, spans in gold:
        tokens = {(token.idx, token.idx + len(token)) for token in nlp(text) if not token.is_space}
        right += len(tokens & spans)
        found += len(tokens)
        meant += len(spans)
        same += tokens == spans
    return 2 * right / (found + meant), same / len(gold)


def speed(lang: str, text: str) -> float:
    """Characters per CPU-second of a pipeline that has seen no word yet."""
    nlp = spacy.blank(lang)
    began = time.process_time()
    nlp(text)
    return len(text) / (time.process_time() - began)


def main() -> None:
    """Print one row per language."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    gold = list(sentences(data / "UD_Kazakh-KTB" / "kk_ktb-ud-test.conllu"))
    text = "\n".join(text for text, _ in gold)
    print(f"{len(gold)} sentences, {sum(len(spans) for _, spans in gold)} tokens, {len(text)} characters")
    print(f"{'':4}{'token F1':>10}{'sentences':>11}{'characters/s':>14}")
    for lang in LANGUAGES:
        f1, same = agreement(lang, gold)
        print(f"{lang:4}{f1:10.4f}{same:11.1%}{max(speed(lang, text) for _ in range(3)):14,.0f}")


if __name__ == "__main__":
    main()
