"""Bad input: a clear error or a record with notes; no traceback, no hang, bounded memory."""

import io
import json
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

import multilex
from multilex.errors import (
    DamagedInputError,
    EmptyInputError,
    EncryptedInputError,
    MissingEngineError,
    MultilexError,
    NoTextError,
    UnsupportedInputError,
)
from multilex.record import Record
from multilex.vocabulary import ArticleKind, NoteCode
from tests.conftest import ROOT
from tests.pdf import TEXT, Objects, one_page, pdf, stream

PAPER = (ROOT / "samples/law-ru.txt").read_text("utf-8")
KAZAKH = (ROOT / "samples/pedagogy-kk.txt").read_text("utf-8")
PRINTED = (ROOT / "samples/law-ru.pdf").read_bytes()


def encrypted() -> bytes:
    out = io.BytesIO()
    page = Canvas(out, encrypt="secret")
    page.drawString(50, 700, "nobody sees this")
    page.save()
    return out.getvalue()


def picture_only() -> bytes:
    objects = one_page(b"q 500 0 0 700 40 40 cm /I Do Q")
    objects[3] = objects[3].replace(b"/Font<</F 5 0 R>>", b"/XObject<</I 6 0 R>>")
    objects[6] = stream(
        b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    return pdf(objects)


def word_file() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("word/document.xml", "<w:document/>")
    return out.getvalue()


UNREADABLE: dict[str, tuple[bytes, type[MultilexError] | tuple[type[MultilexError], ...], str]] = {
    "empty": (b"", EmptyInputError, "holds no bytes"),
    "only blanks": (b" \r\n\t\n\xc2\xa0\xef\xbb\xbf", EmptyInputError, "there is no text"),
    "a PDF in name only": (b"%PDF-1.7\n" + bytes(range(256)) * 40, DamagedInputError, "cannot be opened"),
    "half a PDF": (PRINTED[: len(PRINTED) // 2], DamagedInputError, "get the file again"),
    "a PDF without pages": (
        pdf(one_page() | {2: b"<</Type/Pages/Kids[]/Count 0>>"}),
        DamagedInputError,
        "get the file again",
    ),
    "a password": (encrypted(), EncryptedInputError, "password"),
    "only pictures": (picture_only(), (NoTextError, MissingEngineError), "OCR"),
    "half a Word file": (word_file(), UnsupportedInputError, "something else than a Word file"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), UnsupportedInputError, "PNG"),
    "any bytes": (bytes(range(256)) * 100, DamagedInputError, "binary file"),
    "no known encoding": (bytes(range(0xF0, 0xF8)) * 2 + bytes(range(0x80, 0xB0)) * 40, DamagedInputError, "encoding"),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_an_error_that_says_what_to_do(what: str) -> None:
    data, error, told = UNREADABLE[what]
    with pytest.raises(error, match=told) as caught:
        multilex.extract(data, name="paper.pdf")
    assert str(caught.value).startswith("paper.pdf")
    assert "\n" not in str(caught.value)


def codes(records: list[Record]) -> set[NoteCode]:
    return {note.code for record in records for note in record.notes}


def titles(records: list[Record]) -> list[str | None]:
    return [title.value for record in records for title in record.titles]


@pytest.mark.parametrize("name", ["paper.txt", "paper", "paper.docx"])
def test_the_bytes_say_what_a_file_is_and_not_its_name(name: str) -> None:
    assert titles(multilex.extract(PRINTED, name=name)) == titles(multilex.extract(PRINTED, name="paper.pdf"))
    assert titles(multilex.extract(PAPER.encode(), name="paper.pdf")) == titles(multilex.extract(PAPER.encode()))


@pytest.mark.parametrize(("encoding", "text"), [("cp1251", PAPER), ("kz1048", KAZAKH), ("utf-16", KAZAKH)])
def test_other_encodings_are_found_out_and_told(encoding: str, text: str) -> None:
    # What cp1251 lacks (a Kazakh letter in a Russian paper) becomes a question mark before we see it.
    encoded = text.encode(encoding, errors="replace")
    records = multilex.extract(encoded)
    assert titles(records) == titles(multilex.extract(encoded.decode(encoding).encode()))
    assert len(titles(records)) == 3
    assert (NoteCode.ENCODING_GUESSED in codes(records)) == (encoding != "utf-16")


def test_broken_utf8_costs_the_broken_characters_only() -> None:
    data = bytearray(KAZAKH.encode())
    for place in range(4000, 6000, 100):
        data[place] = 0xFF
    records = multilex.extract(bytes(data))
    assert titles(records) == titles(multilex.extract(KAZAKH.encode()))
    assert NoteCode.CHARACTERS_REPLACED in codes(records)


def test_a_few_nul_bytes_do_no_harm() -> None:
    records = multilex.extract(PAPER.replace("Введение", "Введение\0").encode())
    assert titles(records) == titles(multilex.extract(PAPER.encode()))
    stream_out = io.BytesIO()
    multilex.write(records, stream_out, format="html")
    assert b"\0" not in stream_out.getvalue()


def test_what_is_no_paper_is_kept_and_said_to_be_none() -> None:
    [record] = multilex.extract("Молоко, хлеб, соль\n\nи ещё чай".encode())
    assert (record.kind, [note.code for note in record.notes]) == (ArticleKind.MATTER, [NoteCode.NOT_A_PAPER])
    assert [block.text for block in record.blocks] == ["Молоко, хлеб, соль", "и ещё чай"]


def deep(objects: Objects) -> Objects:
    return objects | {1: b"<</Type/Catalog/Pages 2 0 R/Names 7 0 R>>", 7: b"[" * 100_000 + b"]" * 100_000}


def form_in_itself(objects: Objects) -> Objects:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>"
    page = objects[3].replace(b"/Resources<<", b"/Resources<</XObject<</X 6 0 R>>")
    return objects | {3: page, 4: stream(TEXT + b" /X Do"), 6: stream(b"/X Do", form)}


HOSTILE: dict[str, Callable[[Objects], Objects]] = {
    "pages that hold themselves": lambda objects: objects | {2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"},
    "two billion pages": lambda objects: objects | {2: b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>"},
    "a form that draws itself": form_in_itself,
    "arrays in arrays": deep,
    "arrays in a page": lambda objects: objects | {4: stream(b"[" * 200_000 + b"]" * 200_000 + b" " + TEXT)},
    "a page as wide as the world": lambda objects: objects | {3: objects[3].replace(b"595 842", b"1e30 1e30")},
    "a page of no size": lambda objects: objects | {3: objects[3].replace(b"595 842", b"0 0")},
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_pdf_is_read_as_far_as_it_goes(what: str) -> None:
    document = multilex.read(pdf(HOSTILE[what](one_page())))
    assert document.text.startswith("UDC 341.2 Migration and law")


# Runs the command line on a file and prints a JSON object: exit code, seconds of CPU, megabytes, lines of errors.
_MEASURED = """
import contextlib, io, json, resource, sys
from multilex.cli import main
errors = io.StringIO()
sys.argv = ["multilex", "extract", sys.argv[1], "--out", sys.argv[2]]
with contextlib.redirect_stderr(errors):
    try: main()
    except SystemExit as end: code = end.code
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
try: own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM:"))
except OSError: own = used[0].ru_maxrss
peak = max(own, used[1].ru_maxrss)  # ru_maxrss of this process knows what its parent held when it was started
print(json.dumps([code, sum(one.ru_utime for one in used), peak / 1024, errors.getvalue().splitlines()]))
"""


def measured(data: bytes, folder: Path) -> tuple[int, float, float, list[str]]:
    """Exit code, CPU seconds, peak megabytes of a process and lines of errors of the command line on a file."""
    (folder / "input").write_bytes(data)
    command = [sys.executable, "-c", _MEASURED, str(folder / "input"), str(folder / "out.jsonl")]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (300, 300)),
    )
    code, seconds, megabytes, lines = json.loads(done.stdout)
    return code, seconds, megabytes, lines


def test_ten_thousand_pages_of_one_content_take_seconds_and_little_memory(tmp_path: Path) -> None:
    objects = one_page()
    objects[2] = b"<</Type/Pages/Kids[%s]/Count 10000>>" % (b"3 0 R " * 10_000)
    code, seconds, megabytes, _ = measured(pdf(objects), tmp_path)
    assert code in (0, 1)
    assert seconds < 60
    assert megabytes < 500
    record = Record.from_json((tmp_path / "out.jsonl").read_text("utf-8").splitlines()[-1])
    assert max(place.page for block in record.blocks for place in block.places) == 10_000


LINES = {
    "prose": "миграция населения [1] и право, ",
    "no blanks": "x",
    "brackets": "[",
    "marks": "слово¹ ",
    "bold": "**a",
    "figures": "1.2.",
    "addresses": "a@b.",
}


@pytest.mark.parametrize("what", LINES)
def test_a_line_of_a_megabyte_in_a_paper_takes_seconds(what: str, tmp_path: Path) -> None:
    # The whole 20 MB are tried on prose below; a rule that is not linear would show here already.
    line = LINES[what] * (1_000_000 // len(LINES[what].encode()))
    code, seconds, megabytes, errors = measured(PAPER.replace("Введение", f"Введение\n\n{line}").encode(), tmp_path)
    assert (code, errors) in ((0, []), (1, errors))
    assert seconds < 60
    assert megabytes < 1000


def test_a_line_of_twenty_megabytes_is_read_to_its_end(tmp_path: Path) -> None:
    line = LINES["prose"] * (20_000_000 // len(LINES["prose"].encode()))
    code, seconds, megabytes, _ = measured(f"УДК 341.2\n\n{line} конец\n".encode(), tmp_path)
    assert code in (0, 1)
    assert seconds < 120
    assert megabytes < 3000
    assert "конец" in (tmp_path / "out.jsonl").read_text("utf-8")
