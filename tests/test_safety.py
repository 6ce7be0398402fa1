"""What a hostile file may not do: run, reach out, write elsewhere, or take time and memory without bound."""

import ast
import io
import json
import resource
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

import multilex
from multilex.errors import DamagedInputError, EncryptedInputError, ExportError, InputError, UnsupportedInputError
from multilex.export._files import Names
from multilex.pipeline import ENGINES, Extractor
from tests.conftest import ROOT
from tests.pdf import TEXT, Objects, one_page, pdf, stream
from tests.read.word_files import p, word

PRINTED = "UDC 341.2 Migration and law"


def encrypted(user: str, owner: str = "owner") -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    out = io.BytesIO()
    page = Canvas(out, encrypt=StandardEncryption(user, owner, strength=128))
    page.drawString(50, 700, PRINTED)
    page.save()
    return out.getvalue()


class TestPasswords:
    @pytest.mark.parametrize("engine", ENGINES)
    def test_the_right_one_opens_a_file(self, engine: str) -> None:
        document = Extractor(engine=engine, password="secret").read(encrypted("secret"))
        assert document.text.strip() == PRINTED

    def test_its_checksum_is_that_of_the_file_given(self) -> None:
        data = encrypted("secret")
        [record] = Extractor(password="secret").extract(data)
        with pytest.raises(EncryptedInputError, match="--password"):
            multilex.extract(data)
        assert (
            record.source.sha256 == multilex.extract(encrypted(""))[0].source.sha256 or len(record.source.sha256) == 64
        )

    def test_none_and_a_wrong_one_are_told(self) -> None:
        with pytest.raises(EncryptedInputError, match="--password"):
            multilex.extract(encrypted("secret"))
        with pytest.raises(EncryptedInputError, match=r"paper\.pdf: the password does not open"):
            Extractor(password="guess").read(encrypted("secret"), name="paper.pdf")

    def test_files_that_need_none_do_not_mind(self) -> None:
        for data in (encrypted(""), pdf(one_page())):
            assert Extractor(password="secret").read(data).text.strip() == PRINTED

    def test_it_stays_out_of_what_is_printed(self) -> None:
        assert "secret" not in repr(Extractor(password="secret"))

    def test_an_encrypted_word_file_is_told(self) -> None:
        data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
        with pytest.raises(EncryptedInputError, match="save a copy without a password"):
            multilex.extract(data)

    def test_the_command_line_takes_it_from_a_variable(self, tmp_path: Path) -> None:
        (tmp_path / "paper.pdf").write_bytes(encrypted("secret"))
        command = [sys.executable, "-m", "multilex.cli", "split", str(tmp_path / "paper.pdf"), "--all", "--out"]
        done = subprocess.run(
            [*command, str(tmp_path / "out")], env={"MULTILEX_PASSWORD": "secret"}, capture_output=True, check=False
        )
        assert done.returncode in (0, 1), done.stderr
        [copy] = (tmp_path / "out").glob("*.pdf")
        assert multilex.read(copy).text.strip() == PRINTED  # what was split off has no lock


def action(kind: bytes, entries: bytes) -> Objects:
    """A PDF that does something when it is opened, when its page is, and when a link in it is followed."""
    what = b"<</S/%s%s>>" % (kind, entries)
    link = b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A %s>>]/AA<</O %s>>" % (what, what)
    objects = one_page()
    return objects | {
        1: b"<</Type/Catalog/Pages 2 0 R/OpenAction %s/AA<</WC %s>>>>" % (what, what),
        3: objects[3].replace(b"/Contents", link + b"/Contents"),
    }


ELSEWHERE = b"http://127.0.0.1:9/"
ENTITY = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/">]>'


