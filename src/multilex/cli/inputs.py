"""The files that the paths of a command line mean, and reading them one after another."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from multilex.cli.terminal import COMPLETE, NOTHING_READABLE, PARTIAL, say
from multilex.errors import MultilexError
from multilex.pipeline import Extractor
from multilex.read import SUFFIXES
from multilex.record import Record
from multilex.vocabulary import NoteCode, Severity

STDIN = "-"

_PARTLY_READ = {
    NoteCode.PAGE_WITHOUT_TEXT,
    NoteCode.PAGE_UNREADABLE,
    NoteCode.INPUT_TRUNCATED,
    NoteCode.CHARACTERS_REPLACED,
}


def files(paths: Iterable[str]) -> list[str]:
    """The files of paths, each once, those of a folder in the order of their names; ``-`` stays what it is.

    In folders, only files with an ending that multilex reads are taken, and hidden ones are not.
    """
    found: dict[str, None] = {}
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            found.update(dict.fromkeys(_walk(path)))
        else:
            found[path] = None
    return list(found)


def _walk(folder: str) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield str(Path(root) / name)


class Batch:
    """Reads files one after another and remembers how each fared: a bad one is told of and skipped."""

    def __init__(self, extractor: Extractor | None = None) -> None:
        self.extractor = extractor or Extractor()
        self.complete = self.partial = self.skipped = self.records = 0

    def read(self, path: str) -> list[Record]:
        """The records of a file; none, and a line to standard error, when it cannot be read."""
        try:
            records = self.extractor.extract(sys.stdin.buffer if path == STDIN else path, name=_name(path))
        except FileNotFoundError:
            return self._skip(path, "there is no such file")
        except (MultilexError, OSError) as error:
            return self._skip(path, str(error))
        except Exception as error:  # a fault of ours in one paper must not cost the others
            return self._skip(path, f"a fault in multilex, please report it with the file: {error!r}")
        self._count(path, records)
        return records

    @property
    def exit_code(self) -> int:
        """The exit code that says how the whole went."""
        if not self.complete and not self.partial:
            return NOTHING_READABLE
        return PARTIAL if self.partial or self.skipped else COMPLETE

    def summary(self) -> str:
        """The same in words."""
        read = self.complete + self.partial
        parts = [f"{self.records} record{'s' * (self.records != 1)} from {read} file{'s' * (read != 1)}"]
        parts += [f"{self.partial} partial"] if self.partial else []
        parts += [f"{self.skipped} skipped"] if self.skipped else []
        return ", ".join(parts)

    def _skip(self, path: str, why: str) -> list[Record]:
        self.skipped += 1
        say(why if _name(path) in why or path in why else f"{path}: {why}")
        return []

    def _count(self, path: str, records: list[Record]) -> None:
        self.records += len(records)
        reasons = [
            note.message
            for record in records
            for note in record.notes
            if note.severity is Severity.ERROR or note.code in _PARTLY_READ
        ]
        if not reasons:
            self.complete += 1
            return
        self.partial += 1
        more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
        say(f"{path}: partial: {reasons[0]}{more}")


def _name(path: str) -> str:
    return "stdin" if path == STDIN else Path(path).name
