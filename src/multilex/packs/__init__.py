"""Packs: what multilex knows about languages and journals, as TOML files beside this module.

``languages/<tag>.toml`` holds one language: its labels by meaning, month names, words of organisations and places,
name particles. Each table is described at its head; each `examples` and `near_misses` there is a test.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language's data. `tag` is BCP 47; `data` the parsed file."""

    tag: str
    data: dict[str, Any]

    def labels(self, meaning: str) -> tuple[str, ...]:
        """The printed forms of a label, most usual first; empty when the pack has none."""
        return tuple(self.data.get("labels", {}).get(meaning, ()))

    def words(self, table: str) -> tuple[str, ...]:
        """A word list of ``[words]``; empty when the pack has none."""
        return tuple(self.data.get("words", {}).get(table, ()))


@cache
def languages() -> dict[str, LanguagePack]:
    """All language packs by tag, in alphabetical order of the tag."""
    folder = files(__name__) / "languages"
    packs = {}
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml"):
            tag = entry.name.removesuffix(".toml")
            packs[tag] = LanguagePack(tag, tomllib.loads(entry.read_text(encoding="utf-8")))
    return packs


@cache
def table(name: str) -> dict[str, Any]:
    """A pack that belongs to no single language, by the name of its file.

    >>> table("places")["countries"]["KZ"][0]
    'Kazakhstan'
    """
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def tables(name: str) -> tuple[dict[str, Any], ...]:
    """The packs of a folder, in alphabetical order of their files.

    >>> any(act["number"] == "477-IV" for pack in tables("law/acts") for act in pack["acts"] if "number" in act)
    True
    """
    folder = files(__name__) / name
    entries = sorted(entry.name for entry in folder.iterdir())
    return tuple(table(f"{name}/{entry.removesuffix('.toml')}") for entry in entries if entry.endswith(".toml"))
