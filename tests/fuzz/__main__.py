"""``python -m tests.fuzz [KIND=COUNT …] [--first N]``: how many mutants were read, refused, or found a fault.

Cases are numbered, and a number is always the same mutant (of one corpus): a fault is looked at with
``python -m tests.fuzz KIND:NUMBER``. Exit code 1 when there was a fault.
"""

import sys
import time
from collections import Counter
from collections.abc import Sequence

from multilex.cli.workers import Lost, Workers
from tests.fuzz.cases import KINDS, Case, corpus_folder, run

SECONDS, MEGABYTES = 60.0, 1500
USUAL = {"txt": 2000, "pdf": 1000, "docx": 1000, "html": 700, "jsonl": 500}


def main(arguments: Sequence[str]) -> int:
    """Run the cases asked for and print what came of them."""
    corpus, first, wanted, cases = corpus_folder(), 0, dict(USUAL), []
    for argument in arguments:
        kind, equals, count = argument.partition("=")
        if argument.startswith("--first="):
            first = int(count)
        elif equals:
            wanted = ({} if wanted == USUAL else wanted) | {kind: int(count)}
        else:
            kind, _, number = argument.partition(":")
            print(run(Case(kind, int(number), corpus)))
            return 0
    cases = [Case(kind, first + number, corpus) for kind in KINDS for number in range(wanted.get(kind, 0))]
    began, found = time.monotonic(), Counter[tuple[str, str]]()
    workers = Workers(run, seconds=lambda case: SECONDS, megabytes=MEGABYTES)
    for case, result in zip(cases, workers.results(cases), strict=True):
        fault = result.why if isinstance(result, Lost) else result if "\n" in result else ""
        found[case.kind, "FAULT" if fault else str(result)] += 1
        if fault:
            print(f"== {case.kind}:{case.number}\n{fault}", flush=True)
    for kind in KINDS:
        told = ", ".join(f"{count} {what}" for (one, what), count in sorted(found.items()) if one == kind)
        print(f"{kind:6}{told}")
    faults = sum(count for (_, what), count in found.items() if what == "FAULT")
    print(f"{len(cases)} cases, {faults} faults, {time.monotonic() - began:.0f} seconds")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
