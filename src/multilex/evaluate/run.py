"""Run: every gold file of a folder through the pipeline, and the report on it."""

import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from multilex.errors import MultilexError
from multilex.evaluate.goldset import checksum, gold_files
from multilex.evaluate.printed import score_either
from multilex.evaluate.report import Miss, Report, figures
from multilex.pipeline import extract, read
from multilex.record import Record

ORDER = [
    "header_cells",
    "header_cells_verified",
    "whole_header",
    "whole_header_verified",
    "author_fields",
    "language",
    "section_headings",
    "body_roles",
    "boundaries",
    "footnotes",
    "callouts",
    "citations",
    "reference_items",
    "reference_fields",
    "whole_reference",
    "twins",
    "act_spans_exact",
    "act_spans_overlap",
    "act_identity",
    "keyword_pairs",
    "sentence_beads",
    "people_pairs",
    "blocks",
    "superscripts",
    "urls",
    "hyphens",
    "conservation",
]


def evaluate(gold_dir: Path | str, *, kind: str = "text") -> Report:
    """Score the records of all inputs of a folder against its gold.

    `kind` is ``text`` (NAME.txt, compared by source offsets) or ``pdf`` (NAME.pdf, compared by values; also
    whole issues NAME.pdf with NAME.pages.json), or another printing of the same: ``2col`` (NAME-2col.pdf),
    ``2col-by-line``, ``scan``, ``docx`` (NAME.docx). An input that cannot be read counts as one that gives no
    record. Raises OptionError when there is nothing to score.
    """
    folder = Path(gold_dir)
    files = gold_files(folder, kind)
    scored: list[Miss] = []
    seconds = 0.0
    for file in files:
        began = time.process_time()
        try:
            document = read(file.input)
            records: Sequence[Record] = extract(document)
        except MultilexError:
            document, records = None, ()
        seconds += time.process_time() - began
        scored += [Miss(file.name, article, outcome) for article, outcome in score_either(file, document, records)]
    sums = figures(one.outcome for one in scored)
    return Report(
        corpus={
            "path": str(folder),
            "sha256": checksum(folder, files),
            "files": len(files),
            "kind": kind,
        },
        figures={name: sums[name] for name in ORDER if name in sums},
        cost={"cpu_seconds": round(seconds, 2), "peak_mb": _peak_mb()},
        misses=tuple(one for one in scored if not one.outcome.right),
    )


def _peak_mb() -> float:
    """Peak memory of this process in MB (Linux counts in KB, macOS in bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)
