"""The files that the paths of a command line mean, and reading them, each within limits."""

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from math import inf
from pathlib import Path

from multilex.cli.terminal import COMPLETE, NOTHING_READABLE, PARTIAL, say
from multilex.cli.workers import Lost, Workers
from multilex.errors import MultilexError
from multilex.pipeline import Extractor
from multilex.read import MAX_BYTES, SUFFIXES
from multilex.record import Record
from multilex.vocabulary import NoteCode, Severity

STDIN = "-"

MEGABYTES = 4000
"""Memory for a file: ten times what an issue of hundreds of pages takes."""

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


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may take: `seconds` by the clock (0: as long as it likes; None: what `allowance` says) and, on Linux,
    `megabytes` of memory (0: all there is).
    """

    seconds: float | None = None
    megabytes: int = MEGABYTES

    def time(self, size: int) -> float:
        """Seconds for a file of so many bytes."""
        return allowance(size) if self.seconds is None else self.seconds or inf


def allowance(size: int) -> float:
    """Seconds that a file of so many bytes may take: far more than any paper needs, scanned issues included.

    >>> allowance(0), allowance(9_000_000)
    (300.0, 2100.0)
    """
    return 300 + 200 * size / 1_000_000


@dataclass(frozen=True, slots=True)
class _Input:
    """A file to be read, and its bytes where another process cannot open it."""

    path: str
    size: int
    data: bytes | None = None


class Batch:
    """Reads files and remembers how each fared: a bad one is told of and skipped.

    Each is read in another process, `jobs` of them at once, within `limits`.
    """

    def __init__(self, extractor: Extractor | None = None, *, jobs: int = 1, limits: Limits | None = None) -> None:
        self.extractor, self.jobs, self.limits = extractor or Extractor(), jobs, limits or Limits()
        self.complete = self.partial = self.skipped = self.records = 0

    def read(self, path: str) -> list[Record]:
        """The records of a file; none, and a line to standard error, when it cannot be read."""
        return next(iter(self.read_all([path])))

    def read_all(self, paths: Iterable[str]) -> Iterator[list[Record]]:
        """The records of each file as `read` gives them, in the order given."""
        asked: deque[str] = deque()

        def inputs() -> Iterator[_Input]:
            for path in paths:
                asked.append(path)
                yield _input(path)

        workers: Workers[_Input, list[Record] | Lost] = Workers(
            partial(_extract, self.extractor),
            count=self.jobs,
            seconds=lambda given: self.limits.time(given.size),
            megabytes=self.limits.megabytes,
        )
        for result in workers.results(inputs()):
            path = asked.popleft()
            if isinstance(result, Lost):
                yield self._skip(path, result.why)
            else:
                self._count(path, result)
                yield result

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


def _input(path: str) -> _Input:
    """Standard input and pipes are read here: other processes do not have them."""
    if path == STDIN:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        return _Input(path, len(data), data)
    try:
        if Path(path).is_fifo():
            with Path(path).open("rb") as pipe:
                data = pipe.read(MAX_BYTES + 1)
            return _Input(path, len(data), data)
        return _Input(path, Path(path).stat().st_size)
    except (OSError, ValueError):  # who reads it tells
        return _Input(path, 0)


def _extract(extractor: Extractor, given: _Input) -> list[Record] | Lost:
    """The records of a file, or why there are none."""
    try:
        return extractor.extract(given.path if given.data is None else given.data, name=_name(given.path))
    except FileNotFoundError:
        return Lost("there is no such file")
    except (MultilexError, OSError) as error:
        return Lost(str(error))
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours in one paper must not cost the others
        return Lost(f"a fault in multilex, please report it with the file: {error!r}")
