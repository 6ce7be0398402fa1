"""Sentence splitters side by side: ``python -m tests.benchmarks.sentences DATA [--misses LANG]``.

DATA is a folder with the Universal Dependencies treebanks. Per language and kind of text the F1 of boundaries
inside passages is printed for each splitter, then thousands of characters per CPU-second over all of them.
Kinds: passages of our genre (``tests/segment/sentences``; `held out` were written before the rules and not looked
at while the rules were first tuned; the `looks` were written afterwards and run blind once), treebank paragraphs,
and those of them whose sentences all end with a stop (`edited`). A boundary is the number of non-blank characters
before it, as some peers change the blanks.
Peers are measured where they are installed.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from multilex.segment.sentences import split_sentences
from tests.benchmarks.sentence_data import edited, ordinary
from tests.segment.bars import Passage, passages, show

Splitter = Callable[[str], list[str]]
LANGUAGES = ("kk", "ru", "en")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", choices=LANGUAGES, help="show the passages multilex gets wrong instead")
    options = parser.parse_args()
    if options.misses:
        print(*misses(options.data, options.misses), sep="\n")
        return
    names: list[str] = []
    cost: dict[str, float] = {}
    size: dict[str, int] = {}
    rows: list[tuple[str, int, dict[str, float]]] = []
    for lang in LANGUAGES:
        splitters = {"multilex": multilex(lang), **peers(lang)}
        names += [name for name in splitters if name not in names]
        for kind, group in groups(options.data, lang):
            row = {}
            for name, split in splitters.items():
                begin = time.process_time()
                found = [split(passage.text) for passage in group]
                cost[name] = cost.get(name, 0) + time.process_time() - begin
                size[name] = size.get(name, 0) + sum(len(passage.text) for passage in group)
                row[name] = f1(group, found)
            rows.append((f"{lang} {kind}", sum(len(passage.spans) - 1 for passage in group), row))
    print(f"{'':28}{'cuts':>6}", *(f"{name:>11}" for name in names))
    for title, cuts, row in rows:
        print(f"{title:28}{cuts:6}", *(f"{row[name]:11.3f}" if name in row else f"{'–':>11}" for name in names))
    print(f"{'kchars per CPU-second':34}", *(f"{size[name] / cost[name] / 1000:11.0f}" for name in names))


def groups(data: Path, lang: str) -> Iterator[tuple[str, list[Passage]]]:
    """The kinds of text and their passages."""
    for group in ("held out", "tuned", "second look", "third look"):
        yield f"our genre, {group}", passages(lang, group)
    texts = ordinary(data, lang)
    yield "treebank", texts
    yield "treebank, edited", [passage for passage in texts if edited(passage)]


def f1(group: list[Passage], found: list[list[str]]) -> float:
    """F1 of the boundaries inside the passages."""
    right = marked = wanted = 0
    for passage, sentences in zip(group, found, strict=True):
        ours = boundaries(sentences)
        gold = boundaries([passage.text[start:end] for start, end in passage.spans])
        right, marked, wanted = right + len(ours & gold), marked + len(ours), wanted + len(gold)
    return 2 * right / (marked + wanted) if marked + wanted else 0.0


def boundaries(sentences: list[str]) -> set[int]:
    """Numbers of non-blank characters before the inner boundaries."""
    edges, count = set(), 0
    for sentence in sentences:
        count += sum(not sign.isspace() for sign in sentence)
        edges.add(count)
    return edges - {0, count}


def misses(data: Path, lang: str) -> Iterator[str]:
    """The passages that are not cut as marked, both ways."""
    for kind, group in groups(data, lang):
        for passage in group:
            spans = split_sentences(passage.text, lang)
            if spans != list(passage.spans):
                yield f"{kind}\n  - {show(passage.text, list(passage.spans))}\n  + {show(passage.text, spans)}"


def multilex(lang: str) -> Splitter:
    """Ours."""
    return lambda text: [text[start:end] for start, end in split_sentences(text, lang)]


def peers(lang: str) -> dict[str, Splitter]:
    """The other splitters that are installed and know the language, or stand in for it."""
    found: dict[str, Splitter] = {}
    for make in (spacy, razdel, pysbd, yasbd, blingfire, stanza):
        with suppress(ImportError):
            found[make.__name__] = make(lang)
    return found


def spacy(lang: str) -> Splitter:
    """spaCy's sentencizer; `xx` for Kazakh."""
    nlp = import_module("spacy").blank({"kk": "xx"}.get(lang, lang))
    nlp.add_pipe("sentencizer")
    return lambda text: [sentence.text for sentence in nlp(text).sents]


def razdel(lang: str) -> Splitter:
    """razdel's Russian rules, whatever the language."""
    sentenize = import_module("razdel").sentenize
    return lambda text: [sentence.text for sentence in sentenize(text)]


def pysbd(lang: str) -> Splitter:
    """pysbd, which has Kazakh."""
    segmenter = import_module("pysbd").Segmenter(language=lang, clean=False)
    return lambda text: list(segmenter.segment(text))


def yasbd(lang: str) -> Splitter:
    """yasbd with the rules of the language where it has them, else with the Russian ones."""
    engine = import_module("yasbd")
    known = engine.get_supported_langs()
    detector = engine.BoundaryDetector(lang if lang in known else "ru" if "ru" in known else "en")
    return lambda text: list(detector.segment(text))


def blingfire(lang: str) -> Splitter:
    """blingfire, which takes every language alike."""
    engine = import_module("blingfire")
    return lambda text: str(engine.text_to_sentences(text.replace("\n", " "))).split("\n")


def stanza(lang: str) -> Splitter:
    """Our Kazakh Stanza model, whatever the language. It was trained on KTB: its treebank figures mean nothing."""
    engine = import_module("multilex.engines.stanza")
    engine.sentences("Бір.")
    return lambda text: [text[start:end] for start, end in engine.sentences(text)]


if __name__ == "__main__":
    main()
