"""OpenDocument, RTF and old Word files through LibreOffice."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.read.word_files import note, notes, p, r, word

import multilex
from multilex.engines import libreoffice
from multilex.errors import DamagedInputError, MissingEngineError

pytest.importorskip("docx", reason="python-docx is not installed (the extra docx)")

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
RTF = rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e0\'e2\'ee \par \'d2\'f0\'f3\'e4\super 1\nosupersub \par}"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice-writer)")
@pytest.mark.parametrize("suffix", ["rtf", "odt", "doc"])
def test_a_paper_is_the_same_from_every_kind(suffix: str, tmp_path: Path) -> None:
    body = p("Право", r("1", '<w:vertAlign w:val="superscript"/>'), " и труд", note(2)) + p("Второй абзац")
    given = tmp_path / "paper.docx"
    given.write_bytes(word(body, footnotes=notes(p("О праве."))))
    command = [str(OFFICE), "--headless", f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--convert-to", suffix]
    subprocess.run([*command, "--outdir", tmp_path, given], check=True, capture_output=True, timeout=180)
    document = multilex.read(tmp_path / f"paper.{suffix}")
    assert document.text.split("\n\n") == ["Право¹ и труд¹", "¹О праве.", "Второй абзац"]
    assert document.source.engine.startswith("LibreOffice, python-docx")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice-writer)")
def test_what_libreoffice_cannot_read_is_told() -> None:
    with pytest.raises(DamagedInputError, match=r"paper\.doc"):
        multilex.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, name="paper.doc")


def test_without_libreoffice_the_message_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multilex.engines.libreoffice.shutil.which", lambda name: None)
    with pytest.raises(MissingEngineError, match=r"apt-get install libreoffice-writer"):
        multilex.read(RTF, name="paper.rtf")


def test_a_conversion_that_hangs_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 20\n")
    program.chmod(0o755)
    monkeypatch.setattr("multilex.engines.libreoffice.shutil.which", lambda name: str(program))
    monkeypatch.setattr(libreoffice, "TIME_LIMIT", 0.2)
    with pytest.raises(DamagedInputError, match="did not finish"):
        multilex.read(RTF, name="paper.rtf")
