"""Speed and memory of the main job, beside pdfplumber's own ``extract_text()`` on the same PDFs.

Run by hand: ``python tests/benchmarks/speed.py [CORPUS]``. Each line is measured in a process of its own, so that
peaks of memory do not mix; compare lines of one run only, machines differ and are noisy.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def records(paths: Sequence[Path]) -> tuple[int, int]:
    """Extract all records; returns papers and pages (0 for text)."""
    from multilex import pipeline
    from multilex.vocabulary import ArticleKind

    papers = pages = 0
    for path in paths:
        document = pipeline.read(path)
        pages += len(document.source.pages) if document.source.kind == "pdf" else 0
        papers += sum(1 for record in pipeline.extract(document) if record.kind == ArticleKind.ARTICLE)
    return papers, pages


def plumber(paths: Sequence[Path]) -> tuple[int, int]:
    """pdfplumber's ``extract_text()`` on every page, closing each; returns 0 papers and the pages."""
    import pdfplumber

    pages = 0
    for path in paths:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.close()
                pages += 1
    return 0, pages


JOBS: dict[str, Callable[[Sequence[Path]], tuple[int, int]]] = {"multilex": records, "pdfplumber": plumber}


def measure(job: str, paths: Sequence[Path]) -> None:
    """Do a job in this process and print its figures as JSON; the imports are paid before the clock starts."""
    records([ROOT / "samples" / "law-ru.txt"])
    began = time.process_time()
    papers, pages = JOBS[job](paths)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(json.dumps({"papers": papers, "pages": pages, "seconds": seconds, "peak": peak}))


def main() -> None:
    """Measure the samples and, where there is one, the corpus."""
    corpus = Path(
        sys.argv[1] if len(sys.argv) > 1 else os.environ.get("MULTILEX_CORPUS", ROOT.parent / "shared/corpus")
    )
    sets = {
        "samples, text": sorted((ROOT / "samples").glob("*.txt")),
        "samples, PDF": sorted((ROOT / "samples").glob("*.pdf")),
        "corpus, text": sorted(corpus.glob("kazutb/*.txt")),
        "corpus, one-column PDF": [corpus / "papers" / f"{name}.pdf" for name in ("ineu-2020", "kaznpu-2025")],
        "corpus, issue PDF": sorted(corpus.glob("kazutb-issue/*.pdf")),
    }
    print(f"{'set':24}{'job':12}{'papers':>7}{'pages':>7}{'CPU s':>8}{'papers/s':>10}{'pages/s':>9}{'peak MB':>9}")
    for name, paths in sets.items():
        if not paths or not paths[0].exists():
            continue
        for job in JOBS if "PDF" in name else ("multilex",):
            command = [sys.executable, __file__, "--measure", job, *map(str, paths)]
            done = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            seconds = done["seconds"]
            print(
                f"{name:24}{job:12}{done['papers']:7}{done['pages']:7}{seconds:8.2f}"
                f"{done['papers'] / seconds:10.1f}{done['pages'] / seconds:9.1f}{done['peak']:9.0f}"
            )


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure(sys.argv[2], [Path(path) for path in sys.argv[3:]])
    else:
        main()
