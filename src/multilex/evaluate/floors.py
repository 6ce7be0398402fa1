"""Floors: the F1 of every figure on the corpus, below which it must not fall.

A floors file is JSON: ``{"sets": {"papers/text": {"sha256": …, "figures": {NAME: F1}}}, "lowered": […]}``; a
set is a folder of the corpus and a kind of input. ``python -m multilex.evaluate.floors`` checks them;
``--update`` raises them to the figures of today; to lower one takes ``--allow-regression`` and a sentence,
which the file keeps.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from multilex.evaluate.report import Report
from multilex.evaluate.run import evaluate


def measure(corpus: Path, name: str) -> Report:
    """Evaluate one set: ``folder/kind`` of the corpus."""
    folder, kind = name.rsplit("/", 1)
    return evaluate(corpus / folder, kind=kind)


def complaints(floor: Mapping[str, Any], report: Report) -> list[str]:
    """What is wrong with a report, given the floor of its set; empty when nothing is.

    A corpus with another checksum than the floor's is a complaint too: its figures cannot be compared.
    """
    was, sha256 = floor["sha256"], report.corpus["sha256"]
    if sha256 != was:
        return [f"measured on another corpus ({was[:12]}, now {sha256[:12]}): set it anew with --update"]
    now = _f1(report)
    return [
        f"{name}: {now.get(name, 0.0):.4f} is below its floor {least:.4f}"
        for name, least in floor["figures"].items()
        if now.get(name, 0.0) < least
    ]


def updated(floors: Mapping[str, Any], name: str, report: Report, reason: str | None) -> dict[str, Any]:
    """The floors with one set at the figures of the report.

    Raises ValueError when a figure would be lowered and no `reason` is given; a given one is kept under
    ``lowered``.
    """
    old = floors.get("sets", {}).get(name, {}).get("figures", {})
    now = _f1(report)
    lower = {figure: least for figure, least in old.items() if now.get(figure, 0.0) < least}
    if lower and not reason:
        listed = ", ".join(f"{figure} {least:.4f} → {now.get(figure, 0.0):.4f}" for figure, least in lower.items())
        raise ValueError(f"{name} would be lowered ({listed}): give a sentence with --allow-regression")
    lowered = [
        {"set": name, "figure": figure, "from": least, "to": now.get(figure, 0.0), "reason": reason}
        for figure, least in lower.items()
    ]
    entry = {"sha256": report.corpus["sha256"], "figures": now}
    return {
        "sets": {**floors.get("sets", {}), name: entry},
        "lowered": [*floors.get("lowered", ()), *lowered],
    }


def load(path: Path) -> dict[str, Any]:
    """The floors of a file."""
    floors: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return floors


def _f1(report: Report) -> dict[str, float]:
    return {name: figure.to_dict()["f1"] for name, figure in report.figures.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Check or update the floors; the exit code is 1 when one is broken or would be lowered."""
    parser = argparse.ArgumentParser(prog="python -m multilex.evaluate.floors", description=__doc__)
    parser.add_argument("sets", nargs="*", help="folder/kind of the corpus (default: all sets of the file)")
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--file", type=Path, default=Path("tests/floors.json"))
    parser.add_argument("--update", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--allow-regression", metavar="SENTENCE", help="why a floor may be lowered")
    options = parser.parse_args(arguments)
    floors = load(options.file) if options.file.exists() else {}
    failed = False
    for name in options.sets or floors.get("sets", {}):
        report = measure(options.corpus, name)
        if options.update:
            try:
                floors = updated(floors, name, report, options.allow_regression)
            except ValueError as error:
                print(error, file=sys.stderr)
                failed = True
            continue
        floor = floors.get("sets", {}).get(name)
        for complaint in complaints(floor, report) if floor else ["no floor yet: --update sets it"]:
            print(f"{name}: {complaint}", file=sys.stderr)
            failed = True
    if options.update:
        options.file.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
