"""Jobs in processes of their own: order, limits, death."""

import os
import signal
import subprocess
import sys
import time
from itertools import count, islice
from pathlib import Path

import pytest

from multilex.cli.workers import Lost, Workers


def job(what: str) -> str:
    """Does as it is told."""
    match what.split():
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["hang"]:
            while True:
                pass
        case ["eat", megabytes]:
            return str(len(bytearray(int(megabytes) << 20)))
        case ["die"]:
            os.kill(os.getpid(), signal.SIGSEGV)
        case ["exit"]:
            os._exit(3)
        case ["start", program, argument]:
            subprocess.run([program, argument], check=True)
        case ["leave"]:
            return subprocess.run(["mktemp"], check=True, capture_output=True, text=True).stdout.strip()
    return f"{what} done"


def results(*items: str, count: int = 1, seconds: float = 60.0, megabytes: int = 0) -> list[str | Lost]:
    workers = Workers(job, count=count, seconds=lambda _: seconds, megabytes=megabytes)
    return list(workers.results(items))


def test_results_come_in_the_order_of_the_items() -> None:
    items = ["sleep 0.4", "a", "b", "sleep 0.2", "c"]
    assert results(*items, count=2) == [f"{item} done" for item in items]


@pytest.mark.parametrize(
    ("bad", "told"),
    [("die", "SIGSEGV"), ("exit", "status 3"), ("eat 900", "more than the 700 MB of memory")],
)
def test_a_job_that_kills_its_process_costs_its_own_result_only(bad: str, told: str) -> None:
    first, lost, last = results("a", bad, "b", megabytes=700)
    assert (first, last) == ("a done", "b done")
    assert isinstance(lost, Lost) and told in lost.why


def test_a_job_that_hangs_is_given_up_with_the_programs_that_it_started() -> None:
    pause = f"{time.time() % 1000 + 4000:.5f}"  # nobody else's
    lost, last = results(f"start sleep {pause}", "b", seconds=10)
    assert (lost, last) == (Lost("it took longer than 10 seconds and was given up"), "b done")
    assert pause not in subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout


def test_what_jobs_leave_in_the_temporary_folder_is_removed() -> None:
    [path] = results("leave")
    assert isinstance(path, str) and "multilex-" in path and not Path(path).exists()


def test_no_more_is_asked_for_than_is_needed() -> None:
    asked = []

    def items() -> object:
        for number in count():
            asked.append(number)
            yield str(number)

    workers = Workers(job, count=2, seconds=lambda _: 60.0)
    given = workers.results(items())  # type: ignore[arg-type]
    assert list(islice(given, 3)) == ["0 done", "1 done", "2 done"]
    given.close()  # type: ignore[attr-defined]
    assert len(asked) <= 7


def test_a_worker_ends_with_its_parent() -> None:
    told = (
        "import os\nfrom tests.cli.test_workers import *\n"
        "for _ in Workers(os.getenv, seconds=lambda _: 60).results(['HOME', 'USER']): os.abort()"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.count("Traceback")) == (-signal.SIGABRT, 0)
