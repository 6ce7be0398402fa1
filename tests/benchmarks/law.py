"""Figures of legal acts on the labelled strings of the corpus, and the speed of the search.

``python -m tests.benchmarks.law [CORPUS]`` prints them with every miss.
"""

import sys
import time
from pathlib import Path

from multilex.extract.acts import mentions
from tests.extract.acts.gold import SENTENCES, score
from tests.extract.acts.sentences import LANGUAGES, sentences


def main(corpus: Path) -> None:
    """Print one line per set, its misses, and megabytes per second over the papers."""
    for name in SENTENCES:
        figures = score(corpus, name)
        print(
            f"{name}: gold {figures.gold} found {figures.found} exact F1 {figures.exact_f1:.3f} "
            f"overlap F1 {figures.overlap_f1:.3f} fields {figures.right}/{figures.said}"
        )
        print(*(f"  {miss}" for miss in figures.misses), sep="\n")
    for part in ("dev", "held"):
        for lang in LANGUAGES:
            print(f"own sentences {part}-{lang}: exact {_exact(part, lang):.3f}")
    texts = [path.read_text("utf-8") for path in sorted((corpus / "kazutb").glob("*.txt"))]
    paragraphs = [one for text in texts for one in text.split("\n\n")]
    began = time.process_time()
    for one in paragraphs:
        mentions(one)
    spent = time.process_time() - began
    print(f"{sum(len(one.encode()) for one in paragraphs) / 1e6 / spent:.1f} MB per CPU second")


def _exact(part: str, lang: str) -> float:
    exact = size = 0
    for one in sentences(part):
        if one.lang == lang:
            found = {(act.start, act.end) for act in mentions(one.text, lang)[0]}
            texts = {one.text[start:end] for start, end in found}
            exact += sum(span in found or bool(texts & set(one.allow)) for span in one.spans)
            size += len(one.spans) + len(found)
    return 2 * exact / size


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/corpus"))