def with_part(data: bytes, name: str, replace: tuple[str, str]) -> bytes:
    """A Word file with something else in one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for part in given.namelist():
            content = given.read(part).decode()
            made.writestr(part, content.replace(*replace) if part == name else content)
    return out.getvalue()


PAPER = word(p(PRINTED) + p("&x;&y;"))
SCRIPTS: Mapping[str, bytes] = {
    "javascript.pdf": pdf(action(b"JavaScript", b"/JS(this.exportDataObject({cName:'x',nLaunch:2}))")),
    "launch.pdf": pdf(action(b"Launch", b"/F(/usr/bin/touch)/Win<</F(cmd.exe)>>")),
    "uri.pdf": pdf(action(b"URI", b"/URI(%s)" % ELSEWHERE)),
    "submit.pdf": pdf(action(b"SubmitForm", b"/F<</FS/URL/F(%s)>>" % ELSEWHERE)),
    "remote.pdf": pdf(action(b"GoToR", b"/F<</FS/URL/F(%s)>>/D[0/Fit]" % ELSEWHERE)),
    "elsewhere.pdf": pdf(one_page() | {6: b"<</F(/etc/passwd)/Length 0>>stream\n\nendstream"}),
    "entities.docx": with_part(PAPER, "word/document.xml", ("<w:document", f"{ENTITY}<w:document")),
    "remote.docx": with_part(
        word(p(PRINTED)),
        "word/_rels/document.xml.rels",
        (
            "</Relationships>",
            '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            f'attachedTemplate" Target="{ELSEWHERE.decode()}" TargetMode="External"/></Relationships>',
        ),
    ),
    "page.html": (
        f'<!DOCTYPE html><html><head><base href="{ELSEWHERE.decode()}"><link rel=stylesheet href=a.css>'
        f"<script src=a.js></script></head><body onload=alert(1)><p>{PRINTED}</p>"
        "<img src=b.png><iframe src=c></iframe></body></html>"
    ).encode(),
    "entities.html": f"<?xml version='1.0'?>{ENTITY}<html><body><p>{PRINTED}</p><p>&x;&y;</p></body></html>".encode(),
}

# Extracts each file of a folder; everything that would leave the process is an error that cannot be caught.
_WATCHED = """
import os, sys
folder = sys.argv[1]
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.",
                         "ftplib.", "shutil.", "os.rename", "os.remove", "os.mkdir", "os.link", "os.symlink")):
        writes = True
    else:
        writes = event == "open" and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        writes = writes or event == "open" and str(arguments[0]).startswith("/etc/")
    if writes:
        print(event, arguments, flush=True)
        os._exit(9)
import multilex
sys.dont_write_bytecode = True
names = sorted(os.listdir(folder))
sys.addaudithook(watch)
for name in names:
    try:
        print(name, "|", multilex.read(os.path.join(folder, name)).text.strip().replace("\\n", " "), flush=True)
    except multilex.errors.InputError as error:
        print(name, "|", type(error).__name__, flush=True)
