"""Kazakh tokens: spaCy with our ``kk`` beside the nearest languages it ships, and speed.

Run by hand: ``python tests/benchmarks/spacy_kk.py [DATA]``, where DATA (default ``../shared/data``) holds UD_Kazakh-KTB
and KazNERD. A token is right when both its ends are.

The rules were written with a look at KTB; KazNERD's test part was not looked at. KTB takes some spans of blanks for one
word (``болған емес``), which no tokeniser here finds, and is not of one mind on hyphens (``көші-қон`` is one token
there, ``ауыл-ауылдан`` three). KazNERD stores tokens only: its blanks are put back by rule, so that punctuation
touches the words it belongs to.
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


def broadcasts(path: Path) -> Iterator[tuple[str, Spans]]:
    """Text and token spans of each sentence of KazNERD, blanks put back."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, before = "", ""
        spans: Spans = set()
        for line in filter(None, block.splitlines()):
            form = line.split(" ")[0]
            if text and form not in ",.!?:;)»”…" and before not in "(«“":
                text += " "
            spans.add((len(text), len(text) + len(form)))
            text, before = text + form, form
        if text:
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
    """Print one table per data set, one row per language."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    sets = {
        "UD_Kazakh-KTB test": list(sentences(data / "UD_Kazakh-KTB" / "kk_ktb-ud-test.conllu")),
        "KazNERD test": list(broadcasts(data / "KazNERD" / "test.txt")),
    }
    for name, gold in sets.items():
        text = "\n".join(text for text, _ in gold)
        print(f"{name}: {len(gold)} sentences, {sum(len(spans) for _, spans in gold)} tokens, {len(text)} characters")
        print(f"{'':4}{'token F1':>10}{'sentences':>11}{'characters/s':>14}")
        for lang in LANGUAGES:
            f1, same = agreement(lang, gold)
            print(f"{lang:4}{f1:10.4f}{same:11.1%}{max(speed(lang, text[:100_000]) for _ in range(3)):14,.0f}")


if __name__ == "__main__":
    main()
