"""Make the samples: texts, gold and PDFs of the four papers, and the issue that holds them all.

Run ``python samples/make_samples.py``: it rewrites the files beside it, and needs reportlab and the font
families that ``press/fonts.py`` names. ``--text`` makes the texts and the gold alone; ``--scan`` the scan of a paper
too, whose bytes depend on the version of Pillow.
"""

import json
import sys
from pathlib import Path

from press.blocks import printed_blocks
from press.compose import compose
from press.definition import NAMES, load
from press.gold import gold
from press.text import render

SAMPLES = Path(__file__).parent
SCAN = "law-ru-scan.pdf"


def texts() -> dict[str, bytes]:
    """File name to bytes: text, gold and printed blocks of every paper."""
    files: dict[str, bytes] = {}
    for name in NAMES:
        paper = load(name)
        paragraphs = compose(paper)
        text = render(paper, paragraphs)
        files[f"{name}.txt"] = text.text.encode()
        files[f"{name}.gold.json"] = _json(gold(paper, text))
        files[f"{name}.pages-blocks.json"] = _json(printed_blocks(paragraphs))
    return files


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def main(arguments: list[str]) -> None:
    """Write the files."""
    files = texts()
    if "--text" not in arguments:
        from press.issue import printed

        files |= printed()
    if "--scan" in arguments:
        from press.scan import OFFICE, scan

        files[SCAN] = scan((SAMPLES / "law-ru.pdf").read_bytes(), OFFICE)
    for name, content in files.items():
        (SAMPLES / name).write_bytes(content)
        print(f"{name:24} {len(content):8} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
