"""The definition of a paper, read from ``sources/NAME.toml`` (``README.md`` explains its keys)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).parent.parent / "sources"
NAMES = ("law-ru", "pedagogy-kk", "tourism-en", "heating-ru")
Table = dict[str, Any]


@dataclass(frozen=True)
class Paper:
    """A paper as its author would hand it in; `data` is the parsed TOML."""

    name: str
    language: str
    year: int
    order: tuple[str, ...]
    data: Table

    @property
    def flavour(self) -> Table:
        """How the text file is marked up."""
        flavour: Table = self.data["text"]
        return flavour

    @property
    def page(self) -> Table:
        """How the PDF is set."""
        page: Table = self.data["page"]
        return page

    @property
    def journal(self) -> Table:
        """Title, ISSN, issue and first page for the running heads."""
        journal: Table = self.data["journal"]
        return journal


def load(name: str) -> Paper:
    """The paper defined in ``sources/NAME.toml``."""
    data = tomllib.loads((SOURCES / f"{name}.toml").read_text(encoding="utf-8"))
    return Paper(data["name"], data["language"], data["year"], tuple(data["order"]), data)


def load_issue() -> Table:
    """Cover, imprint, contents and end matter of the issue, from ``sources/issue.toml``."""
    return tomllib.loads((SOURCES / "issue.toml").read_text(encoding="utf-8"))
