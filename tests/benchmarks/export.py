"""How fast each format is written: ``python -m tests.benchmarks.export [CORPUS] [--formats NAME ...]``.

The records of the samples and of the corpus's papers are extracted once, then written in every format, checks and files
included; articles per second of processor time. `--records FILE` takes records in JSON Lines instead.
"""

import argparse
import os
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import multilex
from multilex.errors import ExportWarning
from multilex.export import formats
from multilex.record import Record
from tests.conftest import ROOT
from tests.export.papers import COMPLETE, SAMPLES

_ROUNDS = 3


def main() -> None:
    """Print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=os.environ.get("MULTILEX_CORPUS"))
    parser.add_argument("--records", type=Path)
    parser.add_argument("--formats", nargs="*", default=sorted(formats()))
    given = parser.parse_args()
    warnings.simplefilter("ignore", ExportWarning)
    records = list(_read(given.records) if given.records else _extracted(given.corpus or ROOT.parent / "shared/corpus"))
    print(f"{len(records)} articles\n{'format':16}{'articles/s':>12}{'KiB each':>12}")
    for name in given.formats:
        seconds, size = min(_measured(records, name) for _ in range(_ROUNDS))
        print(f"{name:16}{len(records) / seconds:12.0f}{size / len(records) / 1024:12.1f}")


def _measured(records: list[Record], format: str) -> tuple[float, int]:
    """Seconds of processor time and bytes of one writing into a folder."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        paths = multilex.write(records, folder, format=format, settings=COMPLETE, force=True)
        return time.process_time() - began, sum(path.stat().st_size for path in paths)


def _extracted(corpus: Path) -> Iterator[Record]:
    samples = [ROOT / f"samples/{name}.{ending}" for name in SAMPLES for ending in ("txt", "pdf")]
    extractor = multilex.Extractor(papers_only=True)
    for path in [*samples, *sorted(corpus.glob("kazutb/*.txt"))]:
        yield from extractor.extract(path)


def _read(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        yield from map(Record.from_json, lines)


if __name__ == "__main__":
    main()
