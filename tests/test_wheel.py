"""The wheel as somebody installs it: complete, and able to do the main job far from the checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from multilex.record import Record
from tests.conftest import ROOT


def run(*command: str | Path, cwd: Path) -> str:
    """The output of a command; without the variables that could lead Python back to the checkout."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "MULTILEX"))}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.wheel
def test_an_installed_wheel_does_the_main_job_outside_the_checkout(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path, ROOT, cwd=tmp_path)
    [wheel] = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    models = {
        str(path.relative_to(ROOT / "models"))
        for folder, kind in (("langdetect", "*.json"), ("letters", "*.txt"), ("stanza", "*.json"), ("stanza", "*.pt"))
        for path in (ROOT / "models" / folder).rglob(kind)
    }
    assert {"langdetect/kk.json", "letters/Cyrl.txt", "stanza/resources.json", "stanza/kk/lemma/ktb.pt"} <= models
    assert {f"multilex/_models/{name}" for name in models} <= names
    data = ("packs/languages/kk.toml", "codes/irsti.txt", "schema/record-1.schema.json", "py.typed")
    assert {f"multilex/{name}" for name in data} <= names
    assert [name for name in names if name.startswith("multilex/") and "__pycache__" in name] == []

    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv", cwd=tmp_path)
    python = tmp_path / "venv/bin/python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", wheel, cwd=tmp_path)
    for name in ("law-ru.pdf", "pedagogy-kk.txt"):
        shutil.copy(ROOT / "samples" / name, tmp_path)
        run(tmp_path / "venv/bin/multilex", "extract", name, "--out", f"{name}.jsonl", cwd=tmp_path)
        records = [Record.from_json(line) for line in (tmp_path / f"{name}.jsonl").read_text("utf-8").splitlines()]
        paper = records[-1]
        assert {title.lang for title in paper.titles} == {"kk", "ru", "en"}
        assert paper.codes and paper.authors and paper.abstracts and paper.references
    where = run(python, "-c", "import multilex; print(multilex.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path)
