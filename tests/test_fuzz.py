"""A slice of the fuzz run (``make fuzz``): every kind of file, mutated, gives records or an error of ours."""

import pytest

from tests.fuzz.cases import KINDS, Case, run

EACH = 30


@pytest.mark.parametrize("kind", KINDS)
def test_mutants_are_read_or_refused(kind: str) -> None:
    results = {number: run(Case(kind, number)) for number in range(EACH)}
    assert {number: told for number, told in results.items() if "\n" in told} == {}
    assert len(set(results.values())) > 1 or kind == "html"  # some were read, some refused; of HTML all can be read
