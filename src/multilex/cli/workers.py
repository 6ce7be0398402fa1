"""Jobs in processes of their own, each within a time and a memory limit: what one job does cannot cost the others."""

import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_OUT_OF_MEMORY = 86  # exit status
_MEGABYTE = 1 << 20
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Lost:
    """In the place of a result: the job came to none, and why."""

    why: str


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    place: int = 0
    seconds: float = 0.0
    deadline: float = 0.0


class Workers(Generic[Item, Result]):
    """Up to `count` processes that do a job on one item after another.

    `job` and the items travel to processes that start afresh (spawn), so they must be picklable. `seconds` tells how
    long a job on an item may take by the clock, `megabytes` how much memory a process may take (on Linux; 0: all).
    A process that goes beyond, or dies, is ended with all that it started, and a new one does what comes next.
    """

    def __init__(
        self,
        job: Callable[[Item], Result],
        *,
        count: int = 1,
        seconds: Callable[[Item], float],
        megabytes: int = 0,
    ) -> None:
        self._job, self._count, self._seconds, self._megabytes = job, count, seconds, megabytes
        self._context = multiprocessing.get_context("spawn")

    def results(self, items: Iterable[Item]) -> Iterator[Result | Lost]:
        """The results in the order of the items, which are asked for when a process is free and not far ahead."""
        ahead = 1 if self._count == 1 else 2 * self._count
        source, asked, given, ended = iter(items), 0, 0, False
        done: dict[int, Result | Lost] = {}
        idle: list[_Worker] = []
        busy: dict[Connection, _Worker] = {}
        with tempfile.TemporaryDirectory(prefix="multilex-", ignore_cleanup_errors=True) as folder:
            try:
                while True:
                    while not ended and len(busy) < self._count and asked - given < ahead:
                        try:
                            item = next(source)
                        except StopIteration:
                            ended = True
                            break
                        worker = idle.pop() if idle else self._start(folder)
                        self._send(worker, item, asked)
                        busy[worker.pipe], asked = worker, asked + 1
                    if given in done:
                        given += 1
                        yield done.pop(given - 1)
                    elif busy:
                        for worker, result, alive in self._finished(busy):
                            del busy[worker.pipe]
                            done[worker.place] = result
                            if alive:
                                idle.append(worker)
                            else:
                                _end(worker)
                    else:
                        return
            finally:
                for worker in (*idle, *busy.values()):
                    _end(worker)

    def _start(self, folder: str) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_work, args=(theirs, self._job, self._megabytes, folder), name="multilex", daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _send(self, worker: _Worker, item: Item, place: int) -> None:
        worker.place, worker.seconds = place, self._seconds(item)
        worker.deadline = time.monotonic() + worker.seconds
        with suppress(OSError):  # it died: its end of the pipe tells
            worker.pipe.send(item)

    def _finished(self, busy: dict[Connection, _Worker]) -> Iterator[tuple[_Worker, Result | Lost, bool]]:
        """Those that have a result or are lost, and whether they live on; waits for one, or for the next deadline."""
        first = min(worker.deadline for worker in busy.values())
        ready = wait(list(busy), None if first == inf else max(0.0, first - time.monotonic()))
        for worker in list(busy.values()):
            if worker.pipe in ready:
                try:
                    yield worker, worker.pipe.recv(), True
                except (EOFError, OSError):
                    yield worker, Lost(self._fate(worker)), False
            elif worker.deadline <= time.monotonic():
                yield worker, Lost(f"it took longer than {worker.seconds:.0f} seconds and was given up"), False

    def _fate(self, worker: _Worker) -> str:
        worker.process.join(_PATIENCE)
        code = worker.process.exitcode
        limit = f"the {self._megabytes} MB of memory that a file may take" if self._megabytes else "memory"
        if code == _OUT_OF_MEMORY:
            return f"it needs more than {limit} and was given up"
        what = signal.Signals(-code).name if code is not None and -code in list(signal.Signals) else f"status {code}"
        return f"the process that read it died ({what}), perhaps for want of {limit}"


def _end(worker: _Worker) -> None:
    """End a process and what it started."""
    worker.pipe.close()
    if worker.process.is_alive():
        with suppress(OSError, AttributeError):
            os.killpg(worker.process.pid, signal.SIGKILL)
        worker.process.kill()
    worker.process.join(_PATIENCE)


def _work(pipe: Connection, job: Callable[[Any], Any], megabytes: int, folder: str) -> None:
    """What a worker does: one item after another until the pipe is closed."""
    if hasattr(os, "setsid"):
        os.setsid()  # an interrupt at the terminal is for the parent, who ends this session
    tempfile.tempdir = folder
    os.environ.update(TMPDIR=folder, TEMP=folder, TMP=folder)
    _limit_memory(megabytes)
    try:
        while True:
            try:
                item = pipe.recv()
            except (EOFError, OSError):
                return
            pipe.send(job(item))
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    except BrokenPipeError:  # the parent is gone
        return


def _limit_memory(megabytes: int) -> None:
    """Let this process, and each that it starts, take no more memory than that; a core file is of no use."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if megabytes and Path("/proc").is_dir():
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * _MEGABYTE, megabytes * _MEGABYTE))
