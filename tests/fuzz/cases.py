"""The seeds that are mutated, and what is done with a mutant."""

import os
import tempfile
import traceback
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from random import Random

from multilex.errors import ExportWarning, MultilexError
from multilex.export import find_format, formats, write
from multilex.export._writing import parts
from multilex.pipeline import Extractor
from multilex.record import Record
from tests.conftest import ROOT
from tests.fuzz.mutations import mutate
from tests.read.word_files import note, notes, p, table, word

KINDS = ("txt", "pdf", "docx", "html", "jsonl")
_HEAD, _TAIL = 4000, 2500


@dataclass(frozen=True, slots=True)
class Case:
    """A mutant: `number` gives seed and damage; `corpus` is the folder of real papers, where there is one."""

    kind: str
    number: int
    corpus: str = ""


def run(case: Case) -> str:
    """``read``, the name of the error that refused it, or the traceback of what should not have happened."""
    rng = Random(f"{case.kind} {case.number}")
    try:
        known = seeds(case.corpus)[case.kind]
        data = mutate(case.kind, rng.choice(known), rng.choice(known), rng)
        return _export(data, rng) if case.kind == "jsonl" else _extract(data, rng)
    except MultilexError as error:
        return type(error).__name__
    except MemoryError:
        raise
    except Exception:
        return traceback.format_exc()


def _extract(data: bytes, rng: Random) -> str:
    engine = "pdfplumber" if rng.random() < 0.1 else "pdfium"
    records = Extractor(engine=engine, ocr="never").extract(data, name="../mutant\n.pdf")
    for record in records:
        assert Record.from_json(record.to_json()) == record
    _write(records, rng)
    return "read"


def _export(data: bytes, rng: Random) -> str:
    """Lines that are no record are refused, as the command line does."""
    records = []
    for line in data.splitlines():
        try:
            records.append(Record.from_json(line.decode("utf-8", "replace")))
        except ValueError:
            continue
    _write(records, rng)
    return "read" if records else "ValidationError"


def _write(records: list[Record], rng: Random) -> None:
    """In three formats; a format may refuse records, with an error of ours."""
    for name in rng.sample(sorted(formats()), 3):
        with warnings.catch_warnings(), tempfile.TemporaryDirectory() as folder:
            warnings.simplefilter("ignore", ExportWarning)
            inside = Path(folder) / "out"
            try:
                if parts(find_format(name)) or rng.random() < 0.3:
                    write(records, inside, format=name, force=True)
                else:
                    write(records, BytesIO(), format=name, force=True)
            except MultilexError:
                pass
            assert {path.name for path in Path(folder).iterdir()} <= {"out"}, "written outside its folder"


@cache
def seeds(corpus: str) -> Mapping[str, tuple[bytes, ...]]:
    """Small files of each kind: ends of papers, single pages, what they give in Word and HTML, records."""
    from multilex.engines.pdf_pages import extract_pages

    paths = [*sorted((ROOT / "samples").glob("*.txt")), *sorted(Path(corpus).glob("*/*.txt") if corpus else ())[::9]]
    texts = [_ends(path.read_text("utf-8")) for path in paths]
    papers = [*sorted((ROOT / "samples").glob("*-*.pdf")), *sorted(Path(corpus).glob("papers/*.pdf") if corpus else ())]
    papers = [path for path in papers if "scan" not in path.name]
    return {
        "txt": (*map(str.encode, texts), texts[0].encode("cp1251", "replace"), texts[1].encode("utf-16")),
        "pdf": tuple(extract_pages(path.read_bytes(), page, page) for path in papers for page in (1, 3)),
        "docx": tuple(_word(text) for text in texts),
        "html": tuple(_page(text) for text in texts),
        "jsonl": tuple(_records(text) for text in texts[:6]),
    }


def _ends(text: str) -> str:
    return text if len(text) <= _HEAD + _TAIL else text[:_HEAD] + text[-_TAIL:]


def _word(text: str) -> bytes:
    lines = [escape(line) for line in text.splitlines() if line.strip()]
    body = [p(line, style="Heading1" if len(line) < 40 else "") for line in lines]
    body[3:3] = [p("Text", note(2), " goes on", note(3)), table(("a", "1"), ("b", "2"))]
    return word("".join(body), footnotes=notes(p("First"), p("Second")))


def _page(text: str) -> bytes:
    lines = [escape(line) for line in text.splitlines() if line.strip()]
    body = "".join(f"<h2>{line}</h2>" if len(line) < 40 else f"<p>{line}<sup>1</sup></p>" for line in lines)
    table = "<table><tr><th>a<th>b<tr><td>1<td>2</table>"
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}{table}</body></html>".encode()


def _records(text: str) -> bytes:
    return "\n".join(record.to_json() for record in Extractor().extract(text.encode())).encode()


def corpus_folder() -> str:
    """The corpus outside the project, or nothing."""
    path = Path(os.environ.get("MULTILEX_CORPUS", ROOT.parent / "shared" / "corpus"))
    return str(path.resolve()) if path.is_dir() else ""
