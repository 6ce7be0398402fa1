"""Figures of legal acts on the labelled strings of the corpus and on our own sentences, and the speed of the search.

``python -m tests.benchmarks.law [CORPUS]`` prints them with every miss on the corpus.
"""

import sys
import time
from pathlib import Path

from multilex.extract.acts import mentions
from tests.extract.acts.gold import SENTENCES, score
from tests.extract.acts.sentences import LANGUAGES, figures


def main(corpus: Path) -> None:
    """Print one line per set, its misses, and megabytes per second over the papers."""
    for name in SENTENCES:
        there = score(corpus, name)
        print(
            f"{name}: gold {there.gold} found {there.found} exact F1 {there.exact_f1:.3f} "
            f"overlap F1 {there.overlap_f1:.3f} fields {there.right}/{there.said}"
        )
        print(*(f"  {miss}" for miss in there.misses), sep="\n")
    for part in ("dev", "held", "examiner", "second"):
        for lang in LANGUAGES:
            own = figures(part, lang)
            print(
                f"own sentences {part}-{lang}: gold {own.gold} found {own.found} exact F1 {own.exact_f1:.3f} "
                f"overlap F1 {own.overlap_f1:.3f} identity {own.right}/{own.keyed}"
            )
    texts = [path.read_text("utf-8") for path in sorted((corpus / "kazutb").glob("*.txt"))]
    paragraphs = [one for text in texts for one in text.split("\n\n")]
    began = time.process_time()
    for one in paragraphs:
        mentions(one)
    spent = time.process_time() - began
    print(f"{sum(len(one.encode()) for one in paragraphs) / 1e6 / spent:.1f} MB per CPU second")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/corpus"))