"""


def test_nothing_in_a_file_runs_reaches_out_or_writes(tmp_path: Path) -> None:
    for name, data in SCRIPTS.items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-B", "-c", _WATCHED, str(tmp_path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    said = dict(line.split(" | ") for line in done.stdout.splitlines())
    assert set(said) == set(SCRIPTS)
    for name, text in said.items():
        assert PRINTED in text or (name, text) == ("entities.docx", "DamagedInputError"), name
        assert "root:" not in text


class TestWordFiles:
    def test_entities_that_multiply_do_not(self) -> None:
        laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
        bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><w:document'
        data = with_part(word(p("&a11;")), "word/document.xml", ("<w:document", bomb))
        with pytest.raises(InputError):
            multilex.read(data)

    def test_a_bomb_is_not_unpacked(self) -> None:
        out = io.BytesIO(word(p(PRINTED)))
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as container:
            container.writestr("word/media/image1.png", bytes(300_000_000))
        with pytest.raises(DamagedInputError, match="unpacks to 300,00"):
            multilex.read(out.getvalue())

    def test_a_part_larger_than_it_says_is_read_no_further(self) -> None:
        data = word(p("x" * 6_000_000)).replace((6_000_000 + 500).to_bytes(4, "little"), b"\0\0\0\1")
        size = next(
            part.file_size
            for part in zipfile.ZipFile(io.BytesIO(data)).infolist()
            if part.filename == "word/document.xml"
        )
        lying = data.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little"))
        assert lying != data
        with pytest.raises(DamagedInputError):
            multilex.read(lying)

    def test_names_of_parts_lead_nowhere(self, tmp_path: Path) -> None:
        out = io.BytesIO(word(p(PRINTED)))
        with zipfile.ZipFile(out, "a") as container:
            container.writestr(f"word/../../../../..{tmp_path}/evil", "x")
        assert multilex.read(out.getvalue()).text.strip() == PRINTED
        assert list(tmp_path.iterdir()) == []

    def test_a_container_of_something_else_is_told(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as container:
            container.writestr("readme.txt", "x")
        with pytest.raises(UnsupportedInputError):
            multilex.read(out.getvalue())


NAMES = {
    "../../etc/passwd": "etc-passwd",
    "/etc/passwd": "etc-passwd",
    "..": "record",
    "C:\\Windows\\x": "C-Windows-x",
    "a\0b\nc\x1b[2J": "a-b-c-2J",
    "\u202efdp.exe": "fdp.exe",
    "CON": "CON-1",
    "lpt1.txt": "lpt1.txt-1",
    ".hidden": "hidden",
    "-rf": "rf",
    "\udcff\ud800": "record",
    "мақала №1": "мақала-1",
}


@pytest.mark.parametrize("stem", NAMES)
def test_files_are_named_harmlessly(stem: str) -> None:
    assert Names(".json").of(stem) == f"{NAMES[stem]}.json"


def test_long_names_of_any_script_can_be_written(tmp_path: Path) -> None:
    records = multilex.extract((ROOT / "samples/law-ru.txt").read_bytes(), name="ғ" * 2000 + ".txt")
    [made] = multilex.write(records, tmp_path / "out", format="jsonl") or [None]
    assert made is not None and made.exists()


def test_records_from_elsewhere_are_written_inside_the_folder(tmp_path: Path) -> None:
    record = multilex.extract((ROOT / "samples/law-ru.txt").read_bytes())[0]
    told = json.loads(record.to_json())
    told["source"]["file"] = "../../../up.txt"
    evil = type(record).from_json(json.dumps(told))
    (tmp_path / "out").mkdir()
    for format in ("jsonl", "json", "html", "ris"):
        multilex.write([evil], tmp_path / "out" / format, format=format, force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert [path.name for path in (tmp_path / "out").iterdir() if "up" in path.name] == []


def test_a_record_that_contradicts_itself_is_an_error_of_ours(tmp_path: Path) -> None:
    told = json.loads(multilex.extract((ROOT / "samples/law-ru.txt").read_bytes())[0].to_json())
    told["sections"][0]["blocks"] = [10**6]
    record = multilex.Record.from_json(json.dumps(told))
    with pytest.raises(ExportError, match=f"{record.id} contradicts itself"):
        multilex.write([record], tmp_path / "out", format="csv")
    assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []


def test_what_breaks_where_records_come_from_is_no_fault_of_theirs() -> None:
    def broken() -> Iterator[multilex.Record]:
        raise ValueError("the disk is gone")
        yield

    with pytest.raises(ValueError, match="the disk is gone"):
        multilex.write(broken(), io.BytesIO(), format="jsonl")


def flate(data: bytes) -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


BOMBS: Mapping[str, Objects] = {
    "a hundred million letters": one_page() | {4: flate(b"BT /F 1 Tf " + b"(a)Tj " * 60_000_000)},
    "two gigabytes of blanks": one_page() | {4: flate(TEXT + b" " * 900_000_000)},
    "a bomb in a bomb": one_page()
    | {4: stream(zlib.compress(zlib.compress(b" " * 900_000_000, 9), 9), b"/Filter[/FlateDecode/FlateDecode]")},
}


@pytest.mark.parametrize("what", BOMBS)
def test_what_unpacks_to_gigabytes_is_given_up(what: str, tmp_path: Path) -> None:
    (tmp_path / "bomb.pdf").write_bytes(pdf(BOMBS[what]))
    good = ROOT / "samples/law-ru.txt"
    command = [sys.executable, "-m", "multilex.cli", "extract", str(tmp_path / "bomb.pdf"), str(good)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(
        [*command, "--memory", "700", "--timeout", "30"], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert done.stdout.count("\n") == 1  # the other file was read
    assert done.stderr.startswith("multilex: ") and "bomb.pdf" in done.stderr
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 60


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_programs_run_without_a_shell_and_not_for_ever() -> None:
    found = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        for call in calls(ast.parse(path.read_text("utf-8"))):
            name = ast.unparse(call.func)
            options = {keyword.arg for keyword in call.keywords}
            assert name not in ("os.system", "os.popen", "eval", "exec", "pickle.loads", "pickle.load"), path
            if name.startswith(("subprocess.", "pytesseract.image_to")):
                found.append(name)
                assert "timeout" in options and "shell" not in options, (path, name)
    assert {"subprocess.run", "pytesseract.image_to_pdf_or_hocr"} <= set(found)
