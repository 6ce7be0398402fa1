"""Gold sets: a folder of NAME.gold.json beside the inputs, or of a whole issue with its page map."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from multilex.errors import OptionError
from multilex.evaluate.pairing import Gold

INPUTS = {
    "text": ".txt",
    "pdf": ".pdf",
    "2col": "-2col.pdf",
    "2col-by-line": "-2col-by-line.pdf",
    "scan": "-scan.pdf",
    "docx": ".docx",
}
_GOLD = ".gold.json"
_PAGES = ".pages.json"
_BLOCKS = ".pages-blocks.json"


@dataclass(frozen=True, slots=True)
class GoldFile:
    """One input with what it should give: its articles, and where there are any, the text file that the
    offsets refer to, the page map (`pages`, one entry per article) and the printed blocks (`printed`).
    """

    name: str
    input: Path
    articles: tuple[Gold, ...]
    blocks: tuple[Gold, ...] = ()
    text: str | None = None
    pages: tuple[Gold, ...] = ()
    printed: Gold | None = None
    verified: bool = False


def gold_files(folder: Path, kind: str) -> list[GoldFile]:
    """All gold files of a folder whose input of this kind is there, by name.

    Raises OptionError for an unknown kind, a folder that does not exist and one without gold.
    """
    if kind not in INPUTS:
        raise OptionError(f"unknown kind {kind!r}: choose one of {', '.join(INPUTS)}")
    if not folder.is_dir():
        raise OptionError(f"{folder} is no folder: give one that holds NAME.gold.json files beside their inputs")
    files = list(_single(folder, kind)) + (list(_issues(folder)) if kind == "pdf" else [])
    if not files:
        raise OptionError(
            f"nothing to evaluate in {folder}: it needs NAME{_GOLD} beside NAME{INPUTS[kind]}"
            + (f", or NAME{_PAGES} beside NAME.pdf" if kind == "pdf" else "")
        )
    return files


def checksum(folder: Path, files: list[GoldFile]) -> str:
    """SHA-256 over names and bytes of the gold and the inputs that are scored."""
    digest = hashlib.sha256()
    names = {file.name for file in files}
    inputs = {file.input for file in files}
    for path in sorted(folder.iterdir()):
        if path in inputs or (path.suffix == ".json" and path.name.split(".")[0] in names):
            digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _single(folder: Path, kind: str) -> Iterator[GoldFile]:
    for path in sorted(folder.glob(f"*{_GOLD}")):
        name = path.name.removesuffix(_GOLD)
        source = folder / f"{name}{INPUTS[kind]}"
        if not source.exists():
            continue
        gold = _load(path)
        text, printed = folder / f"{name}.txt", folder / f"{name}{_BLOCKS}"
        yield GoldFile(
            name,
            source,
            tuple(gold["articles"]),
            blocks=tuple(gold.get("blocks", ())),
            text=text.read_bytes().decode("utf-8") if text.exists() else None,
            printed=_load(printed) if kind != "text" and printed.exists() else None,
            verified=bool(gold.get("source", {}).get("verified", False)),
        )


def _issues(folder: Path) -> Iterator[GoldFile]:
    """Whole issues: the gold of each article lies in a folder beside this one, named in the page map."""
    for path in sorted(folder.glob(f"*{_PAGES}")):
        pages = _load(path)
        articles = []
        for entry in pages["articles"]:
            file = entry["article"].replace("/", "_") + _GOLD
            beside = next(iter(sorted(folder.parent.glob(f"*/{file}"))), None)
            known = _load(beside)["articles"] if beside else [{"id": entry["article"]}]
            gold = next((one for one in known if one["id"] == entry["article"]), known[0])
            articles.append({**gold, "page_map": entry})
        yield GoldFile(
            path.name.removesuffix(_PAGES),
            folder / pages["pdf"],
            tuple(articles),
            pages=tuple(pages["articles"]),
        )


def _load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
