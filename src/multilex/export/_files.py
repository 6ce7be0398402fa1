"""Files that appear whole or not at all, under names that every file system takes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import regex

_LONGEST = 180  # bytes; file systems take 255, and a file being written has a longer name
_RESERVED = regex.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\..*)?", regex.IGNORECASE)  # devices of Windows


@contextmanager
def atomic(path: Path, overwrite: bool) -> Iterator[BinaryIO]:
    """A file to write that takes its place at `path` when all went well and leaves nothing behind when not.

    Raises FileExistsError when `path` is there and may not be replaced, also if it came in the meantime.
    """
    if path.exists() and not overwrite:
        raise FileExistsError(f"{path} is there already: choose another name, or overwrite it (--force)")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("xb") as file:
            yield file
        if overwrite:
            partial.replace(path)
        else:
            _claim(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def _claim(partial: Path, path: Path) -> None:
    """Give the finished file its name, unless somebody else has taken it."""
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except OSError:  # the file system has no hard links
        with path.open("xb"):
            partial.replace(path)


class Names:
    r"""File names of one run: what a file system refuses is taken out, and none is given twice.

    >>> names = Names(".json")
    >>> names.of("issue-1"), names.of("../b: c\0"), names.of("Issue-1"), names.of(".."), names.of("Nul")
    ('issue-1.json', 'b-c.json', 'Issue-1-2.json', 'record.json', 'Nul-1.json')
    """

    def __init__(self, suffix: str) -> None:
        self.suffix = suffix
        self.given: set[str] = set()

    def of(self, stem: str) -> str:
        """A name for a file that is made from the input `stem`."""
        safe = regex.sub(r"[^\p{L}\p{N}\p{M}._-]+", "-", stem)[:_LONGEST].strip(".-")
        safe = safe.encode()[:_LONGEST].decode(errors="ignore").strip(".-") or "record"
        if _RESERVED.fullmatch(safe):
            safe = f"{safe}-1"
        name, count = safe, 1
        while name.casefold() in self.given:
            count += 1
            name = f"{safe}-{count}"
        self.given.add(name.casefold())
        return name + self.suffix
