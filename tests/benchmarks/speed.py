"""Speed and memory of the main job, beside programs that only take the text out of the same PDFs.

Run by hand: ``python tests/benchmarks/speed.py [CORPUS]``. Each line is measured in a process of its own, so that
peaks of memory do not mix; compare lines of one run only, machines differ and are noisy. A peer that is not installed
(PyMuPDF, pdftotext) is left out. Scanned pages are not read: OCR has its own figures.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def records(paths: Sequence[Path]) -> tuple[int, int]:
    """Extract all records; returns papers and pages (0 for text)."""
    from multilex.pipeline import Extractor
    from multilex.vocabulary import ArticleKind

    extractor = Extractor(ocr="never")
    papers = pages = 0
    for path in paths:
        document = extractor.read(path)
        pages += len(document.source.pages) if document.source.kind == "pdf" else 0
        papers += sum(1 for record in extractor.extract(document) if record.kind == ArticleKind.ARTICLE)
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


def miner(paths: Sequence[Path]) -> tuple[int, int]:
    """pdfminer.six's ``extract_text()``; it does not tell the pages."""
    from pdfminer.high_level import extract_text

    return 0, sum(extract_text(path).count("\f") for path in paths)


def mupdf(paths: Sequence[Path]) -> tuple[int, int]:
    """PyMuPDF's ``get_text()`` on every page."""
    opened = import_module("pymupdf").open
    pages = 0
    for path in paths:
        with opened(path) as document:
            pages += sum(1 for page in document if page.get_text() is not None)
    return 0, pages


def poppler(paths: Sequence[Path]) -> tuple[int, int]:
    """Poppler's ``pdftotext``."""
    made = [subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout for path in paths]
    return 0, sum(text.count(b"\f") for text in made)


JOBS: dict[str, Callable[[Sequence[Path]], tuple[int, int]]] = {
    "multilex": records,
    "pdfplumber": plumber,
    "pdfminer": miner,
    "PyMuPDF": mupdf,
    "pdftotext": poppler,
}


def at_hand() -> list[str]:
    """The jobs whose programs are installed."""
    there = {"PyMuPDF": find_spec("pymupdf"), "pdftotext": shutil.which("pdftotext")}
    return [job for job in JOBS if there.get(job, True)]


def measure(job: str, paths: Sequence[Path]) -> None:
    """Do a job in this process and print its figures as JSON; the imports are paid before the clock starts."""
    if job == "multilex":
        records([ROOT / "samples" / "law-ru.txt"])
    began = seconds_used()
    papers, pages = JOBS[job](paths)
    seconds = seconds_used() - began
    largest = resource.getrusage(resource.RUSAGE_CHILDREN if job == "pdftotext" else resource.RUSAGE_SELF).ru_maxrss
    peak = largest / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(json.dumps({"papers": papers, "pages": pages, "seconds": seconds, "peak": peak}))


def seconds_used() -> float:
    """CPU seconds of this process and of those that it ran."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Measure the samples and, where there is one, the corpus."""
    corpus = Path(
        sys.argv[1] if len(sys.argv) > 1 else os.environ.get("MULTILEX_CORPUS", ROOT.parent / "shared/corpus")
    )
    sets = {
        "samples, text": sorted((ROOT / "samples").glob("*.txt")),
        "samples, PDF": sorted(set((ROOT / "samples").glob("*.pdf")) - set((ROOT / "samples").glob("*-scan.pdf"))),
        "corpus, text": sorted(corpus.glob("kazutb/*.txt")),
        "corpus, one-column PDF": [corpus / "papers" / f"{name}.pdf" for name in ("ineu-2020", "kaznpu-2025")],
        "corpus, issue PDF": sorted(corpus.glob("kazutb-issue/*.pdf")),
    }
    print(f"{'set':24}{'job':12}{'papers':>7}{'pages':>7}{'CPU s':>8}{'papers/s':>10}{'pages/s':>9}{'peak MB':>9}")
    for name, paths in sets.items():
        if not paths or not paths[0].exists():
            continue
        for job in at_hand() if "PDF" in name else ("multilex",):
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
