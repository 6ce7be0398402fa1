"""The figures on the corpus do not fall below those that were reached once."""

from pathlib import Path

import pytest

from multilex.evaluate import floors

FLOORS = Path(__file__).parent / "floors.json"


@pytest.mark.parametrize("name", floors.load(FLOORS)["sets"])
def test_no_figure_falls_below_its_floor(name: str, corpus: Path) -> None:
    floor = floors.load(FLOORS)["sets"][name]
    assert floor["figures"]
    assert floors.complaints(floor, floors.measure(corpus, name)) == []
