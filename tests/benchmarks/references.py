"""How well references are parsed and paired: ``python -m tests.benchmarks.references [CORPUS]``.

Fields and whole references on ``dev/references.jsonl`` and on our own references, twins on
``dev/ref_pairs.jsonl`` (in order and, without numbers, shuffled), and references read per second of processor time.
"""

import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from multilex.align.reference_twins import pair_items
from multilex.evaluate.outcome import Outcome
from multilex.evaluate.reference_fields import item_fields
from multilex.extract.reference_fields import parse_reference
from multilex.record import Reference
from tests.conftest import ROOT
from tests.extract.marked_references import f1, marked_references, outcomes, whole

_ROUNDS = 3


def main(corpus: Path) -> None:
    """Print the figures; those that need the corpus only where it is."""
    for name in ("held_out", "tuning", "examiner", "second"):
        _print(name, outcomes(marked_references(name)))
    dev = corpus / "dev"
    if not dev.is_dir():
        print(f"no corpus at {corpus}: give its folder, or set MULTILEX_CORPUS")
        return
    references = [json.loads(line) for line in (dev / "references.jsonl").read_text("utf-8").splitlines()]
    _print("dev", [list(item_fields(one, parse_reference(one["raw"]))) for one in references])
    pairs = [json.loads(line) for line in (dev / "ref_pairs.jsonl").read_text("utf-8").splitlines()]
    for shuffled in (False, True):
        print(f"twins {'shuffled' if shuffled else 'in order'}: F1 {_twins(pairs, shuffled):.4f} of {len(pairs)} pairs")
    texts = [pair[side] for pair in pairs for side in ("original", "romanised")]
    print(f"speed: {_speed(texts):.0f} references per second of processor time")


def _print(name: str, read: list[list[Outcome]]) -> None:
    wrong = Counter(one.by[0] for item in read for one in item if not one.right)
    worst = ", ".join(f"{field} {count}" for field, count in wrong.most_common(6))
    print(f"{name}: {len(read)} references, fields F1 {f1(read):.4f}, whole {whole(read):.3f}; wrong: {worst}")


def _twins(pairs: list[dict[str, Any]], shuffled: bool) -> float:
    articles = defaultdict(list)
    for pair in pairs:
        articles[pair["article"]].append(pair)
    right = found = 0
    for group in articles.values():
        first = [_reference(pair, "original", shuffled) for pair in group]
        second = [_reference(pair, "romanised", shuffled) for pair in group]
        if shuffled:
            random.Random(1).shuffle(second)
        twins = pair_items(first, second)
        found += len(twins)
        right += sum(twin.original == twin.romanized for twin in twins)
    return 2 * right / (found + len(pairs))


def _reference(pair: dict[str, Any], side: str, unnumbered: bool) -> Reference:
    text = pair[side]
    return Reference(
        text=text,
        span=(0, len(text)),
        rule="benchmark",
        id=pair["id"],
        number=None if unnumbered else pair["n"],
        number_printed=not unnumbered,
        value=text,
        lang="ru",
        fields=parse_reference(text),
    )


def _speed(texts: Iterable[str]) -> float:
    """The best of some rounds: other work on the machine only makes it slower."""
    texts = list(texts)
    seconds = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        for text in texts:
            parse_reference(text)
        seconds.append(time.process_time() - began)
    return len(texts) / min(seconds)


if __name__ == "__main__":
    default = os.environ.get("MULTILEX_CORPUS", str(ROOT.parent / "shared" / "corpus"))
    main(Path(sys.argv[1] if len(sys.argv) > 1 else default))
